"""Tasks of a case: given to somebody until a day, done, and a word on the day itself."""

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
from portal.mail.actions import enqueue
from portal.mail.statuses import MailKind

from ..models import Case, Task
from ..policies import can_coordinate, can_do_task, can_give_tasks
from ..queries.tasks import people_for_tasks
from .matters import MatterGone, touch
from .spine import TransitionRefused, case_id_of, lock_case

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def give_task(*, case_id: UUID, words: str, person: User, due_on: date, by: User) -> Task:
    """Ask somebody who may open the case to do something by a day (office time).

    Raises TransitionRefused with the reason, PermissionDenied or MatterGone.
    """
    case = lock_case(case_id)
    if not can_give_tasks(by, case):
        raise PermissionDenied
    if due_on < timezone.localdate():
        raise TransitionRefused(step="task", words=_("That day has passed. Choose today or a later one."))
    if person.pk not in {one.pk for one in people_for_tasks(case)}:
        raise TransitionRefused(step="task", words=_("This person cannot open the case, so they cannot be asked."))
    task = Task.objects.create(
        vault_key=case.vault_key, case=case, words=words, person=person, due_on=due_on, added_by=by
    )
    record(AuditEvent.TASK_GIVEN, actor=by, matter=case.matter, subject=task, person=str(person.pk), due=str(due_on))
    touch(case.matter)
    return task


def task_of_the_clock(case: Case, *, words: str, due_on: date, asked_by: User) -> Task | None:
    """A day comes near that somebody wrote down: whoever coordinates is to see to it. On a locked case.

    It goes to the case's coordinator, else to somebody else who coordinates the programme; None when nobody may.
    """
    person = _who_coordinates(case)
    if person is None:
        return None
    task = Task.objects.create(
        vault_key=case.vault_key, case=case, words=words, person=person, due_on=due_on, added_by=asked_by
    )
    facts = {"person": str(person.pk), "due": str(due_on)}
    record(AuditEvent.TASK_GIVEN, actor=None, matter=case.matter, subject=task, **facts)
    return task


def _who_coordinates(case: Case) -> User | None:
    people = [one for one in people_for_tasks(case) if can_coordinate(one, case)]
    own = [one for one in people if one.pk == case.coordinator_id]
    return next(iter(own + people), None)


@transaction.atomic
def finish_task(*, task_id: UUID, by: User) -> Task:
    """Tick it off; twice is once. Raises PermissionDenied or MatterGone."""
    task = _lock(task_id, by)
    if not task.is_done:
        task.done_at, task.done_by = timezone.now(), by
        task.save(update_fields=["done_at", "done_by"])
        record(AuditEvent.TASK_DONE, actor=by, matter=task.case.matter, subject=task)
        touch(task.case.matter)
    return task


@transaction.atomic
def reopen_task(*, task_id: UUID, by: User) -> Task:
    """Take back a tick that was a slip. Raises PermissionDenied or MatterGone."""
    task = _lock(task_id, by)
    if task.is_done:
        task.done_at = task.done_by = None
        task.save(update_fields=["done_at", "done_by"])
        record(AuditEvent.TASK_GIVEN, actor=by, matter=task.case.matter, subject=task, again=True)
    return task


def _lock(task_id: UUID, by: User) -> Task:
    case = lock_case(case_id_of(Task, task_id))
    task = Task.objects.select_for_update().get(pk=task_id)
    task.case = case
    if not can_do_task(by, task):
        raise PermissionDenied
    return task


def remind_of_tasks() -> int:
    """On its day, once: a mail that something waits on the desk, to whoever is to do it or covers for them.

    Returns how many were reminded.
    """
    due = Task.objects.open().filter(due_on__lte=timezone.localdate(), reminded_at=None)
    return sum(_remind(pk) for pk in due.values_list("pk", flat=True))


@transaction.atomic
def _remind(task_id: UUID) -> bool:
    task = Task.objects.open().filter(pk=task_id, reminded_at=None).select_related("person__cover").first()
    if task is None:
        return False
    try:
        task.case = lock_case(task.case_id)
    except MatterGone:
        return False
    person = task.person.cover if task.person.is_away and task.person.cover else task.person
    task.reminded_at = timezone.now()
    task.save(update_fields=["reminded_at"])
    if not can_do_task(person, task):
        return False
    enqueue(kind=MailKind.STAFF_NEWS, address=person.email, key_id=task.vault_key)
    return True
