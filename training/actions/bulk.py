"""What is done to many people at one click, and taken back at another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from training.models import Attendance, BulkStep, Enrolment, Meeting, Offering
from training.policies import can_manage_training
from training.statuses import BulkKind, EnrolmentStatus, OfferingStatus

from . import telling
from .attending import take_attendance
from .enrolling import admit
from .leaving import mark_no_show
from .places import Refused, change, lock, settle

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def take_attendance_of_many(*, meeting_id: int, quarters: Mapping[UUID, int], by: User) -> BulkStep | None:
    """Note for each of these enrolments how many quarter hours they were there. None when nothing changed.

    All of it or nothing: raises as `take_attendance` does.
    """
    meeting = Meeting.objects.select_related("offering").get(pk=meeting_id)
    offering = _locked(meeting.offering_id, by)
    stood = dict(Attendance.objects.filter(meeting=meeting).values_list("enrolment", "quarters"))
    changed = {pk: much for pk, much in quarters.items() if stood.get(pk, 0) != much}
    for pk, much in changed.items():
        take_attendance(enrolment_id=pk, meeting_id=meeting_id, quarters=much, by=by)
    if not changed:
        return None
    before = {str(pk): stood.get(pk, 0) for pk in changed}
    after = {str(pk): much for pk, much in changed.items()}
    return BulkStep.objects.create(
        offering=offering, kind=BulkKind.ATTENDANCE, meeting=meeting, before=before, after=after, made_by=by
    )


@transaction.atomic
def mark_many_no_show(*, offering_id: int, enrolment_ids: list[UUID], by: User) -> BulkStep | None:
    """These people did not come at all. Raises Refused when one of them cannot have stayed away."""
    offering = _locked(offering_id, by)
    ids = list(offering.enrolments.filter(pk__in=enrolment_ids).values_list("pk", flat=True))
    for pk in ids:
        mark_no_show(enrolment_id=pk, by=by)
    if not ids:
        return None
    before = {str(pk): EnrolmentStatus.CONFIRMED.value for pk in ids}
    after = {str(pk): EnrolmentStatus.NO_SHOW.value for pk in ids}
    return BulkStep.objects.create(offering=offering, kind=BulkKind.NO_SHOW, before=before, after=after, made_by=by)


@transaction.atomic
def admit_many(*, offering_id: int, enrolment_ids: list[UUID], by: User) -> BulkStep | None:
    """Say yes to these applications, first come first. What somebody decided meanwhile stays. None when all was."""
    offering = _locked(offering_id, by)
    chosen = offering.enrolments.filter(pk__in=enrolment_ids, status=EnrolmentStatus.APPLIED)
    ids = list(chosen.order_by("line").values_list("pk", flat=True))
    after = {str(pk): admit(enrolment_id=pk, by=by).status for pk in ids}
    if not ids:
        return None
    before = {str(pk): EnrolmentStatus.APPLIED.value for pk in ids}
    return BulkStep.objects.create(offering=offering, kind=BulkKind.ADMITTED, before=before, after=after, made_by=by)


@transaction.atomic
def undo_step(*, step_id: int, by: User) -> int:
    """Put back what stood before a step, within a day. What somebody changed since stays as they left it.

    Returns how many rows were put back; a second time changes nothing.
    """
    step = BulkStep.objects.get(pk=step_id)
    offering = _locked(step.offering_id, by)
    step = BulkStep.objects.select_for_update().get(pk=step_id)
    if step.undone_at is not None:
        return 0
    if offering.status != OfferingStatus.OPEN:
        raise Refused(_("The course is finished: what counts has been credited, and is not taken back from here."))
    if not step.can_be_undone(timezone.now()):
        raise Refused(_("This was done more than a day ago. Please correct each person by themselves."))
    put_back = sum(_PUT_BACK[BulkKind(step.kind)](step, pk, by) for pk in step.before)
    # Only now: a place that is free again is not offered to somebody whose own turn is about to be taken back.
    settle(offering, timezone.now())
    step.undone_at = timezone.now()
    step.save(update_fields=["undone_at"])
    record(AuditEvent.BULK_UNDONE, actor=by, subject=step, rows=put_back)
    return put_back


def _put_back_attendance(step: BulkStep, pk: str, by: User) -> bool:
    now = (
        Attendance.objects.filter(enrolment=UUID(pk), meeting=step.meeting_id)
        .values_list("quarters", flat=True)
        .first()
    )
    is_live = Enrolment.objects.filter(pk=pk, status=EnrolmentStatus.CONFIRMED).exists()
    if (now or 0) != step.after[pk] or not is_live or step.meeting_id is None:
        return False
    take_attendance(enrolment_id=UUID(pk), meeting_id=step.meeting_id, quarters=step.before[pk], by=by)
    return True


def _put_back_place(step: BulkStep, pk: str, by: User) -> bool:
    """A no-show never freed the place, so it is theirs again without asking the line."""
    enrolment = Enrolment.objects.filter(pk=pk, status=EnrolmentStatus.NO_SHOW).first()
    if enrolment is None:
        return False
    change(enrolment, EnrolmentStatus.CONFIRMED)
    record(AuditEvent.ENROLMENT_DECIDED, actor=by, subject=enrolment, status=enrolment.status)
    return True


def _put_back_application(step: BulkStep, pk: str, by: User) -> bool:
    """Read once more. They were told of a yes, so they are told of this too."""
    enrolment = Enrolment.objects.select_related("learner").filter(pk=pk, status=step.after[pk]).first()
    if enrolment is None:
        return False
    had_place = enrolment.status == EnrolmentStatus.CONFIRMED
    change(enrolment, EnrolmentStatus.APPLIED)
    record(AuditEvent.ENROLMENT_DECIDED, actor=by, subject=enrolment, status=enrolment.status)
    (telling.take_back if had_place else telling.tell)(enrolment)
    return True


_PUT_BACK: dict[BulkKind, Callable[[BulkStep, str, User], bool]] = {
    BulkKind.ATTENDANCE: _put_back_attendance,
    BulkKind.NO_SHOW: _put_back_place,
    BulkKind.ADMITTED: _put_back_application,
}


def _locked(offering_id: int, by: User) -> Offering:
    if not can_manage_training(by):
        raise PermissionDenied
    return lock(offering_id)
