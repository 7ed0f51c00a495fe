"""Forms about the pair and the time. The same questions whether people answer themselves or staff write it down."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from portal.cases.forms import ChannelForm
from portal.cases.models import Participant
from portal.cases.statuses import TieAnswer
from portal.forms import CheckboxesWithHints, KindForm, RadiosWithHints
from portal.programmes.hours import office_zone

from .grid import coming_grid
from .matching import run_starts
from .models import ProposedTime, Room

NONE_FITS = "none"


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


class Boxes(forms.Field):
    """Whatever was ticked in the time grid; the action leaves out what was not offered."""

    widget = forms.SelectMultiple

    def to_python(self, value: Any) -> list[str]:
        return [str(one)[:16] for one in value or []]


class FreeForm(KindForm):
    """Free half hours of the coming days."""

    free = Boxes(label=_("When are you free?"), required=False)
    no_time = forms.BooleanField(label=_("I have no time in these days"), required=False)

    def __init__(self, *args: Any, horizon: int, length: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.horizon, self.length = horizon, length

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        free = given.get("free", [])
        if given.get("no_time"):
            given["free"] = []
        elif not free:
            self.add_error("free", _("Mark when you are free, or say that you have no time in these days."))
        elif not run_starts(coming_grid(self.horizon).mask(free), self.length):
            hours = {"hours": f"{self.length / 2:g}"}
            words = _("A session takes %(hours)s hours. Please mark at least that much in a row somewhere.")
            self.add_error("free", words % hours)
        return given


class FreeForThemForm(FreeForm, ChannelForm):
    pass


class FitsForm(KindForm):
    """Which of the proposed times fit."""

    fits = forms.MultipleChoiceField(
        label=_("Which of these times fit?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick the times that fit, or the last line when none of them does.")},
    )

    def __init__(self, *args: Any, proposed: list[ProposedTime], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(one.pk), start_in_words(one.starts_at)) for one in proposed]
        self.fields["fits"].choices = [*choices, (NONE_FITS, _("None of them"))]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[int]:
        return [int(one) for one in self.cleaned_data["fits"] if one != NONE_FITS]


class FitsForThemForm(FitsForm, ChannelForm):
    pass


class StartField(forms.DateTimeField):
    """A day and a time by the office's clock."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local", "step": "1800"}, format="%Y-%m-%dT%H:%M")
    default_error_messages = {"invalid": _("Write the day and the time, for example 2026-03-12T14:30.")}

    def prepare_value(self, value: Any) -> Any:
        return localtime(value, office_zone()) if isinstance(value, datetime) and value.tzinfo else value


class ProposeForm(KindForm):
    """Up to five concrete times at once."""

    first = StartField(label=_("First time"))
    second = StartField(label=_("Second time"), required=False)
    third = StartField(label=_("Third time"), required=False)
    fourth = StartField(label=_("Fourth time"), required=False)
    fifth = StartField(label=_("Fifth time"), required=False)

    @property
    def starts(self) -> list[datetime]:
        return [start for start in self.cleaned_data.values() if start]


class BookForm(KindForm):
    """When and where."""

    starts_at = StartField(label=_("Start"))
    room = forms.ModelChoiceField(
        label=_("Room"), queryset=Room.objects.none(), required=False, empty_label=_("Somewhere else")
    )
    place = forms.CharField(
        label=_("Somewhere else"),
        max_length=300,
        required=False,
        help_text=_("An address, or a link for a session by video. People read it on their page, never in a calendar."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["room"].queryset = Room.objects.filter(is_active=True)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if not given.get("room") and not given.get("place"):
            self.add_error("place", _("Choose a room, or write where it is."))
        return given


def start_in_words(moment: datetime) -> str:
    return date_format(localtime(moment, office_zone()), "l, j F, H:i")
