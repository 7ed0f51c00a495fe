"""Every change to training: courses, offerings, enrolments, certifications."""

from .accounts import give_account
from .attending import finish_offering, take_attendance
from .bulk import admit_many, mark_many_no_show, take_attendance_of_many, undo_step
from .certifying import grant_certification, record_credit, revoke_certification, sign_off
from .checking_in import check_in, check_in_by_address, close_desk, desk_of_device, open_desk, pair_device
from .cohorts import take_back_message, write_to_cohort
from .coming_back import renew_code
from .describing import count_description
from .enrolling import NotProven, Wishes, admit, enrol, enrol_proven, turn_down
from .evaluating import evaluate_course
from .forgetting import forget_due, forget_learner
from .goals import begin_year, save_goal, save_milestone, tick_milestone
from .groups import evaluate_group, move_group_request, send_group_request
from .importing import work_on, work_on_due
from .learners import WrongCode, end_proof, find_learner, find_proof, know, prove, start_proof
from .learning_log import add_log_entry, confirm_log_entry, decline_log_entry, remove_log_entry
from .leaving import accept_offer, decline_offer, mark_no_show, transfer, withdraw
from .materials import add_material, publish_material, retire_material, sweep_materials
from .observing import ask_to_observe, mark_read, share_feedback, stop_asking
from .offerings import cancel_offering, change_places, create_offering, publish_offering, save_course
from .past import confirm_past, drop_past, forget_past, read_past, undo_past
from .people import change_learner
from .places import Refused, settle_due
from .renewing import remind_of_renewals
from .requirements import remove_requirement, save_requirement
from .teaching import assign_trainer, remove_trainer, set_room
from .telling import remind_due

__all__ = [
    "NotProven",
    "Refused",
    "Wishes",
    "WrongCode",
    "accept_offer",
    "add_log_entry",
    "add_material",
    "admit",
    "admit_many",
    "ask_to_observe",
    "assign_trainer",
    "begin_year",
    "cancel_offering",
    "change_learner",
    "change_places",
    "check_in",
    "check_in_by_address",
    "close_desk",
    "confirm_log_entry",
    "confirm_past",
    "count_description",
    "create_offering",
    "decline_log_entry",
    "decline_offer",
    "desk_of_device",
    "drop_past",
    "end_proof",
    "enrol",
    "enrol_proven",
    "evaluate_course",
    "evaluate_group",
    "find_learner",
    "find_proof",
    "finish_offering",
    "forget_due",
    "forget_learner",
    "forget_past",
    "give_account",
    "grant_certification",
    "know",
    "mark_many_no_show",
    "mark_no_show",
    "mark_read",
    "move_group_request",
    "open_desk",
    "pair_device",
    "prove",
    "publish_material",
    "publish_offering",
    "read_past",
    "record_credit",
    "remind_due",
    "remind_of_renewals",
    "remove_log_entry",
    "remove_requirement",
    "remove_trainer",
    "renew_code",
    "retire_material",
    "revoke_certification",
    "save_course",
    "save_goal",
    "save_milestone",
    "save_requirement",
    "send_group_request",
    "set_room",
    "settle_due",
    "share_feedback",
    "sign_off",
    "start_proof",
    "stop_asking",
    "sweep_materials",
    "take_attendance",
    "take_attendance_of_many",
    "take_back_message",
    "tick_milestone",
    "transfer",
    "turn_down",
    "undo_past",
    "undo_step",
    "withdraw",
    "work_on",
    "work_on_due",
    "write_to_cohort",
]
