"""Every write to a case and its people, one module per subject."""

from .answers import (
    ANSWERABLE,
    answer_taking_part,
    ask_for_more_time,
    everyone_in,
    may_come_back,
    read_rights,
    say_go_on,
)
from .background import (
    DYNAMICS,
    MEETING_PARTS,
    SheetMoved,
    add_collateral,
    change_dynamics,
    write_learned,
    write_meeting,
)
from .checklists import give_steps, tick_step
from .circles import change_circle, hide_contact, set_roles
from .codes import check_phrase, issue_code
from .companions import ASKED_FROM, answer_companion, name_companion, take_back_companion
from .invitations import arrive, hand_over_invitation, log_attempt, print_invitation, write_invitation
from .matters import MatterGone, MatterKept, lock_matter, start_matter, touch, write_tie
from .news import send_news, stop_news, stop_news_for, tell, wait_to_be_told
from .notes import delete_note, write_note
from .people import (
    add_joined,
    add_person,
    add_requester,
    change_route,
    keep_details,
    make_findable,
    routes_of,
    wall_off_same_address,
)
from .services import change_brief, change_goals, check_objectives, rate_oneself, share_resource, turn_to_coaching
from .spine import TransitionRefused, end_case, lock_case, move_case, open_case, release_neutrals, take_step
from .steps import check_channel, lock_participant, step_of, write_consent
from .tasks import finish_task, give_task, remind_of_tasks, reopen_task
from .training import ask_for_training
from .unanswered import end_unanswered, move_answer_day, set_aside

__all__ = [
    "ANSWERABLE",
    "ASKED_FROM",
    "DYNAMICS",
    "MEETING_PARTS",
    "MatterGone",
    "MatterKept",
    "SheetMoved",
    "TransitionRefused",
    "add_collateral",
    "add_joined",
    "add_person",
    "add_requester",
    "answer_companion",
    "answer_taking_part",
    "arrive",
    "ask_for_more_time",
    "ask_for_training",
    "change_brief",
    "change_circle",
    "change_dynamics",
    "change_goals",
    "change_route",
    "check_channel",
    "check_objectives",
    "check_phrase",
    "delete_note",
    "end_case",
    "end_unanswered",
    "everyone_in",
    "finish_task",
    "give_steps",
    "give_task",
    "hand_over_invitation",
    "hide_contact",
    "issue_code",
    "keep_details",
    "lock_case",
    "lock_matter",
    "lock_participant",
    "log_attempt",
    "make_findable",
    "may_come_back",
    "move_answer_day",
    "move_case",
    "name_companion",
    "open_case",
    "print_invitation",
    "rate_oneself",
    "read_rights",
    "release_neutrals",
    "remind_of_tasks",
    "reopen_task",
    "routes_of",
    "say_go_on",
    "send_news",
    "set_aside",
    "set_roles",
    "share_resource",
    "start_matter",
    "step_of",
    "stop_news",
    "stop_news_for",
    "take_back_companion",
    "take_step",
    "tell",
    "tick_step",
    "touch",
    "turn_to_coaching",
    "wait_to_be_told",
    "wall_off_same_address",
    "write_consent",
    "write_invitation",
    "write_learned",
    "write_meeting",
    "write_note",
    "write_tie",
]
