"""Writing to everybody of a course at once. Mail says that there is news; the words stand on each one's page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.vault.actions import create_key
from training.models import CohortMessage, Enrolment, Offering
from training.policies import can_manage_training
from training.statuses import Cohort, EnrolmentStatus

from . import telling
from .places import lock

if TYPE_CHECKING:
    from portal.accounts.models import User

_S = EnrolmentStatus
WHO = {
    Cohort.PLACE: frozenset({_S.CONFIRMED, _S.COMPLETED, _S.PARTLY}),
    Cohort.WAITING: frozenset({_S.WAITING}),
    Cohort.APPLIED: frozenset({_S.APPLIED}),
    Cohort.EVERYBODY: frozenset({_S.CONFIRMED, _S.COMPLETED, _S.PARTLY, _S.WAITING, _S.OFFERED, _S.APPLIED}),
}


def write_to_cohort(*, message_id: UUID, offering_id: int, audience: str, text: str, by: User) -> CohortMessage:
    """Write to those of an offering who are in one state now. Twice the same id is once. Raises ValidationError."""
    if not can_manage_training(by):
        raise PermissionDenied
    return _write(message_id, offering_id, audience, text, create_key(), by)


@transaction.atomic
def _write(message_id: UUID, offering_id: int, audience: str, text: str, key_id: UUID, by: User) -> CohortMessage:
    offering = lock(offering_id)
    already = CohortMessage.objects.filter(pk=message_id).first()
    if already is not None:
        return already
    readers = _readers(offering, audience)
    if not readers:
        raise ValidationError({"audience": _("Nobody would read this: there is no one in this state.")})
    made = CohortMessage(
        id=message_id,
        vault_key=key_id,
        offering=offering,
        audience=audience,
        text=text,
        told=len(readers),
        written_by=by,
    )
    made.save(force_insert=True)
    made.readers.set(readers)
    for enrolment in readers:
        telling.tell(enrolment)
    record(AuditEvent.COHORT_WRITTEN, actor=by, subject=made, people=made.told, audience=audience)
    return made


@transaction.atomic
def take_back_message(*, message_id: UUID, by: User) -> CohortMessage:
    """Nobody reads it any more. The mail has gone, and said nothing. Twice is once."""
    if not can_manage_training(by):
        raise PermissionDenied
    message = CohortMessage.objects.select_for_update(of=("self",)).get(pk=message_id)
    if message.taken_back_at is None:
        message.taken_back_at, message.text = timezone.now(), ""
        message.save(update_fields=["taken_back_at", "text"])
        record(AuditEvent.COHORT_TAKEN_BACK, actor=by, subject=message)
    return message


def _readers(offering: Offering, audience: str) -> list[Enrolment]:
    now = timezone.now()
    rows = offering.enrolments.filter(status__in=sorted(WHO[Cohort(audience)])).select_related("learner")
    return [one for one in rows if one.status != EnrolmentStatus.OFFERED or one.offer_stands(now)]
