"""Every process in every programme, walked at random: consent, withdrawal, ties and records hold wherever it leads."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from portal.cases.statuses import CaseStatus
from portal.documents.statuses import DocumentKind
from portal.programmes.processes import PROCESSES
from tests.factories import make_programme

from .circles import way_of
from .machine import History
from .office import Team

pytestmark = pytest.mark.django_db
# A further programme joins with a line: its code and the switches that differ.
PROGRAMMES = {"MEDIATION": {}, "SECOND": {"weighted_criteria": True, "formal_in_parallel": False}}
MIXED = settings(
    max_examples=14,
    stateful_step_count=12,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
# A process whose document has not been written yet cannot be held anywhere.
WRITTEN = [code for code, one in PROCESSES.items() if one.agreement in DocumentKind.values]


def make_team(process, programme):
    return Team(process, make_programme(programme, conducts=list(PROCESSES), **PROGRAMMES[programme]))


@pytest.mark.parametrize("process", WRITTEN)
def test_whatever_people_try_the_rules_hold(process):
    teams = [make_team(process, code) for code in PROGRAMMES]
    machine = type(f"{process} at random", (History,), {"teams": teams, "seen": set()})

    run_state_machine_as_test(machine, settings=MIXED)

    assert {"IN_SESSION", "HELD", "ENDED"} <= machine.seen, machine.seen


@pytest.mark.parametrize("process", WRITTEN)
def test_the_straight_way_leads_from_the_first_word_to_nothing(process):
    """Without this the histories above might never come far, and prove nothing."""
    way, reached = way_of(make_team(process, "MEDIATION")), []

    def note():
        case = way.now()
        reached.append("GONE" if case is None else case.status)

    for step in (
        way.everyone_takes_part,
        way.asks_neutrals,
        way.books,
        way.starts,
        way.ends_well,
        way.closes,
    ):
        step()
        note()

    assert reached == [
        CaseStatus.ARRANGING,
        CaseStatus.ARRANGING,
        CaseStatus.BOOKED,
        CaseStatus.IN_SESSION,
        CaseStatus.HELD,
        "GONE",
    ]
