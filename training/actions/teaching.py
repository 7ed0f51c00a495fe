"""Who teaches a course, and in which room it meets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.scheduling.actions.occupying import lock_diaries
from portal.scheduling.models import Room
from training.levels import Level
from training.models import Certification, Meeting, Offering, TrainerAssignment
from training.occupied import room_is_taken, teaches_elsewhere
from training.policies import can_manage_training
from training.statuses import OfferingStatus

from .learners import find_learner, link_account
from .places import Refused, lock

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def assign_trainer(*, offering_id: int, trainer: User, leads: bool, by: User) -> TrainerAssignment:
    """Put somebody on a course, or change whether they lead it. Raises Refused with every reason against it.

    Whoever leads is certified as a trainer on each day; whoever helps may still be learning it.
    """
    offering = _changeable(offering_id, by)
    # Two courses at once compete for one person: whoever comes second sees the first.
    trainer = type(trainer).objects.select_for_update(of=("self",)).get(pk=trainer.pk)
    # A course and a session do too, and sessions take the lock of the neutral.
    lock_diaries([trainer.pk], None)
    reasons = _reasons_against(offering, trainer, leads=leads)
    if reasons:
        raise Refused(*reasons)
    facts = {"leads": leads, "assigned_by": by, "assigned_at": timezone.now()}
    made, _is_new = TrainerAssignment.objects.update_or_create(offering=offering, trainer=trainer, defaults=facts)
    record(AuditEvent.TRAINER_ASSIGNED, actor=by, subject=offering, trainer=trainer.pk, leads=leads)
    return made


@transaction.atomic
def remove_trainer(*, assignment_id: int, by: User) -> None:
    """Take somebody off a course. Twice is once."""
    assignment = TrainerAssignment.objects.filter(pk=assignment_id).first()
    if assignment is None:
        return
    offering = _changeable(assignment.offering_id, by)
    record(AuditEvent.TRAINER_ASSIGNED, actor=by, subject=offering, trainer=assignment.trainer_id, removed=True)
    assignment.delete()


@transaction.atomic
def set_room(*, meeting_id: int, room: Room | None, by: User) -> Meeting:
    """Where a meeting is held. Raises Refused when the room is taken at that time, or has too few seats."""
    meeting = Meeting.objects.get(pk=meeting_id)
    offering = _changeable(meeting.offering_id, by)
    if room is not None:
        room = Room.objects.select_for_update(of=("self",)).get(pk=room.pk)
        if room.seats < offering.places:
            words = _("%(room)s has %(seats)d seats, and this course %(places)d places.")
            raise Refused(words % {"room": room, "seats": room.seats, "places": offering.places})
        if room_is_taken(room, meeting):
            raise Refused(_("%(room)s is taken at that time.") % {"room": room})
    meeting.room, meeting.sequence = room, meeting.sequence + 1
    meeting.save(update_fields=["room", "sequence"])
    record(AuditEvent.MEETING_CHANGED, actor=by, subject=meeting, room=room.pk if room else None)
    return meeting


def _changeable(offering_id: int, by: User) -> Offering:
    if not can_manage_training(by):
        raise PermissionDenied
    offering = lock(offering_id)
    if offering.status in (OfferingStatus.CANCELLED, OfferingStatus.FINISHED):
        raise Refused(_("This course is over: nothing about its days changes any more."))
    return offering


def _reasons_against(offering: Offering, trainer: User, *, leads: bool) -> list[str]:
    reasons = []
    if not trainer.is_active:
        reasons.append(_("This account is not in use any more."))
    if offering.enrolments.filter(learner__user=trainer).exists():
        reasons.append(_("They are enrolled in this course themselves."))
    if teaches_elsewhere(trainer, offering):
        reasons.append(_("They teach another course at one of these times."))
    if leads and not _is_certified_throughout(trainer, offering):
        reasons.append(_("Whoever leads a course is certified as a trainer on each of its days."))
    return reasons


def _is_certified_throughout(trainer: User, offering: Offering) -> bool:
    known = find_learner(trainer.email)
    if known is not None:
        link_account(known)
    held = Certification.objects.filter(learner__user=trainer, level=Level.TRAINER)
    days = [timezone.localdate(meeting.starts_at) for meeting in offering.meetings.all()]
    return bool(days) and all(held.current(day).exists() for day in days)
