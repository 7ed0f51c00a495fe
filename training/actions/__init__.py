"""Every change to training: courses, offerings, enrolments, certifications."""

from .attending import finish_offering, take_attendance
from .bulk import mark_many_no_show, take_attendance_of_many, undo_step
from .certifying import grant_certification, record_credit, revoke_certification, sign_off
from .enrolling import NotProven, Wishes, admit, enrol, enrol_proven, turn_down
from .forgetting import forget_due, forget_learner
from .groups import evaluate_group, move_group_request, send_group_request
from .learners import WrongCode, end_proof, find_learner, find_proof, know, prove, start_proof
from .leaving import accept_offer, decline_offer, mark_no_show, transfer, withdraw
from .offerings import cancel_offering, change_places, create_offering, publish_offering, save_course
from .people import change_learner
from .places import Refused, settle_due
from .teaching import assign_trainer, remove_trainer, set_room
from .telling import remind_due

__all__ = [
    "NotProven",
    "Refused",
    "Wishes",
    "WrongCode",
    "accept_offer",
    "admit",
    "assign_trainer",
    "cancel_offering",
    "change_learner",
    "change_places",
    "create_offering",
    "decline_offer",
    "end_proof",
    "enrol",
    "enrol_proven",
    "evaluate_group",
    "find_learner",
    "find_proof",
    "finish_offering",
    "forget_due",
    "forget_learner",
    "grant_certification",
    "know",
    "mark_many_no_show",
    "mark_no_show",
    "move_group_request",
    "prove",
    "publish_offering",
    "record_credit",
    "remind_due",
    "remove_trainer",
    "revoke_certification",
    "save_course",
    "send_group_request",
    "set_room",
    "settle_due",
    "sign_off",
    "start_proof",
    "take_attendance",
    "take_attendance_of_many",
    "transfer",
    "turn_down",
    "undo_step",
    "withdraw",
]
