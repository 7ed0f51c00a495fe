"""What is taken at the time of a meeting: rooms and trainers. Courses and sessions share the office's rooms."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from portal.scheduling.elsewhere import Elsewhere
from portal.scheduling.models import Reservation, Room

from .models import Meeting, Offering
from .statuses import OfferingStatus

if TYPE_CHECKING:
    from portal.accounts.models import User

_HELD = (OfferingStatus.DRAFT, OfferingStatus.OPEN)


def room_is_taken(room: Room, meeting: Meeting) -> bool:
    """By another meeting of a course that takes place, or by a session."""
    time = {"starts_at__lt": meeting.ends_at, "ends_at__gt": meeting.starts_at}
    others = Meeting.objects.filter(room=room, offering__status__in=_HELD, **time).exclude(pk=meeting.pk)
    return others.exists() or Reservation.objects.filter(room=room, **time).exists()


def teaches_elsewhere(trainer: User, offering: Offering) -> bool:
    """Whether somebody teaches, or conducts a session, at one of the times of this offering."""
    mine = Meeting.objects.filter(offering__trainers__trainer=trainer, offering__status__in=_HELD)
    courses = _at_the_time_of(mine.exclude(offering=offering))
    sessions = _at_the_time_of(Reservation.objects.filter(neutral=trainer))
    return offering.meetings.filter(courses | sessions).exists()


def side_for_sessions() -> Elsewhere:
    """What portal.scheduling is told at start-up: which rooms and which people courses take up at a time."""
    return Elsewhere(rooms=_rooms, people=_people)


def _rooms(starts_at: datetime, ends_at: datetime) -> set[int]:
    held = _held_at(starts_at, ends_at).exclude(room=None)
    return set(held.values_list("room", flat=True))


def _people(starts_at: datetime, ends_at: datetime) -> set[UUID]:
    held = _held_at(starts_at, ends_at).exclude(offering__trainers=None)
    return set(held.values_list("offering__trainers__trainer", flat=True))


def _held_at(starts_at: datetime, ends_at: datetime) -> QuerySet[Meeting]:
    held = Meeting.objects.filter(offering__status__in=_HELD, starts_at__lt=ends_at, ends_at__gt=starts_at)
    return held.order_by()


def _at_the_time_of(rows: QuerySet) -> Exists:
    return Exists(rows.filter(starts_at__lt=OuterRef("ends_at"), ends_at__gt=OuterRef("starts_at")))
