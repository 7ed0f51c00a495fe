"""When and where, and the rooms to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm

from ..models import Room
from .times import StartField

MOST_SEATS = 500


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

    arranged = forms.BooleanField(
        label=_("All of this is arranged for this time and place"),
        error_messages={"required": _("Arrange this first; then say that it is done.")},
    )

    def __init__(self, *args: Any, safeguards: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["arranged"].help_text = "; ".join(safeguards)
        if not safeguards:
            del self.fields["arranged"]
        self.fields["room"].queryset = Room.objects.filter(is_active=True)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if not given.get("room") and not given.get("place"):
            self.add_error("place", _("Choose a room, or write where it is."))
        return given


class RoomForm(KindForm):
    """A room as people will read it."""

    name = forms.CharField(
        label=_("Name"),
        max_length=80,
        help_text=_("As people find it: the building and the number. Everyone in a booked session reads it."),
    )
    seats = forms.IntegerField(label=_("Seats"), min_value=2, max_value=MOST_SEATS, initial=6)

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())


class ChangeRoomForm(RoomForm):
    is_active = forms.BooleanField(
        label=_("Sessions can be booked here"),
        required=False,
        help_text=_("Without the tick, nobody books it any more. What is booked stays."),
    )
