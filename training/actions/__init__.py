"""Every change to training: courses, offerings, enrolments, certifications."""

from .attending import finish_offering, take_attendance
from .certifying import grant_certification, record_credit, revoke_certification, sign_off
from .enrolling import NotProven, Wishes, admit, enrol, enrol_proven, turn_down
from .forgetting import forget_due, forget_learner
from .groups import evaluate_group, move_group_request, send_group_request
from .learners import WrongCode, end_proof, find_learner, find_proof, know, prove, start_proof
from .leaving import accept_offer, decline_offer, mark_no_show, transfer, withdraw
from .offerings import cancel_offering, change_places, create_offering, publish_offering, save_course
from .places import Refused, settle_due
from .telling import remind_due

__all__ = [
    "NotProven",
    "Refused",
    "Wishes",
    "WrongCode",
    "accept_offer",
    "admit",
    "cancel_offering",
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
    "mark_no_show",
    "move_group_request",
    "prove",
    "publish_offering",
    "record_credit",
    "remind_due",
    "revoke_certification",
    "save_course",
    "send_group_request",
    "settle_due",
    "sign_off",
    "start_proof",
    "take_attendance",
    "transfer",
    "turn_down",
    "withdraw",
]
