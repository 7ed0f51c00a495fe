"""Every write to a plan and to the enforcing office's record, one module per subject."""

from .coming import warn_of_days
from .confirming import amend_plan, answer_plan, ask_to_confirm, reopen_for_leaver
from .following import check_in, end_plan, say_how_it_goes, stop_plan
from .keeping import check_in_term, report_resolution_breach
from .records import check_in_record, destroy_expired_records, end_record, move_due_day, report_breach
from .reminding import remind_of_commitments
from .resolving import (
    begin_resolution,
    change_resolution,
    drop_resolution,
    keep_term,
    open_resolution,
    remove_term,
    revise_resolution,
    say_leaving,
    withdraw_from_resolution,
)
from .reviewing import approve_plan, hand_in_plan, return_plan
from .signing import sign_for_office, sign_resolution
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
    "begin_resolution",
    "change_resolution",
    "change_words",
    "check_in",
    "check_in_record",
    "check_in_term",
    "destroy_expired_records",
    "drop_resolution",
    "end_plan",
    "end_record",
    "enter_requirement",
    "hand_in_plan",
    "keep_commitment",
    "keep_term",
    "link_plan",
    "match_requirement",
    "move_due_day",
    "open_resolution",
    "remind_of_commitments",
    "remove_commitment",
    "remove_requirement",
    "remove_term",
    "reopen_for_leaver",
    "report_breach",
    "report_resolution_breach",
    "return_plan",
    "revise_resolution",
    "say_how_it_goes",
    "say_leaving",
    "sign_for_office",
    "sign_resolution",
    "stop_plan",
    "warn_of_days",
    "withdraw_from_resolution",
]
