"""Who was there, for how long, and what it counts for once the course is over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from training.completing import is_enough
from training.models import Attendance, Credit, Enrolment, Meeting, Offering
from training.policies import can_manage_training
from training.statuses import CreditKind, EnrolmentStatus, OfferingStatus

from . import telling
from .enrolling import locked
from .places import Refused, change, lock

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def take_attendance(*, enrolment_id: UUID, meeting_id: int, quarters: int, by: User) -> Attendance | None:
    """Note how many quarter hours somebody was at a meeting; 0 takes the note away. Raises ValidationError."""
    if not can_manage_training(by):
        raise PermissionDenied
    enrolment = locked(enrolment_id)
    meeting = Meeting.objects.get(pk=meeting_id, offering=enrolment.offering)
    if enrolment.status != EnrolmentStatus.CONFIRMED:
        raise Refused(_("Attendance is taken of people who have a place, until the course is finished."))
    if not 0 <= quarters <= meeting.quarters:
        most = meeting.quarters / 4
        raise ValidationError(_("This meeting lasts %(hours)g hours: nobody was there for longer.") % {"hours": most})
    record(AuditEvent.TRAINING_ATTENDED, actor=by, subject=enrolment, meeting=meeting.pk, quarters=quarters)
    if not quarters:
        Attendance.objects.filter(enrolment=enrolment, meeting=meeting).delete()
        return None
    facts = {"quarters": quarters, "noted_by": by, "noted_at": timezone.now()}
    return Attendance.objects.update_or_create(enrolment=enrolment, meeting=meeting, defaults=facts)[0]


@transaction.atomic
def finish_offering(*, offering_id: int, by: User) -> list[Enrolment]:
    """The course is over: everybody with a place has completed it, was there in part, or did not come.

    Hours count as attended; the course itself only for those who completed it. Applications and the line end.
    """
    if not can_manage_training(by):
        raise PermissionDenied
    offering, now = lock(offering_id), timezone.now()
    meetings = list(offering.meetings.all())
    if offering.status != OfferingStatus.OPEN or not meetings or meetings[-1].ends_at > now:
        raise Refused(_("A course is finished after its last meeting, once."))
    offering.status = OfferingStatus.FINISHED
    offering.save(update_fields=["status"])
    last_day = timezone.localdate(meetings[-1].starts_at)
    in_all = sum(meeting.quarters for meeting in meetings)
    ended = [_end(one, offering, in_all, last_day, by) for one in _still_open(offering)]
    for one in ended:
        if one.status in (EnrolmentStatus.COMPLETED, EnrolmentStatus.PARTLY):
            telling.tell(one)  # what it counts for stands on their page, and four questions
    record(AuditEvent.TRAINING_COMPLETED, actor=by, subject=offering, people=len(ended))
    return ended


def _still_open(offering: Offering) -> list[Enrolment]:
    live = [EnrolmentStatus.CONFIRMED, EnrolmentStatus.APPLIED, EnrolmentStatus.WAITING, EnrolmentStatus.OFFERED]
    return list(offering.enrolments.filter(status__in=live).select_related("learner").prefetch_related("attendances"))


def _end(enrolment: Enrolment, offering: Offering, in_all: int, day: date, by: User) -> Enrolment:
    if enrolment.status != EnrolmentStatus.CONFIRMED:
        change(enrolment, EnrolmentStatus.LAPSED)
        return enrolment
    there = sum(one.quarters for one in enrolment.attendances.all())
    completed = is_enough(there, in_all)
    if there:
        _credit(enrolment, offering, CreditKind.HOURS, there, day, by)
    if completed:
        _credit(enrolment, offering, CreditKind.MODULE, 1, day, by)
    in_part = EnrolmentStatus.PARTLY if there else EnrolmentStatus.NO_SHOW
    change(enrolment, EnrolmentStatus.COMPLETED if completed else in_part)
    return enrolment


def _credit(enrolment: Enrolment, offering: Offering, kind: CreditKind, amount: int, day: date, by: User) -> None:
    course = offering.course
    Credit.objects.create(
        vault_key=enrolment.vault_key,
        learner=enrolment.learner,
        enrolment=enrolment,
        kind=kind,
        category=course.category if kind == CreditKind.HOURS else "",
        course=course,
        amount=amount,
        earned_on=day,
        recorded_by=by,
    )
