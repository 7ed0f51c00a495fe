from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.cases.forms import ChannelForm
from portal.forms import KindForm

from .statuses import Outcome, Round

if TYPE_CHECKING:
    from portal.agreements.queries import Signer
    from portal.cases.models import Participant

LONGEST_MINUTES = 12 * 60


class PresentForm(KindForm):
    """Who is in the room. The choices are those who have to sign."""

    present = forms.MultipleChoiceField(
        label=_("Who is here?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick everyone who is in the room.")},
    )

    def __init__(self, *args: Any, people: list[Signer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["present"].choices = [(str(one.person.pk), f"{one.name} ({one.role})") for one in people]


class TurnForm(forms.Form):
    """One press in the turn list."""

    participant = forms.UUIDField()
    round = forms.ChoiceField()
    passed = forms.BooleanField(required=False)

    def __init__(self, *args: Any, rounds: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["round"].choices = [(code, Round(code).label) for code in rounds]

    @property
    def facts(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "participant_id": given["participant"],
            "in_round": Round(given["round"]),
            "passed": given["passed"],
        }


class EndForm(KindForm):
    """How a session ended. Nothing of what was said is asked."""

    outcome = forms.ChoiceField(label=_("What came of it?"), widget=forms.RadioSelect)
    minutes = forms.IntegerField(
        label=_("How long did it last, in minutes?"),
        min_value=0,
        max_value=LONGEST_MINUTES,
        error_messages={
            "required": _("Give the length in minutes."),
            "invalid": _("Give the length in whole minutes, such as 110."),
        },
    )

    def __init__(self, *args: Any, outcomes: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        apart = {Outcome.NOT_HELD, Outcome.STOPPED_FOR_SAFETY}
        self.fields["outcome"].choices = [(code, Outcome(code).label) for code in outcomes if code not in apart]


class FurtherForThemForm(ChannelForm):
    """What a party told staff about a further session."""

    person = forms.ChoiceField(label=_("Who told you?"), widget=forms.RadioSelect)
    yes = forms.TypedChoiceField(
        label=_("Do they want a further session?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, people: list[Participant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [(str(one.pk), one.display_name) for one in people]
