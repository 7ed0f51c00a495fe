"""Taking turns: who books a neutral or a room waits for everybody else who does, and then looks again."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.cases.actions import TransitionRefused
from portal.roster.models import NeutralProfile

from ..elsewhere import elsewhere
from ..models import Booking, Reservation, Room

if TYPE_CHECKING:
    from collections.abc import Sequence


class Overlap(TransitionRefused):
    """A neutral or the room has been taken for that time."""


def lock_diaries(neutrals: Sequence[UUID], room: Room | None) -> None:
    """Lock the neutrals, then the room, each in the order of their ids: two bookings never wait for each other."""
    list(NeutralProfile.objects.select_for_update(of=("self",)).filter(user__in=neutrals).order_by("pk"))
    if room is not None:
        list(Room.objects.select_for_update().filter(pk=room.pk))


def refuse_overlaps(
    neutrals: Sequence[UUID],
    room: Room | None,
    starts_at: datetime,
    ends_at: datetime,
    *,
    besides: Booking | None = None,
) -> None:
    """Raises Overlap, with names, when somebody or the room is taken at any moment of that time."""
    taken = Reservation.objects.filter(starts_at__lt=ends_at, ends_at__gt=starts_at)
    if besides is not None:
        taken = taken.exclude(booking=besides)
    taken = taken.filter(Q(neutral__in=neutrals) | Q(room=room) & Q(room__isnull=False))
    names = {
        reservation.neutral.get_full_name() if reservation.neutral else str(reservation.room)
        for reservation in taken.select_related("neutral", "room")
    }
    names |= _taken_by_courses(neutrals, room, starts_at, ends_at)
    if names:
        words = _("Taken at that time: %(names)s") % {"names": ", ".join(sorted(names))}
        raise Overlap(step="book", words=words)


def _taken_by_courses(neutrals: Sequence[UUID], room: Room | None, starts_at: datetime, ends_at: datetime) -> set[str]:
    teaching = elsewhere().people(starts_at, ends_at) & set(neutrals)
    names = {one.get_full_name() for one in User.objects.filter(pk__in=teaching)} if teaching else set()
    if room is not None and room.pk in elsewhere().rooms(starts_at, ends_at):
        names.add(str(room))
    return names
