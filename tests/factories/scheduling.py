"""Rooms, and sessions that are booked in them."""

from datetime import datetime, time, timedelta
from itertools import count

from django.utils import timezone

from portal.programmes.hours import office_zone
from portal.scheduling.models import Booking, Reservation, Room

from .people import make_staff

_numbers = count(1)


def local_time(days=1, hour=14, minute=0):
    """A moment so many days from today, by the office's clock."""
    day = timezone.localdate(timezone=office_zone()) + timedelta(days=days)
    return datetime.combine(day, time(hour, minute), office_zone())


def make_room(**facts):
    return Room.objects.create(**({"name": f"Room {next(_numbers)}"} | facts))


def make_booking(case, *, starts_at=None, minutes=120, room=None, **facts):
    """A booked session with its reservations; the case's status is the caller's to set."""
    starts_at = starts_at or local_time()
    ends_at = starts_at + timedelta(minutes=minutes)
    booking = Booking.objects.create(
        vault_key=case.vault_key,
        case=case,
        starts_at=starts_at,
        ends_at=ends_at,
        room=room,
        booked_by=facts.pop("booked_by", None) or case.coordinator or make_staff(),
        **facts,
    )
    for assignment in case.assignments.accepted():
        Reservation.objects.create(booking=booking, neutral=assignment.neutral, starts_at=starts_at, ends_at=ends_at)
    if room is not None:
        Reservation.objects.create(booking=booking, room=room, starts_at=starts_at, ends_at=ends_at)
    return booking
