"""Booking a time for a session. A neutral or a room is never booked twice, however many book at once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, case_id_of, lock_case, take_step, touch
from portal.cases.policies import can_coordinate
from portal.cases.statuses import CaseStatus
from portal.programmes.processes import definition
from portal.screening.actions import forget_look_before_session, mark_to_screen_again
from portal.screening.queries import safeguards_of
from portal.screening.statuses import Trigger

from ..gates import pair_ready_on
from ..grid import LEAST_NOTICE, is_session_time
from ..models import Booking, Reservation, Room
from ..statuses import BookingStatus
from .occupying import lock_diaries, refuse_overlaps
from .telling import send_calendar, send_calendar_to_neutral

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Assignment, Case


@transaction.atomic
def book_session(
    *,
    case_id: UUID,
    starts_at: datetime,
    room: Room | None = None,
    place: str = "",
    arranged: bool = False,
    by: User,
) -> Booking:
    """Book a session for a case: everyone gets the time, neutrals and room are taken for it.

    `arranged`: the safeguards that were chosen in screening have been seen to. Without it, none may be waiting.

    Raises PermissionDenied, MatterGone, or TransitionRefused when the time is not possible (Overlap: any more).
    """
    case = _lock(case_id, by)
    if case.status != CaseStatus.ARRANGING:
        raise TransitionRefused(step="book", words=_("No time is being looked for at the moment."))
    ends_at = _end_of(case, starts_at)
    _check_arranged(case, arranged)
    missing = pair_ready_on(case, timezone.localdate(starts_at))
    if missing:
        raise TransitionRefused(step="book", missing=missing)
    _occupy(case, starts_at, ends_at, room)
    booking = Booking.objects.create(
        vault_key=case.vault_key,
        case=case,
        starts_at=starts_at,
        ends_at=ends_at,
        room=room,
        place="" if room else place,
        booked_by=by,
    )
    _reserve(booking)
    take_step(case, "book", actor=by)
    mark_to_screen_again(case, Trigger.SESSION, actor=None)
    record(AuditEvent.SESSION_BOOKED, actor=by, matter=case.matter, subject=booking, starts_at=starts_at)
    send_calendar(booking)
    return booking


@transaction.atomic
def move_booking(
    *,
    booking_id: UUID,
    starts_at: datetime,
    room: Room | None = None,
    place: str = "",
    arranged: bool = False,
    by: User,
) -> Booking:
    """Put a booked session to another time or place; everyone's calendar follows. Raises as `book_session`."""
    booking = _lock_booking(booking_id, by)
    case = booking.case
    _check_arranged(case, arranged)
    ends_at = _end_of(case, starts_at)
    _occupy(case, starts_at, ends_at, room, besides=booking)
    booking.starts_at, booking.ends_at = starts_at, ends_at
    booking.room, booking.place = room, "" if room else place
    booking.sequence += 1
    booking.save()
    booking.reservations.all().delete()
    _reserve(booking)
    mark_to_screen_again(case, Trigger.SESSION, actor=None)
    record(AuditEvent.SESSION_MOVED, actor=by, matter=case.matter, subject=booking, starts_at=starts_at)
    touch(case.matter)
    send_calendar(booking)
    return booking


@transaction.atomic
def cancel_booking(*, booking_id: UUID, by: User) -> Booking:
    """Give a booked time back and look for another. Raises PermissionDenied, MatterGone or TransitionRefused."""
    booking = _lock_booking(booking_id, by)
    _cancel(booking, actor=by)
    take_step(booking.case, "rearrange", actor=by)
    return booking


def _check_arranged(case: Case, arranged: bool) -> None:
    """A safeguard is worth nothing before somebody has seen to it at this time and place."""
    chosen = safeguards_of(case.matter)
    if chosen and not arranged:
        words = _("To be arranged first, for it was chosen in screening: %(safeguards)s")
        raise TransitionRefused(step="book", words=words % {"safeguards": "; ".join(chosen)})


def cancel_everything(case: Case) -> None:
    """Give back whatever is booked, because the case ends or waits; called on a locked case."""
    for booking in case.bookings.filter(status=BookingStatus.BOOKED):
        booking.case = case
        _cancel(booking, actor=None)


