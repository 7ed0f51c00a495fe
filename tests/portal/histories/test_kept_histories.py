"""The programme that keeps its records, its switches as they are set up, walked at random through every process."""

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from portal.cases.actions import end_unanswered, say_go_on
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, Ending, StopReason
from portal.instances.queries import register_lines, registered
from portal.plans.statuses import ResolutionStatus
from portal.withdrawals.actions import stop_case
from tests.factories.office import make_resolution_programme

from .kept import kept_way_of
from .kept_machine import KeptHistory
from .office import Team
from .test_histories import MIXED, WRITTEN

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("process", WRITTEN)
def test_whatever_people_try_the_record_is_kept_whole(process):
    team = Team(process, make_resolution_programme())
    machine = type(f"{process}, kept, at random", (KeptHistory,), {"teams": [team], "seen": set()})

    run_state_machine_as_test(machine, settings=settings(MIXED, max_examples=9, phases=[Phase.generate]))

    assert {"HELD", "KEPT", "AGREEMENT: AGREED", "COPY OPENED"} <= machine.seen, machine.seen


@pytest.mark.parametrize("process", WRITTEN)
def test_the_straight_way_ends_in_a_record_that_lacks_nothing_and_needs_no_excuse(process):
    """Without this the histories above might never come far, and prove nothing."""
    way, reached = kept_way_of(Team(process, make_resolution_programme())), []

    for step in (way.everyone_takes_part, way.asks_neutrals, way.books, way.starts, way.ends_well):
        step()
        reached.append(way.now().status)
    way.agrees()

    assert reached == [
        CaseStatus.ARRANGING,
        CaseStatus.ARRANGING,
        CaseStatus.BOOKED,
        CaseStatus.IN_SESSION,
        CaseStatus.HELD,
    ]
    assert way.agreement().status == ResolutionStatus.AGREED
    assert way.closes()
    assert not way.matter().excused_documents.exists()


def declines(way):
    way.everyone_is_asked()
    way.takes_part(way.person(1), yes=False)
    time_passes(way)


def never_answers(way):
    way.everyone_is_asked()
    time_passes(way)


def withdraws(way):
    way.everyone_takes_part()
    way.withdraws(way.person(1), by_self=True)


def does_not_go_on(way):
    way.says(way.person(0), say_go_on, by_self=True, yes=False)


def is_stopped(way):
    way.everyone_takes_part()
    way.tried(stop_case, case_id=way.case.pk, reason=StopReason.OFFICE, by=way.team.coordinator)


def time_passes(way):
    Case.objects.filter(pk=way.case.pk).update(answer_by="2020-01-01")
    end_unanswered()


@pytest.mark.parametrize(
    ("ends", "ending"),
    [
        (declines, Ending.DECLINED),
        (never_answers, Ending.NO_ANSWER),
        (withdraws, Ending.WITHDRAWN),
        (does_not_go_on, Ending.NOT_PURSUED),
        (is_stopped, Ending.STOPPED),
    ],
)
def test_however_it_ends_it_stays_in_the_register_and_is_closed_only_when_it_is_whole(ends, ending):
    way = kept_way_of(Team("MEDIATION", make_resolution_programme()))
    ends(way)
    (line,) = register_lines(registered(way.team.director))
    assert line.instance.ending == ending

    assert way.closes() == line.is_whole
    assert way.is_kept or way.excuses_and_closes()

    (line,) = register_lines(registered(way.team.director))
    assert (line.is_closed, line.is_whole, line.instance.ending) == (True, True, ending)
