"""Naming who acts for a seat, and handing open work to somebody who is here."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from portal.accounts.actions import grant_role
from portal.accounts.models import RoleGrant, User
from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import MatterGone, lock_case, touch
from portal.cases.models import Case, Task
from portal.cases.policies import can_coordinate, can_do_task
from portal.intake.actions import give_request, lock_request
from portal.intake.models import Request
from portal.intake.policies import can_work_on

from .policies import can_hand_over

if TYPE_CHECKING:
    from portal.programmes.models import Programme


def name_acting(
    *, role: str, programme: Programme, person: User, starts_on: date, ends_on: date, interest: str, by: User
) -> RoleGrant:
    """Somebody sits in a seat until a last day, with all that it may do. Raises PermissionDenied or NotPossible."""
    return grant_role(
        user_id=person.pk,
        role=role,
        programme=programme,
        starts_on=starts_on,
        ends_on=ends_on,
        interest=interest,
        is_acting=True,
        by=by,
    )


@transaction.atomic
def hand_over(*, person_id: UUID | None, to: User, programme: Programme, by: User) -> bool:
    """Give the open cases, requests and tasks of one person, or of nobody, in one programme to somebody else.

    What the other may not open stays where it is, and the seat's work falls to whoever does it. Whether all was
    handed over; not how many, which would tell of single cases. Raises PermissionDenied.
    """
    person = User.objects.get(pk=person_id) if person_id else None
    if not can_hand_over(by, person, to, programme):
        raise PermissionDenied
    cases = Case.objects.open().filter(programme=programme, coordinator=person).order_by("pk")
    done = [_hand_case(pk, to, by) for pk in list(cases.values_list("pk", flat=True))]
    if person is not None:
        requests = Request.objects.open().filter(programme=programme, assigned_to=person).order_by("pk")
        done += [_hand_request(pk, to, by) for pk in list(requests.values_list("pk", flat=True))]
        tasks = Task.objects.open().filter(case__programme=programme, person=person).order_by("pk")
        done += [_hand_task(task, to, by) for task in list(tasks)]
    return all(done)


def _hand_case(case_id: UUID, to: User, by: User) -> bool:
    try:
        case = lock_case(case_id)
    except MatterGone:
        return True
    if not can_coordinate(to, case):
        return False
    case.coordinator = to
    case.save(update_fields=["coordinator"])
    record(AuditEvent.COORDINATOR_SET, actor=by, matter=case.matter, subject=case, to=str(to.pk))
    touch(case.matter)
    return True


def _hand_request(request_id: UUID, to: User, by: User) -> bool:
    try:
        request = lock_request(request_id)
    except MatterGone:
        return True
    if not can_work_on(to, request):
        return False
    give_request(request, to, by=by)
    return True


def _hand_task(task: Task, to: User, by: User) -> bool:
    try:
        task.case = lock_case(task.case_id)
    except MatterGone:
        return True
    task.person = to
    if not can_do_task(to, task) or not can_coordinate(to, task.case):
        return False
    task.save(update_fields=["person"])
    record(AuditEvent.TASK_GIVEN, actor=by, matter=task.case.matter, subject=task, person=str(to.pk))
    return True
