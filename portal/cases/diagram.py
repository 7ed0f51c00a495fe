"""The workflow as a document, written from the table and the definitions, and never by hand."""

from portal.programmes.processes import PROCESSES, ProcessDefinition
from portal.programmes.statuses import Others

from .statuses import CaseStatus
from .transitions import TABLE, Transition

HEAD = """# The steps of a case

Written by `make diagram` from the table in `portal/cases` and the definitions in `portal/programmes`; a test fails when
they differ. One table serves all processes: first how each of them goes through it, then the table itself.
"""
_WHOLE = "## The whole table\n\nA process asks only those gates that its definition names.\n"


def document() -> str:
    parts = [HEAD]
    for process in PROCESSES.values():
        parts += [f"## {process.label}\n", *_asked(process), "", "```mermaid", *_drawing(process), "```", ""]
    return "\n".join([*parts, _WHOLE, *_table(), ""])


def _asked(process: ProcessDefinition) -> list[str]:
    """What must be there before each step of this process."""
    lines = []
    for transition in TABLE:
        gates = [gate.replace("_", " ") for gate in transition.gates if gate in process.gates]
        if gates and _sources(transition, process):
            lines.append(f"- {transition.label}: {', '.join(gates)}")
    return lines


def _drawing(process: ProcessDefinition) -> list[str]:
    lines = ["stateDiagram-v2", f"    [*] --> {CaseStatus.OPENED}"]
    taken = {transition: _sources(transition, process) for transition in TABLE}
    used = {CaseStatus.OPENED, *(one for sources in taken.values() for one in sources)}
    used |= {CaseStatus(transition.target) for transition, sources in taken.items() if sources}
    lines += [f"    {status}: {status.label}" for status in CaseStatus if status in used]
    for transition, sources in taken.items():
        lines += [f"    {source} --> {transition.target}: {transition.step}" for source in sources]
    return [*lines, f"    {CaseStatus.ENDED} --> [*]"]


def _sources(transition: Transition, process: ProcessDefinition) -> list[CaseStatus]:
    """From where this process takes the step: where nobody else is asked, nothing leads to the invitations."""
    asks_nobody = process.others == Others.NEVER
    if asks_nobody and transition.target == CaseStatus.INVITING:
        return []
    skipped = {CaseStatus.INVITING} if asks_nobody else set()
    if "others_asked" in transition.gates and "others_asked" in process.gates:
        skipped.add(CaseStatus.OPENED)
    return [status for status in _in_order(transition) if status not in skipped]


def _table() -> list[str]:
    rows = ["| step | from | to | who decides | what must be there first |", "|---|---|---|---|---|"]
    for transition in TABLE:
        sources = ", ".join(str(source.label) for source in _in_order(transition))
        gates = ", ".join(gate.replace("_", " ") for gate in transition.gates) or "nothing"
        decides = transition.decides.__name__.removeprefix("can_").replace("_", " ")
        rows.append(
            f"| {transition.label} (`{transition.step}`) | {sources} | {CaseStatus(transition.target).label} "
            f"| who may {decides} | {gates} |"
        )
    return rows


def _in_order(transition: Transition) -> list[CaseStatus]:
    return [status for status in CaseStatus if status in transition.sources]
