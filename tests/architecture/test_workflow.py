"""The table of steps has no dead ends, no orphans, and a document that says the same."""

from portal.cases.diagram import document
from portal.cases.statuses import OPEN_STATUSES, CaseStatus
from portal.cases.transitions import TABLE, gate
from portal.programmes.processes import PROCESSES

from .sources import ROOT


def reached_from(status):
    """Every status that a case in this one can come to."""
    known, new = set(), {status}
    while new:
        known |= new
        new = {step.target for step in TABLE if step.sources & known} - known
    return known


def test_every_status_can_be_entered():
    assert reached_from(CaseStatus.OPENED) == set(CaseStatus)


def test_every_open_status_can_be_left_for_the_end():
    assert {status for status in CaseStatus if CaseStatus.ENDED in reached_from(status)} == set(CaseStatus)
    (end,) = [step for step in TABLE if step.target == CaseStatus.ENDED]
    assert end.sources == OPEN_STATUSES


def test_what_has_ended_stays_so_unless_somebody_comes_back_who_had_not_said_yes():
    (again,) = [step for step in TABLE if CaseStatus.ENDED in step.sources]

    assert (again.step, again.target, again.gates) == ("reopen", CaseStatus.INVITING, ("somebody_came_back",))


def test_every_gate_that_the_table_names_is_there():
    assert all(callable(gate(name)) for step in TABLE for name in step.gates)


def test_the_diagram_is_current():
    written = (ROOT / "docs" / "case-workflow.md").read_text(encoding="utf-8")

    assert written == document(), "run `make diagram`"


def test_every_process_has_a_drawing_of_its_own_and_only_the_steps_that_it_can_take():
    drawn = {part.split("\n")[0]: part for part in document().split("## ")[1:]}

    assert {str(process.label) for process in PROCESSES.values()} < set(drawn)
    assert "INVITING" not in drawn["Conflict coaching"]
    assert "OPENED --> ARRANGING" in drawn["Facilitation"]
    assert "OPENED --> ARRANGING" not in drawn["Mediation"]
    assert "HELD --> ARRANGING: again" in drawn["Restorative justice"]
