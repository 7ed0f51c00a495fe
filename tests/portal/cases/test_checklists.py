"""The manual as a checklist of one case: steps become tasks, are ticked, and stay those the case began with."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.cases import actions
from portal.cases.models import Task
from portal.cases.queries import checklist_of, manual_of
from portal.cases.statuses import CaseStatus
from portal.handbook.models import Procedure
from portal.handbook.statuses import Phase
from tests.counting import full_cost
from tests.factories import make_case, make_neutral, make_staff, sign_in
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    make_texts()
    return make_case(CaseStatus.ARRANGING, coordinator=make_staff())


def arranging(case):
    return next(one for one in manual_of(case) if one.phase == Phase.ARRANGING)


def url(case, name="checklist", *more):
    return reverse(f"portal:cases:{name}", args=[case.reference, *more])


def test_each_phase_once_and_the_processes_own_before_that_of_all(case):
    assert [one.phase for one in manual_of(case)] == list(Phase)
    case.process = "RESTORATIVE_JUSTICE"

    invitations = next(one for one in manual_of(case) if one.phase == Phase.INVITATIONS)

    assert invitations.process == "RESTORATIVE_JUSTICE"


def test_steps_with_a_day_become_tasks_once(case):
    procedure, coordinator = arranging(case), case.coordinator
    with_a_day = [step for step in procedure.steps if step.days is not None]

    made = actions.give_steps(case_id=case.pk, procedure_id=procedure.pk, by=coordinator)
    again = actions.give_steps(case_id=case.pk, procedure_id=procedure.pk, by=coordinator)

    assert (made, again) == (len(with_a_day), 0)
    tasks = Task.objects.filter(case=case).order_by("step")
    assert [(task.words, task.person) for task in tasks] == [(step.words, coordinator) for step in with_a_day]
    assert tasks[0].due_on == timezone.localdate() + timedelta(days=with_a_day[0].days)
    assert AuditLink.objects.filter(kind=AuditEvent.TASK_GIVEN).count() == made


def test_a_step_is_ticked_with_and_without_a_task(case):
    procedure = arranging(case)
    actions.give_steps(case_id=case.pk, procedure_id=procedure.pk, by=case.coordinator)
    numbers = [step.number for step in procedure.steps]

    for number in [*numbers, numbers[0]]:
        actions.tick_step(case_id=case.pk, procedure_id=procedure.pk, number=number, by=case.coordinator)

    chapter = next(one for one in checklist_of(case) if one.is_now)
    assert chapter.procedure == procedure
    assert chapter.open_count == 0
    assert Task.objects.filter(case=case).count() == len(numbers)


def test_a_step_that_is_not_of_this_case_is_refused_and_changes_nothing(case):
    own = arranging(case)
    other = Procedure.objects.get(process="RESTORATIVE_JUSTICE")

    for procedure, number in ((own.pk, 99), (other.pk, 1), (10**6, 1)):
        with pytest.raises(actions.TransitionRefused, match="manual of this case"):
            actions.tick_step(case_id=case.pk, procedure_id=procedure, number=number, by=case.coordinator)
    assert not Task.objects.filter(case=case).exists()


def test_only_those_who_coordinate_work_the_list(client, case):
    neutral = make_neutral()
    sign_in(client, neutral)

    with pytest.raises(PermissionDenied):
        actions.give_steps(case_id=case.pk, procedure_id=arranging(case).pk, by=neutral)
    assert client.get(url(case)).status_code == 404
    assert client.post(url(case, "give_steps", arranging(case).pk)).status_code == 404
    assert client.post(url(case, "tick_step", arranging(case).pk, 1)).status_code == 404


def test_the_database_keeps_a_step_single(case):
    procedure = arranging(case)
    task = actions.tick_step(case_id=case.pk, procedure_id=procedure.pk, number=1, by=case.coordinator)

    with pytest.raises(IntegrityError), transaction.atomic():
        Task.objects.create(
            vault_key=case.vault_key,
            case=case,
            words="twice",
            person=task.person,
            procedure=procedure,
            step=1,
            due_on=timezone.localdate(),
            added_by=task.person,
        )


def test_worked_through_on_screen(client, case):
    sign_in(client, case.coordinator)
    procedure = arranging(case)

    assert "Choosing the pair and finding a time" in client.get(url(case)).text
    given = client.post(url(case, "give_steps", procedure.pk), follow=True)
    ticked = client.post(url(case, "tick_step", procedure.pk, 1), follow=True)
    forged = client.post(url(case, "tick_step", procedure.pk, 99), follow=True)

    assert "tasks are on the case page" in given.text
    assert "done" in ticked.text
    assert "does not belong to the manual of this case" in forged.text
    assert procedure.steps[0].words in client.get(case.get_absolute_url()).text


def test_the_list_costs_the_same_with_one_and_with_three_tasks(client, case):
    sign_in(client, case.coordinator)
    procedure = arranging(case)
    actions.tick_step(case_id=case.pk, procedure_id=procedure.pk, number=1, by=case.coordinator)
    client.get(url(case))
    one = full_cost(client, url(case))

    for number in (2, 3):
        actions.tick_step(case_id=case.pk, procedure_id=procedure.pk, number=number, by=case.coordinator)

    assert full_cost(client, url(case)) == one <= 15
