"""The workflow as a document, written from the table and never by hand."""

from .statuses import CaseStatus
from .transitions import TABLE, Transition

HEAD = """# The steps of a case

Written by `make diagram` from `portal/cases/transitions.py`; a test fails when the two differ. Which of these
gates a process asks for is said in its definition, `portal/programmes/processes.py`.
"""


def document() -> str:
    return "\n".join([HEAD, "```mermaid", *_drawing(), "```", "", *_table(), ""])


def _drawing() -> list[str]:
    lines = ["stateDiagram-v2", f"    [*] --> {CaseStatus.OPENED}"]
    lines += [f"    {status}: {status.label}" for status in CaseStatus]
    for transition in TABLE:
        lines += [f"    {source} --> {transition.target}: {transition.step}" for source in _in_order(transition)]
    return [*lines, f"    {CaseStatus.ENDED} --> [*]"]


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
