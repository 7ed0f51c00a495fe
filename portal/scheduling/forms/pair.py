"""Forms about the pair. The same questions whether neutrals answer themselves or staff write it down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.cases.forms import ChannelForm
from portal.cases.models import Participant
from portal.cases.statuses import TieAnswer
from portal.forms import CheckboxesWithHints, KindForm, RadiosWithHints


class TieForm(KindForm):
    """What a neutral says when asked to conduct a case."""

    answer = forms.ChoiceField(
        label=_("Is there a tie between you and any of these people?"),
        choices=[
            (TieAnswer.NO, _("No, there is no tie. I can conduct this session.")),
            (TieAnswer.YES, _("Yes, there is a tie")),
            (TieAnswer.UNSURE, _("I am not sure")),
            (TieAnswer.NOT_AVAILABLE, _("No tie, but I am not available")),
        ],
        widget=RadiosWithHints(
            hints={
                TieAnswer.NO: _("You see the case from then on."),
                TieAnswer.YES: _("You hear no more of this. Nobody asks which tie it is."),
                TieAnswer.UNSURE: _("We call you and look at it together."),
                TieAnswer.NOT_AVAILABLE: _("We ask somebody else."),
            }
        ),
        error_messages={"required": _("Choose one of the four answers.")},
    )


class TieForThemForm(TieForm, ChannelForm):
    """The same, written down by staff."""

    field_order = ["answer", "channel"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].label = _("What did they say about a tie?")


class StepBackForm(KindForm):
    """A neutral who has accepted, and finds that they cannot conduct it after all (R2)."""

    answer = forms.ChoiceField(
        label=_("Why do you step back?"),
        choices=[
            (TieAnswer.YES, _("There is a tie after all")),
            (TieAnswer.NOT_AVAILABLE, _("I am no longer available")),
        ],
        widget=RadiosWithHints(
            hints={TieAnswer.YES: _("The case disappears for you at once. Nobody asks which tie it is.")}
        ),
        error_messages={"required": _("Choose one of the two answers.")},
    )


class ChoosePairForm(KindForm):
    """Whom to ask; how many it has to be is the action's to say."""

    neutral = forms.ModelMultipleChoiceField(
        label=_("Who is asked?"),
        queryset=None,
        widget=CheckboxesWithHints,
        error_messages={
            "required": _("Choose whom to ask."),
            "invalid_choice": _("Somebody you chose can no longer be asked. Please choose again."),
            "invalid_pk_value": _("Somebody you chose can no longer be asked. Please choose again."),
        },
    )
    reason = forms.CharField(
        label=_("Why does the same person decide and conduct?"),
        help_text=_("Asked only when somebody you choose has decided on this case before. The director reads it."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["neutral"].queryset = people  # type: ignore[attr-defined]


class ObjectionForm(ChannelForm):
    """A party asked for somebody else, by phone or in person; why is not asked."""

    party = forms.ModelChoiceField(
        label=_("Who would like somebody else?"),
        queryset=Participant.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    field_order = ["party", "channel"]

    def __init__(self, *args: Any, parties: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = parties  # type: ignore[attr-defined]
        self.fields["party"].label_from_instance = lambda person: person.display_name  # type: ignore[attr-defined]
