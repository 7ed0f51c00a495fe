"""Every write to a plan and to the enforcing office's record, one module per subject."""

from .confirming import amend_plan, answer_plan, ask_to_confirm, reopen_for_leaver
from .following import check_in, end_plan, stop_plan
from .records import check_in_record, destroy_expired_records, end_record, move_due_day, report_breach
from .reviewing import approve_plan, hand_in_plan, return_plan
from .writing import (
    begin_plan,
    change_words,
    enter_requirement,
    keep_commitment,
    link_plan,
    match_requirement,
    remove_commitment,
    remove_requirement,
)

__all__ = [
    "amend_plan",
    "answer_plan",
    "approve_plan",
    "ask_to_confirm",
    "begin_plan",
    "change_words",
    "check_in",
    "check_in_record",
    "destroy_expired_records",
    "end_plan",
    "end_record",
    "enter_requirement",
    "hand_in_plan",
    "keep_commitment",
    "link_plan",
    "match_requirement",
    "move_due_day",
    "remove_commitment",
    "remove_requirement",
    "reopen_for_leaver",
    "report_breach",
    "return_plan",
    "stop_plan",
]
