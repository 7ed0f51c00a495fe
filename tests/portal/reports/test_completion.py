"""X11: what became of plans and agreements, where they are followed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.plans import actions
from portal.plans.models import Commitment
from portal.plans.statuses import CheckInState, RecordStatus
from portal.reports.completion import Promise, completion_of, completions
from portal.reports.queries import statistics
from portal.reports.statuses import Completion
from tests.factories.plans import enforcer_of, make_plan_in_force, make_record
from tests.factories.resolutions import make_agreed_resolution
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
TITLE = "What became of plans and agreements"


def kept(late=0):
    return Promise("DONE", TODAY, TODAY + timedelta(days=late))


@pytest.mark.parametrize(
    ("promises", "expected"),
    [
        ([kept(), kept(-3)], Completion.ON_TIME),
        ([kept(), kept(late=1)], Completion.LATE),
        ([kept(), Promise("NOT_DONE", TODAY, TODAY)], Completion.PARTIAL),
        ([Promise("PARTLY", TODAY, TODAY)], Completion.PARTIAL),
        ([Promise("NOT_DONE", TODAY, TODAY), Promise("OPEN", TODAY, None)], Completion.NOT),
    ],
)
def test_every_way_a_plan_can_go_has_one_code(promises, expected):
    assert completion_of(promises) == expected


def ended_record(status=RecordStatus.COMPLETED, state=CheckInState.DONE):
    plan, record = make_record()
    office = enforcer_of(plan.case.programme)
    actions.check_in_record(commitment_id=record.commitments.get().pk, state=state, words="", by=office)
    actions.end_record(record_id=record.pk, status=status, by=office)
    return record


def test_a_record_counts_once_it_has_ended():
    plan, _running = make_record()
    assert completions(plan.case.programme) == {}

    record = ended_record()

    assert completions(record.programme) == {Completion.ON_TIME: 1}


def test_an_agreement_counts_once_nothing_in_it_is_open():
    row = make_agreed_resolution()
    terms = list(row.commitments.all())
    actions.check_in_term(commitment_id=terms[0].pk, state=CheckInState.DONE, words="", by=row.case.coordinator)
    assert completions(row.case.programme) == {}

    actions.check_in_term(commitment_id=terms[1].pk, state=CheckInState.NOT_DONE, words="", by=row.case.coordinator)

    assert completions(row.case.programme) == {Completion.PARTIAL: 1}


def test_a_plan_that_only_its_people_follow_is_counted_nowhere():
    plan = make_plan_in_force()
    actions.check_in(
        commitment_id=plan.commitments.get().pk, state=CheckInState.DONE, words="", by=plan.case.coordinator
    )
    actions.end_plan(plan_id=plan.pk, completed=True, by=plan.case.coordinator)

    assert completions(plan.case.programme) == {}
    assert TITLE not in [str(table.title) for table in statistics(plan.case.programme).tables]


def test_fewer_than_five_are_not_shown():
    record = ended_record()

    table = next(one for one in statistics(record.programme).tables if str(one.title) == TITLE)

    assert (table.rows, str(table.total)) == ([("Kept, on time", table.rows[0][1])], "<5") if table.rows else True
    assert all(str(cell) == "<5" for _words, cell in table.rows)


def test_a_programme_that_follows_nothing_has_no_such_table():
    programme = make_texts()

    assert not Commitment.objects.exists()
    assert TITLE not in [str(table.title) for table in statistics(programme).tables]
