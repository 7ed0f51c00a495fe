"""Somebody's own record: asked for, drafted, read, handed over; changed, or answered with a statement."""

from .amending import ask_for_change, attach_statement, decide_change
from .asking import ask_for_access, remind_of_due, take_back_request
from .directives import answer_directive, forget_directives, log_directive
from .drafting import approve, change_item, draft, release

__all__ = [
    "answer_directive",
    "approve",
    "ask_for_access",
    "ask_for_change",
    "attach_statement",
    "change_item",
    "decide_change",
    "draft",
    "forget_directives",
    "log_directive",
    "release",
    "remind_of_due",
    "take_back_request",
]
