"""Deciding on requests, reading a second time, screening again, and keeping the rubric."""

from .again import (
    ask_to_screen_again,
    forget_look_before_session,
    look_before_session,
    mark_to_screen_again,
    screen_again,
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

__all__ = [
    "DraftChanged",
    "Finding",
    "approve_rubric",
    "ask_to_screen_again",
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
    "read_second",
    "screen_again",
    "use_emergency_page",
]
