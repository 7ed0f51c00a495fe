"""Whole groups in a circle of hundreds: invited and counted, never named (C28)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, lock_case, touch
from portal.cases.actions.matters import MatterGone
from portal.cases.models import CircleGroup
from portal.cases.policies import can_coordinate, can_run_session
from portal.cases.statuses import CaseStatus
from portal.programmes.processes import definition

from ..statuses import PREPARING

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Case


@transaction.atomic
def keep_group(
    *, case_id: UUID, label: str, invited: int, facilitator: User | None = None, number: int | None = None, by: User
) -> CircleGroup:
    """Add a group or change it. Whoever leads its circle has said that there is no tie, like everybody who conducts.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    case = _lock(case_id, by)
    if invited < 1:
        raise TransitionRefused(step="group", words=_("A group has at least one person."))
    if facilitator and not case.assignments.accepted().filter(neutral=facilitator).exists():
        raise TransitionRefused(step="group", words=_("Only somebody who conducts this case can lead a circle of it."))
    row = _found(case, number) if number else _new(case)
    row.label, row.invited, row.facilitator = label.strip(), invited, facilitator
    row.save()
    record(AuditEvent.GROUP_CHANGED, actor=by, matter=case.matter, subject=row, invited=invited)
    touch(case.matter)
    return row


@transaction.atomic
def invite_group(*, case_id: UUID, number: int, by: User) -> CircleGroup:
    """The invitation to a whole group was made; it carries no code, and nobody's name is asked for.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    case = _lock(case_id, by)
    if case.status == CaseStatus.OPENED:
        raise TransitionRefused(step="group", words=_("Nobody is asked at this point of the case."))
    row = _found(case, number)
    row.invited_at = timezone.now()
    row.save(update_fields=["invited_at"])
    record(AuditEvent.GROUP_CHANGED, actor=by, matter=case.matter, subject=row, invited=row.invited)
    touch(case.matter)
    return row


@transaction.atomic
def count_group(*, case_id: UUID, number: int, here: int, agreed: int, by: User) -> CircleGroup:
    """At the door: how many of a group are here, and how many of them have said yes.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    case = lock_case(case_id)
    if not can_run_session(by, case):
        raise PermissionDenied
    if case.status != CaseStatus.BOOKED:
        raise TransitionRefused(step="group", words=_("People are counted when they have come, before it begins."))
    if not 0 <= agreed <= here:
        raise TransitionRefused(step="group", words=_("No more people can say yes than are here."))
    row = _found(case, number)
    row.here, row.agreed, row.counted_at = here, agreed, timezone.now()
    row.save(update_fields=["here", "agreed", "counted_at"])
    record(AuditEvent.GROUP_CHANGED, actor=by, matter=case.matter, subject=row, here=here, agreed=agreed)
    touch(case.matter)
    return row


@transaction.atomic
def remove_group(*, case_id: UUID, number: int, by: User) -> None:
    """The group does not come after all. Raises PermissionDenied, MatterGone or TransitionRefused."""
    case = _lock(case_id, by)
    row = _found(case, number)
    record(AuditEvent.GROUP_CHANGED, actor=by, matter=case.matter, subject=row, invited=0)
    row.delete()
    touch(case.matter)


def _lock(case_id: UUID, by: User) -> Case:
    case = lock_case(case_id)
    if not can_coordinate(by, case):
        raise PermissionDenied
    if not definition(case.process).extra_neutrals:
        raise TransitionRefused(step="group", words=_("This belongs to another service."))
    if case.status not in PREPARING:
        raise TransitionRefused(step="group", words=_("Nothing is changed here at this point."))
    return case


def _new(case: Case) -> CircleGroup:
    last = case.circle_groups.aggregate(last=Max("number"))["last"] or 0
    return CircleGroup(vault_key=case.vault_key, case=case, number=last + 1)


def _found(case: Case, number: int) -> CircleGroup:
    row = CircleGroup.objects.filter(case=case, number=number).first()
    if row is None:
        raise MatterGone
    return row
