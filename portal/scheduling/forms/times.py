"""Forms about the time. The same questions whether people answer themselves or staff write it down."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from portal.cases.forms import ChannelForm
from portal.forms import KindForm
from portal.programmes.hours import office_zone

from ..grid import coming_grid
from ..matching import run_starts
from ..models import ProposedTime

NONE_FITS = "none"


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


def start_in_words(moment: datetime) -> str:
    return date_format(localtime(moment, office_zone()), "l, j F, H:i")
