"""Making offerings, changing how many places they have, cancelling and finishing them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.scheduling.models import Room
from training.models import Course, Meeting, Offering
from training.occupied import room_is_taken
from training.policies import can_manage_training
from training.statuses import EnrolmentStatus, OfferingStatus

from . import telling
from .places import Refused, change, lock, settle

if TYPE_CHECKING:
    from portal.accounts.models import User

Span = tuple[datetime, datetime]


@transaction.atomic
def save_course(*, course: Course, needs: Sequence[Course], by: User) -> Course:
    """Make a course or change one. Raises ValidationError for what cannot be, such as a course that needs itself."""
    _must_manage(by)
    if course.pk and course.pk in {one.pk for one in needs}:
        raise ValidationError({"needs_courses": _("A course cannot be needed for itself.")})
    course.full_clean()
    course.save()
    course.needs_courses.set(needs)
    record(AuditEvent.COURSE_CHANGED, actor=by, subject=course)
    return course


@transaction.atomic
def create_offering(
    *, course: Course, meetings: Sequence[Span], by: User, room: Room | None = None, **facts: Any
) -> Offering:
    """Dates for a course, as a draft that nobody sees yet. Meetings may lie in evenings and at weekends."""
    _must_manage(by)
    offering = Offering(course=course, created_by=by, **facts)
    offering.full_clean()
    _check_meetings(meetings, offering)
    offering.save()
    made = [Meeting.objects.create(offering=offering, starts_at=starts, ends_at=ends) for starts, ends in meetings]
    if room is not None:
        _give_room(room, made)
    record(AuditEvent.OFFERING_CHANGED, actor=by, subject=offering, places=offering.places, meetings=len(meetings))
    return offering


@transaction.atomic
def publish_offering(*, offering_id: int, by: User) -> Offering:
    """From now on people can enrol, as soon as its day of opening has come."""
    _must_manage(by)
    offering = lock(offering_id)
    if offering.status != OfferingStatus.DRAFT:
        raise Refused(_("Only a draft can be opened."))
    _set_status(offering, OfferingStatus.OPEN)
    record(AuditEvent.OFFERING_CHANGED, actor=by, subject=offering, status=offering.status)
    return offering


@transaction.atomic
def change_places(*, offering_id: int, places: int, by: User) -> Offering:
    """More places go to the line at once. Fewer places drop nobody: until enough have left, no new place is given."""
    _must_manage(by)
    offering = lock(offering_id)
    was, offering.places = offering.places, places
    offering.full_clean()
    offering.save(update_fields=["places"])
    record(AuditEvent.OFFERING_CHANGED, actor=by, subject=offering, places=places, was=was)
    settle(offering, timezone.now())
    return offering


@transaction.atomic
def cancel_offering(*, offering_id: int, by: User) -> Offering:
    """It does not take place. Everybody who has a place, or waits for one, is told. Twice is once."""
    _must_manage(by)
    offering, now = lock(offering_id), timezone.now()
    if offering.status == OfferingStatus.FINISHED:
        raise Refused(_("This has taken place already."))
    if offering.status == OfferingStatus.CANCELLED:
        return offering
    _set_status(offering, OfferingStatus.CANCELLED)
    for enrolment in offering.enrolments.live(now).select_related("learner"):
        had_place = enrolment.status == EnrolmentStatus.CONFIRMED
        change(enrolment, EnrolmentStatus.CANCELLED)
        enrolment.offering = offering
        if had_place:
            telling.take_back(enrolment)
        telling.tell(enrolment)
    record(AuditEvent.OFFERING_CANCELLED, actor=by, subject=offering)
    return offering


def _set_status(offering: Offering, status: OfferingStatus) -> None:
    offering.status = status
    offering.save(update_fields=["status"])


def _check_meetings(meetings: Sequence[Span], offering: Offering) -> None:
    """At least one, in order, none of them over another, and enrolment closes before the last one ends."""
    if not meetings:
        raise ValidationError(_("Give at least one meeting."))
    spans = sorted(meetings)
    if any(ends <= starts for starts, ends in spans):
        raise ValidationError(_("A meeting ends after it starts."))
    if any(one[1] > other[0] for one, other in pairwise(spans)):
        raise ValidationError(_("Two of these meetings overlap."))
    if offering.closes_at > spans[-1][1]:
        raise ValidationError({"closes_at": _("Enrolment closes before the last meeting is over.")})


def _give_room(room: Room, meetings: Sequence[Meeting]) -> None:
    """The same room for each of them. Raises ValidationError with the days on which it is taken."""
    room = Room.objects.select_for_update(of=("self",)).get(pk=room.pk)
    if room.seats < meetings[0].offering.places:
        words = _("%(room)s has %(seats)d seats, and this course %(places)d places.")
        facts = {"room": room, "seats": room.seats, "places": meetings[0].offering.places}
        raise ValidationError({"room": words % facts})
    taken = [one for one in meetings if room_is_taken(room, one)]
    if taken:
        days = "; ".join(date_format(timezone.localtime(one.starts_at), "l, j F Y, H:i") for one in taken)
        words = _("%(room)s is taken at that time: %(days)s.")
        raise ValidationError({"room": words % {"room": room, "days": days}})
    Meeting.objects.filter(pk__in=[one.pk for one in meetings]).update(room=room)


def _must_manage(by: User) -> None:
    if not can_manage_training(by):
        raise PermissionDenied
