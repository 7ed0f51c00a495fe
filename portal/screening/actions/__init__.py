"""Deciding on requests, reading a second time, screening again, and keeping the rubric."""

from .again import (
    ask_to_screen_again,
    forget_look_before_session,
    look_before_session,
    mark_to_screen_again,
    screen_again,
)
from .allegations import (
    add_allegation,
    bar_formal_process,
    change_allegation,
    note_formal_process,
    route_allegation,
    sign_way,
)
from .deciding import decide, decide_against, ending_of, use_emergency_page
from .findings import Finding
from .reading import read_second
from .rubric import (
    DraftChanged,
    approve_rubric,
    change_bands,
    change_criterion,
    change_stop,
    draft_rubric,
    drop_draft,
)
from .weighing import weigh_allegation

__all__ = [
    "DraftChanged",
    "Finding",
    "add_allegation",
    "approve_rubric",
    "ask_to_screen_again",
    "bar_formal_process",
    "change_allegation",
    "change_bands",
    "change_criterion",
    "change_stop",
    "decide",
    "decide_against",
    "draft_rubric",
    "drop_draft",
    "ending_of",
    "forget_look_before_session",
    "look_before_session",
    "mark_to_screen_again",
    "note_formal_process",
    "read_second",
    "route_allegation",
    "screen_again",
    "sign_way",
    "use_emergency_page",
    "weigh_allegation",
]
