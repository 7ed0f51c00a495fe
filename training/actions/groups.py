"""A group asks for a training of its own, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.mail.actions import enqueue
from portal.mail.statuses import MailKind
from portal.programmes.queries import current_office
from portal.vault.actions import create_key, office_key
from training.models import GroupRequest, Offering
from training.policies import can_manage_training
from training.statuses import NEXT_STEPS, GroupRequestStatus

if TYPE_CHECKING:
    from portal.accounts.models import User


def send_group_request(*, request_id: UUID, facts: dict[str, Any]) -> GroupRequest:
    """Take in what a group asks for; twice the same id is once. They get a mail, and so does the office."""
    key_id = create_key()
    with transaction.atomic():
        already = GroupRequest.objects.filter(pk=request_id).first()
        if already is not None:
            return already
        made = GroupRequest(id=request_id, vault_key=key_id, **facts)
        made.full_clean(exclude=["offering"])
        made.save(force_insert=True)
        enqueue(kind=MailKind.GROUP_THANKS, address=made.address, key_id=key_id)
        enqueue(kind=MailKind.STAFF_NEWS, address=current_office().email, key_id=office_key())
        record(AuditEvent.GROUP_REQUEST_SENT, actor=None, subject=made, people=made.people, hours=made.hours)
    return made


@transaction.atomic
def move_group_request(*, request_id: UUID, status: str, by: User, offering: Offering | None = None) -> GroupRequest:
    """The next step. Planning names the offering that was made for this group."""
    group = _locked(request_id, by)
    if status not in NEXT_STEPS.get(GroupRequestStatus(group.status), ()):
        raise ValidationError(_("This step cannot follow now."))
    if status == GroupRequestStatus.PLANNED and offering is None:
        raise ValidationError({"offering": _("Choose the dates that were made for this group.")})
    group.status, group.offering = status, offering or group.offering
    group.ended_at = timezone.now() if status in (GroupRequestStatus.HELD, GroupRequestStatus.CLOSED) else None
    group.save(update_fields=["status", "offering", "ended_at"])
    record(AuditEvent.GROUP_REQUEST_CHANGED, actor=by, subject=group, status=status)
    return group


@transaction.atomic
def evaluate_group(*, request_id: UUID, answers: int, score: int, by: User) -> GroupRequest:
    """How many people filled in the form afterwards, and their mean from 10 to 50 (tenths of one to five)."""
    group = _locked(request_id, by)
    if group.status != GroupRequestStatus.HELD:
        raise ValidationError(_("A training is evaluated after it was held."))
    group.answers, group.score = answers, score
    group.full_clean()
    group.save(update_fields=["answers", "score"])
    record(AuditEvent.GROUP_REQUEST_CHANGED, actor=by, subject=group, answers=answers)
    return group


def _locked(request_id: UUID, by: User) -> GroupRequest:
    if not can_manage_training(by):
        raise PermissionDenied
    return GroupRequest.objects.select_for_update().get(pk=request_id)
