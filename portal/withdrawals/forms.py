from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.cases.statuses import STAFF_CHANNELS, Channel, StopReason
from portal.forms import KindForm


class ForSomebodyForm(KindForm):
    """Staff enter a withdrawal as it reached them (P1)."""

    person = forms.ChoiceField(label=_("Who withdraws?"), widget=forms.RadioSelect)
    channel = forms.ChoiceField(
        label=_("How did they tell you?"),
        choices=[(code, label) for code, label in Channel.choices if code in STAFF_CHANNELS],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, people: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [(str(one.pk), one.display_name) for one in people]


class ReasonForm(KindForm):
    """Why the office stops or pauses: a code for the office, never shown to anybody else (P8)."""

    reason = forms.ChoiceField(label=_("Why?"), choices=StopReason.choices, widget=forms.RadioSelect)
