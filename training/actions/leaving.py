"""Answering an offer, leaving, moving to other dates, not coming."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from training.models import Enrolment, Offering
from training.policies import can_answer_for, can_manage_training
from training.statuses import LIVE, EnrolmentStatus

from . import telling
from .enrolling import locked, tell_of_place
from .places import Refused, begins_at, change, free_places, lock_all, next_in_line, settle

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer


def accept_offer(*, enrolment_id: UUID, by: Viewer) -> Enrolment:
    """Take the place that is on offer. Twice is once.

    Raises Refused when the offer ran out; the place has then gone to the next person, who was told.
    """
    with transaction.atomic():
        enrolment = _own(enrolment_id, by)
        _take_or_pass_on(enrolment, by)
    if enrolment.status != EnrolmentStatus.CONFIRMED:
        raise Refused(_("This offer has run out, and the place went to the next person. You can join the list again."))
    return enrolment


@transaction.atomic
def decline_offer(*, enrolment_id: UUID, by: Viewer) -> Enrolment:
    """Let the place go to the next person, at once."""
    enrolment, now = _own(enrolment_id, by), timezone.now()
    if enrolment.offer_stands(now):
        change(enrolment, EnrolmentStatus.DECLINED)
        record(AuditEvent.PLACE_ANSWERED, actor=by, subject=enrolment, status=enrolment.status)
    settle(enrolment.offering, now)
    return enrolment


@transaction.atomic
def withdraw(*, enrolment_id: UUID, by: Viewer) -> Enrolment:
    """Leave: the course, the line or the applications. A freed place goes to the next person at once."""
    enrolment, now = _own(enrolment_id, by), timezone.now()
    if enrolment.status not in LIVE:
        return enrolment
    had_place = enrolment.status == EnrolmentStatus.CONFIRMED
    change(enrolment, EnrolmentStatus.WITHDRAWN)
    record(AuditEvent.ENROLMENT_ENDED, actor=by, subject=enrolment, status=enrolment.status)
    if had_place:
        telling.take_back(enrolment)
    settle(enrolment.offering, now)
    return enrolment


@transaction.atomic
def transfer(*, enrolment_id: UUID, to_offering_id: int, by: Viewer) -> Enrolment:
    """Move a place to other dates of the same course. Raises Refused, and the old place is kept, when none is free."""
    old_id = Enrolment.objects.values_list("offering", flat=True).get(pk=enrolment_id)
    offerings, now = lock_all([old_id, to_offering_id]), timezone.now()
    enrolment, new = _own(enrolment_id, by), offerings[to_offering_id]
    settle(new, now)
    _refuse_unless_movable(enrolment, new, now)
    change(enrolment, EnrolmentStatus.TRANSFERRED)
    moved = Enrolment.objects.create(
        vault_key=enrolment.vault_key,
        offering=new,
        learner=enrolment.learner,
        status=EnrolmentStatus.CONFIRMED,
        line=next_in_line(new),
        access_needs=enrolment.access_needs,
        food=enrolment.food,
        why=enrolment.why,
        moved_from=enrolment,
    )
    record(AuditEvent.ENROLMENT_MOVED, actor=by, subject=moved, was=str(enrolment.pk))
    telling.take_back(enrolment)
    tell_of_place(moved)
    settle(offerings[old_id], now)
    return moved


@transaction.atomic
def mark_no_show(*, enrolment_id: UUID, by: User) -> Enrolment:
    """Somebody did not come. Their place stays taken: the course has begun."""
    if not can_manage_training(by):
        raise PermissionDenied
    enrolment = locked(enrolment_id)
    begins = begins_at(enrolment.offering)
    if enrolment.status != EnrolmentStatus.CONFIRMED or begins is None or begins > timezone.now():
        raise Refused(_("Only somebody with a place, and only once the course has begun, can have stayed away."))
    change(enrolment, EnrolmentStatus.NO_SHOW)
    record(AuditEvent.ENROLMENT_ENDED, actor=by, subject=enrolment, status=enrolment.status)
    return enrolment


def _take_or_pass_on(enrolment: Enrolment, by: Viewer) -> None:
    now = timezone.now()
    if enrolment.status == EnrolmentStatus.CONFIRMED:
        return
    if not enrolment.offer_stands(now):
        settle(enrolment.offering, now)
        return
    change(enrolment, EnrolmentStatus.CONFIRMED)
    record(AuditEvent.PLACE_ANSWERED, actor=by, subject=enrolment, status=enrolment.status)
    telling.confirm(enrolment)


def _own(enrolment_id: UUID, by: Viewer) -> Enrolment:
    enrolment = locked(enrolment_id)
    if not can_answer_for(by, enrolment):
        raise PermissionDenied
    return enrolment


def _refuse_unless_movable(enrolment: Enrolment, new: Offering, now: datetime) -> None:
    if enrolment.status != EnrolmentStatus.CONFIRMED:
        raise Refused(_("Only somebody who has a place can move to other dates."))
    if new.pk == enrolment.offering_id or new.course_id != enrolment.offering.course_id:
        raise Refused(_("Please choose other dates of the same course."))
    if not new.takes_enrolments(now):
        raise Refused(_("Enrolment for those dates has closed."))
    if new.enrolments.live(now).filter(learner=enrolment.learner).exists():
        raise Refused(_("You are enrolled for those dates already."))
    if free_places(new, now) <= 0 or new.enrolments.waiting().exists():
        raise Refused(_("No place is free on those dates. The place on the old dates is kept."))
