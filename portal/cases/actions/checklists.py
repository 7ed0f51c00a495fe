"""The checklist of a case: steps of the manual it began with, each of which can become a task or be ticked off (C5)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.handbook.steps import Step

from ..models import Case, Task
from ..policies import can_coordinate
from ..queries.checklists import procedure_of
from .matters import touch
from .spine import TransitionRefused, lock_case
from .tasks import finish_task

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.handbook.models import Procedure


@transaction.atomic
def give_steps(*, case_id: UUID, procedure_id: int, by: User) -> int:
    """Make a task of every step of a phase that has a day and is none yet; how many were made.

    They go to whoever coordinates the case, else to whoever presses. Raises PermissionDenied, MatterGone, or
    TransitionRefused when the procedure is not one of this case.
    """
    case, procedure = _lock(case_id, procedure_id, by)
    there = set(Task.objects.filter(case=case, procedure=procedure).values_list("step", flat=True))
    steps = [step for step in procedure.steps if step.days is not None and step.number not in there]
    for step in steps:
        _task_of(case, procedure, step, by=by, due_on=timezone.localdate() + timedelta(days=step.days or 0))
    return len(steps)


@transaction.atomic
def tick_step(*, case_id: UUID, procedure_id: int, number: int, by: User) -> Task:
    """Say that a step is done, whether it was a task before or not; twice is once.

    Raises PermissionDenied, MatterGone, or TransitionRefused when there is no such step in the case's manual.
    """
    case, procedure = _lock(case_id, procedure_id, by)
    step = next((one for one in procedure.steps if one.number == number), None)
    if step is None:
        raise _not_of_this_case()
    task = Task.objects.filter(case=case, procedure=procedure, step=number).first()
    task = task or _task_of(case, procedure, step, by=by, due_on=timezone.localdate())
    return finish_task(task_id=task.pk, by=by)


def _lock(case_id: UUID, procedure_id: int, by: User) -> tuple[Case, Procedure]:
    case = lock_case(case_id)
    if not can_coordinate(by, case):
        raise PermissionDenied
    procedure = procedure_of(case, procedure_id)
    if procedure is None:
        raise _not_of_this_case()
    return case, procedure


def _not_of_this_case() -> TransitionRefused:
    return TransitionRefused(step="task", words=_("This step does not belong to the manual of this case."))


def _task_of(case: Case, procedure: Procedure, step: Step, *, by: User, due_on: date) -> Task:
    person = case.coordinator or by
    task = Task.objects.create(
        vault_key=case.vault_key,
        case=case,
        words=step.words,
        person=person,
        procedure=procedure,
        step=step.number,
        due_on=due_on,
        added_by=by,
    )
    facts = {"person": str(person.pk), "due": str(due_on), "step": step.number}
    record(AuditEvent.TASK_GIVEN, actor=by, matter=case.matter, subject=task, **facts)
    touch(case.matter)
    return task
