"""After the last signature: looks at how the terms go, and reports that something was not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import MatterGone, TransitionRefused, lock_matter
from portal.cases.models import Case

from ..models import BreachReport, CheckIn, Commitment, Resolution
from ..policies import can_keep_resolution
from ..statuses import CheckInState
from .following import note_check_in
from .resolving import not_now

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def check_in_term(*, commitment_id: UUID, state: CheckInState, words: str, by: User) -> CheckIn:
    """Write down how a term goes. Raises PermissionDenied, TransitionRefused or MatterGone."""
    resolution_id = Commitment.objects.filter(pk=commitment_id).values_list("resolution_id", flat=True).first()
    row = _lock_agreed(resolution_id, by)
    term = Commitment.objects.select_for_update().get(pk=commitment_id)
    look = note_check_in(term, state=state, words=words, by=by)
    record(AuditEvent.COMMITMENT_LOOKED_AT, actor=by, matter=row.case.matter, subject=look, state=state)
    return look


@transaction.atomic
def report_resolution_breach(*, resolution_id: UUID, to_whom: str, words: str, by: User) -> BreachReport:
    """Report that something agreed was not kept. Raises as `check_in_term` does."""
    row = _lock_agreed(resolution_id, by)
    report = BreachReport.objects.create(
        vault_key=row.vault_key, resolution=row, to_whom=to_whom.strip(), words=words.strip(), reported_by=by
    )
    record(AuditEvent.BREACH_REPORTED, actor=by, matter=row.case.matter, subject=report)
    return report


def _lock_agreed(resolution_id: UUID | None, by: User) -> Resolution:
    """An agreement is followed after its case has ended, so the case need not be open."""
    row = Resolution.objects.filter(pk=resolution_id).first() if resolution_id else None
    if row is None:
        raise MatterGone
    case = Case.objects.select_related("programme").get(pk=row.case_id)
    case.matter = lock_matter(case.matter_id)
    row = Resolution.objects.select_for_update(of=("self",)).get(pk=row.pk)
    row.case = case
    if not can_keep_resolution(by, case):
        raise PermissionDenied
    if not row.is_agreed:
        raise TransitionRefused(step="keep", words=not_now(row))
    return row
