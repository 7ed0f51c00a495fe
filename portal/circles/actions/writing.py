"""Harm, need and obligation, as the group says them; facilitators only hold the pen (M42, M44)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, lock_case, touch
from portal.cases.actions.matters import MatterGone
from portal.programmes.processes import definition

from ..models import Harm
from ..policies import can_write_for_group
from ..statuses import WRITING

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Case


@transaction.atomic
def write_harm(
    *,
    case_id: UUID,
    harm: str,
    need: str = "",
    obligation: str = "",
    owed_by: UUID | None = None,
    harm_id: UUID | None = None,
    by: User,
) -> Harm:
    """Write a line of the group, or write one anew. Raises PermissionDenied, MatterGone or TransitionRefused."""
    case = _lock(case_id, by)
    row = _found(case, harm_id) if harm_id else Harm(vault_key=case.vault_key, case=case)
    person = case.participants.filter(pk=owed_by, left_at=None).first() if owed_by else None
    if owed_by and person is None:
        raise TransitionRefused(step="harm", words=_("This person does not take part."))
    row.harm, row.need, row.obligation = harm.strip(), need.strip(), obligation.strip()
    row.owed_by, row.written_by = person, by
    row.save()
    record(AuditEvent.HARM_WRITTEN, actor=by, matter=case.matter, subject=row)
    touch(case.matter)
    return row


@transaction.atomic
def remove_harm(*, case_id: UUID, harm_id: UUID, by: User) -> None:
    """The group takes a line out. Raises PermissionDenied, MatterGone or TransitionRefused."""
    case = _lock(case_id, by)
    row = _found(case, harm_id)
    record(AuditEvent.HARM_REMOVED, actor=by, matter=case.matter, subject=row)
    row.delete()
    touch(case.matter)


def _lock(case_id: UUID, by: User) -> Case:
    case = lock_case(case_id)
    if not can_write_for_group(by, case):
        raise PermissionDenied
    if not definition(case.process).rounds:
        raise TransitionRefused(step="harm", words=_("This belongs to another service."))
    if case.status not in WRITING:
        raise TransitionRefused(step="harm", words=_("The group writes this when it is together."))
    return case


def _found(case: Case, harm_id: UUID) -> Harm:
    row = Harm.objects.filter(case=case, pk=harm_id).first()
    if row is None:
        raise MatterGone
    return row
