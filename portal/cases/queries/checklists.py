"""The manual as it holds for one case: its phases, and how far each step is."""

from __future__ import annotations

from dataclasses import dataclass

from portal.handbook.models import Procedure
from portal.handbook.statuses import Phase
from portal.handbook.steps import Step

from ..models import Case, Task
from ..phases import phase_of


@dataclass(frozen=True)
class Line:
    """One step, and the task it has become, if it has."""

    step: Step
    task: Task | None


@dataclass(frozen=True)
class Chapter:
    """One phase of the manual of a case."""

    procedure: Procedure
    lines: list[Line]
    is_now: bool

    @property
    def open_count(self) -> int:
        return sum(1 for line in self.lines if line.task is None or not line.task.is_done)

    @property
    def can_be_given(self) -> bool:
        """Whether some step has a day and is no task yet."""
        return any(line.task is None and line.step.days is not None for line in self.lines)


def manual_of(case: Case) -> list[Procedure]:
    """One procedure for each phase, in the order of the work: the process's own, else that of every process."""
    rows = Procedure.objects.filter(programme=case.programme_id, language="en").holding_for(case.process)
    chosen: dict[str, Procedure] = {}
    for row in sorted(rows.in_use_on(case.opened_at), key=lambda row: row.process == ""):
        chosen.setdefault(row.phase, row)
    return [chosen[phase] for phase in Phase if phase in chosen]


def procedure_of(case: Case, procedure_id: int) -> Procedure | None:
    return next((one for one in manual_of(case) if one.pk == procedure_id), None)


def checklist_of(case: Case) -> list[Chapter]:
    rows = Task.objects.filter(case=case, procedure__isnull=False).select_related("done_by")
    tasks = {(task.procedure_id, task.step): task for task in rows}
    now = phase_of(case)
    return [
        Chapter(one, [Line(step, tasks.get((one.pk, step.number))) for step in one.steps], one.phase == now)
        for one in manual_of(case)
    ]
