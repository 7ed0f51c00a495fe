"""The enforcing office's own record: looks, changes, breach reports, its end, and the end of its time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import MatterGone, TransitionRefused
from portal.mail.actions import drop_queued, forget_task_results
from portal.mail.models import Mailing
from portal.vault.actions import destroy_key
from portal.vault.keystore.models import DataKey

from ..models import Amendment, BreachReport, CheckIn, Commitment, EnforcementRecord
from ..policies import can_enforce
from ..statuses import RECORD_ENDS, CheckInState, CommitmentStatus, RecordStatus
from .following import note_check_in

if TYPE_CHECKING:
    from portal.accounts.models import User

KEPT_FOR_YEARS = 7


@transaction.atomic
def check_in_record(*, commitment_id: UUID, state: CheckInState, words: str, by: User) -> CheckIn:
    """Write down how a commitment goes. Raises PermissionDenied, TransitionRefused or MatterGone."""
    commitment, kept = _lock_commitment(commitment_id, by)
    row = note_check_in(commitment, state=state, words=words, by=by)
    record(AuditEvent.COMMITMENT_LOOKED_AT, actor=by, matter=kept, subject=row, state=state)
    return row


@transaction.atomic
def move_due_day(*, commitment_id: UUID, due_on: date, reason: str, by: User) -> Commitment:
    """Give a commitment another day; the log keeps from when to when and why. Raises as `check_in_record` does."""
    commitment, kept = _lock_commitment(commitment_id, by)
    if commitment.starts_on and due_on < commitment.starts_on:
        raise TransitionRefused(step="due", words=_("It is due before it starts."))
    facts = {"number": commitment.number, "before": str(commitment.due_on), "after": str(due_on)}
    before = commitment.due_on
    commitment.move_to(due_on)
    commitment.save()
    words = _("Commitment %(number)s: from %(before)s to %(after)s. %(reason)s") % {
        "number": commitment.number,
        "before": before,
        "after": due_on,
        "reason": reason.strip(),
    }
    row = Amendment.objects.create(vault_key=kept.pk, record=kept, edition=kept.edition, words=words, made_by=by)
    record(AuditEvent.PLAN_AMENDED, actor=by, matter=kept, subject=row, **facts)
    return commitment


@transaction.atomic
def report_breach(*, record_id: UUID, to_whom: str, words: str, by: User) -> BreachReport:
    """Report that something promised was not kept. Raises as `check_in_record` does."""
    kept = _lock(record_id, by)
    report = BreachReport.objects.create(
        vault_key=kept.pk, record=kept, to_whom=to_whom.strip(), words=words.strip(), reported_by=by
    )
    record(AuditEvent.BREACH_REPORTED, actor=by, matter=kept, subject=report)
    return report


@transaction.atomic
def end_record(*, record_id: UUID, status: RecordStatus, by: User) -> EnforcementRecord:
    """Say how it ended; from today its own time of keeping runs. Raises as `check_in_record` does."""
    kept = _lock(record_id, by)
    if status not in RECORD_ENDS:
        raise ValueError("This is no end.")
    is_open = kept.commitments.filter(status=CommitmentStatus.OPEN, is_support=False).exists()
    if status == RecordStatus.COMPLETED and is_open:
        raise TransitionRefused(step="end_record", words=_("Something promised is still open."))
    today = timezone.localdate()
    kept.status, kept.ended_on, kept.keep_until = status, today, years_later(today, KEPT_FOR_YEARS)
    kept.save()
    record(AuditEvent.RECORD_ENDED, actor=by, matter=kept, subject=kept, status=status, until=str(kept.keep_until))
    return kept


def destroy_expired_records() -> int:
    """For the timer: records whose time is over lose their key, then their rows. Returns how many."""
    over = EnforcementRecord.objects.filter(keep_until__lt=timezone.localdate())
    return sum(_destroy(kept) for kept in list(over))


def years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year + years, month=3, day=1)


def _destroy(kept: EnforcementRecord) -> bool:
    """The last link of its chain goes first, while there is a key to seal it. Killed midway, it goes on from there."""
    if DataKey.objects.filter(pk=kept.pk).exists():
        with transaction.atomic():
            record(AuditEvent.RECORD_EXPIRED, actor=None, matter=kept, subject=kept)
            drop_queued(key_id=kept.pk)
        destroy_key(key_id=kept.pk)
    with transaction.atomic():
        forget_task_results(key_id=kept.pk)
        Mailing.objects.filter(vault_key=kept.pk).delete()
        kept.delete()
    return True


def _lock(record_id: UUID, by: User) -> EnforcementRecord:
    kept = EnforcementRecord.objects.select_for_update(of=("self",)).filter(pk=record_id).first()
    if kept is None:
        raise MatterGone
    if not can_enforce(by, kept):
        raise PermissionDenied
    if not kept.is_running:
        raise TransitionRefused(step="record", words=_("This record has ended."))
    return kept


def _lock_commitment(commitment_id: UUID, by: User) -> tuple[Commitment, EnforcementRecord]:
    record_id = Commitment.objects.filter(pk=commitment_id).values_list("record_id", flat=True).first()
    if record_id is None:
        raise MatterGone
    kept = _lock(record_id, by)
    return Commitment.objects.select_for_update().get(pk=commitment_id), kept
