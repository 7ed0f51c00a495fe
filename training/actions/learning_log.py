"""A learner's own log: they write down what they learned elsewhere, and the office says whether it counts."""

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
from training.models import Credit, Learner, LogEntry
from training.policies import can_certify
from training.statuses import CreditKind, LogState

from . import telling
from .learners import link_account
from .places import Refused

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer

# So many at once is more than anybody learns between two looks of the office, and enough against flooding.
MOST_WAITING = 30


@transaction.atomic
def add_log_entry(*, learner_id: UUID, category: str, quarters: int, done_on: date, what: str, by: Viewer) -> LogEntry:
    """Write down something learned elsewhere. It counts once the office has confirmed it. Raises ValidationError."""
    learner = Learner.objects.select_for_update().get(pk=learner_id)
    if not learner.belongs_to(by):
        raise PermissionDenied
    if done_on > timezone.localdate():
        raise ValidationError({"done_on": _("This day has not come yet.")})
    if learner.log.filter(state=LogState.NEW).count() >= MOST_WAITING:
        raise ValidationError(_("Thirty entries wait for the office already. Please wait until some are decided."))
    entry = LogEntry(
        vault_key=learner.vault_key, learner=learner, category=category, quarters=quarters, done_on=done_on, what=what
    )
    entry.full_clean()
    entry.save()
    learner.last_active_at = timezone.now()
    learner.save(update_fields=["last_active_at"])
    record(AuditEvent.LOG_ENTRY_ADDED, actor=by, subject=entry, amount=quarters)
    return entry


@transaction.atomic
def remove_log_entry(*, entry_id: UUID, by: Viewer) -> None:
    """Take an entry back that nobody has decided yet. Twice is once. Raises Refused."""
    entry = LogEntry.objects.select_for_update(of=("self",)).select_related("learner").filter(pk=entry_id).first()
    if entry is None:
        return
    if not entry.learner.belongs_to(by):
        raise PermissionDenied
    if entry.state != LogState.NEW:
        raise Refused(_("The office has decided this entry already: it stays."))
    record(AuditEvent.LOG_ENTRY_REMOVED, actor=by, subject=entry)
    entry.delete()


@transaction.atomic
def confirm_log_entry(*, entry_id: UUID, by: User) -> LogEntry:
    """It counts, from the day on which it was done. Raises Refused when somebody else has decided meanwhile."""
    entry = _to_decide(entry_id, by)
    entry.credit = Credit.objects.create(
        vault_key=entry.vault_key,
        learner=entry.learner,
        kind=CreditKind.HOURS,
        category=entry.category,
        amount=entry.quarters,
        earned_on=entry.done_on,
        note=entry.what,
        recorded_by=by,
    )
    return _decide(entry, LogState.CONFIRMED, by)


@transaction.atomic
def decline_log_entry(*, entry_id: UUID, reason: str, by: User) -> LogEntry:
    """It does not count, and the learner reads why. Raises ValidationError, or Refused."""
    entry = _to_decide(entry_id, by)
    if not reason.strip():
        raise ValidationError({"reason": _("Please say why.")})
    entry.reason = reason.strip()
    return _decide(entry, LogState.DECLINED, by)


def _to_decide(entry_id: UUID, by: User) -> LogEntry:
    entry = LogEntry.objects.select_for_update(of=("self",)).get(pk=entry_id)
    learner = Learner.objects.select_for_update().get(pk=entry.learner_id)
    link_account(learner)
    if not can_certify(by, learner):
        raise PermissionDenied
    if entry.state != LogState.NEW:
        raise Refused(_("Somebody has decided this already."))
    entry.learner = learner
    return entry


def _decide(entry: LogEntry, state: LogState, by: User) -> LogEntry:
    entry.state, entry.decided_by, entry.decided_at = state, by, timezone.now()
    entry.save(update_fields=["state", "reason", "decided_by", "decided_at", "credit"])
    record(AuditEvent.LOG_ENTRY_DECIDED, actor=by, subject=entry, status=state)
    telling.tell_of_learning(entry.learner)
    return entry