def use_booking(booking: Booking) -> None:
    """Its session took place. Called on a locked case."""
    booking.status = BookingStatus.USED
    booking.save(update_fields=["status"])


def free_booking(booking: Booking) -> None:
    """Its session did not take place, and everyone in the room knows: nobody is written to. On a locked case."""
    booking.status, booking.cancelled_at = BookingStatus.CANCELLED, timezone.now()
    booking.save(update_fields=["status", "cancelled_at"])
    booking.reservations.all().delete()


def release_reservation(assignment: Assignment) -> None:
    """Somebody no longer conducts: their time is free again, and their calendar says so. On a locked case."""
    taken = Reservation.objects.filter(
        booking__case=assignment.case, booking__status=BookingStatus.BOOKED, neutral=assignment.neutral
    )
    for reservation in taken.select_related("booking"):
        booking = reservation.booking
        booking.sequence += 1
        booking.save(update_fields=["sequence"])
        send_calendar_to_neutral(booking, assignment.neutral, cancelled=True)
        reservation.delete()


def reserve_for_booking(assignment: Assignment) -> None:
    """Somebody joins a case whose time is booked. Raises Overlap when they are taken at that time."""
    booking = assignment.case.bookings.filter(status=BookingStatus.BOOKED).first()
    if booking is None:
        return
    booking.case = assignment.case
    lock_diaries([assignment.neutral_id], None)
    refuse_overlaps([assignment.neutral_id], None, booking.starts_at, booking.ends_at, besides=booking)
    _take(booking, neutral=assignment.neutral)
    send_calendar_to_neutral(booking, assignment.neutral)


def _cancel(booking: Booking, *, actor: object | None) -> None:
    booking.status, booking.cancelled_at = BookingStatus.CANCELLED, timezone.now()
    booking.sequence += 1
    booking.save(update_fields=["status", "cancelled_at", "sequence"])
    booking.reservations.all().delete()
    forget_look_before_session(booking.case)
    record(AuditEvent.BOOKING_CANCELLED, actor=actor, matter=booking.case.matter, subject=booking)
    send_calendar(booking, cancelled=True)


def _occupy(
    case: Case, starts_at: datetime, ends_at: datetime, room: Room | None, *, besides: Booking | None = None
) -> None:
    """Take turns with everyone who books these neutrals or this room, then look whether they are free."""
    neutrals = sorted(case.assignments.accepted().values_list("neutral_id", flat=True))
    lock_diaries(neutrals, room)
    refuse_overlaps(neutrals, room, starts_at, ends_at, besides=besides)


def _reserve(booking: Booking) -> None:
    for assignment in booking.case.assignments.accepted().select_related("neutral"):
        _take(booking, neutral=assignment.neutral)
    if booking.room is not None:
        _take(booking, room=booking.room)


def _take(booking: Booking, *, neutral: User | None = None, room: Room | None = None) -> None:
    Reservation.objects.create(
        booking=booking, neutral=neutral, room=room, starts_at=booking.starts_at, ends_at=booking.ends_at
    )


def _end_of(case: Case, starts_at: datetime) -> datetime:
    """When a session that starts then is over. Raises TransitionRefused for a time at which none can be held."""
    ends_at = starts_at + timedelta(minutes=definition(case.process).default_minutes)
    if starts_at < timezone.now() + LEAST_NOTICE:
        raise TransitionRefused(step="book", words=_("That is too soon. Choose a time at least two hours from now."))
    if not is_session_time(starts_at, ends_at):
        words = _("Sessions are between 08:00 and 22:00, and start on the hour or half hour.")
        raise TransitionRefused(step="book", words=words)
    return ends_at


def _lock(case_id: UUID, by: User) -> Case:
    case = lock_case(case_id)
    if not can_coordinate(by, case):
        raise PermissionDenied
    return case


def _lock_booking(booking_id: UUID, by: User) -> Booking:
    case = _lock(case_id_of(Booking, booking_id), by)
    booking = Booking.objects.select_for_update(of=("self",)).select_related("room").get(pk=booking_id)
    booking.case = case
    if booking.status != BookingStatus.BOOKED or case.status != CaseStatus.BOOKED:
        raise TransitionRefused(step="rearrange", words=_("This time is no longer booked."))
    return booking
