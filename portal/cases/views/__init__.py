"""Screens about the people of a case and the work on it, for staff."""

from .asking import call, code, letter, phrase, write
from .background import add_collateral, background, dynamics, write_learned, write_meeting
from .checklists import checklist, give_steps, tick_step
from .companions import answer_companion, name_companion, take_back_companion
from .people import add_person, answer_day, change_route, details, enter_step, person
from .services import brief, coaching, turn_to_coaching
from .tasks import give_task, tick_task
from .training import train_us

__all__ = [
    "add_collateral",
    "add_person",
    "answer_companion",
    "answer_day",
    "background",
    "brief",
    "call",
    "change_route",
    "checklist",
    "coaching",
    "code",
    "details",
    "dynamics",
    "enter_step",
    "give_steps",
    "give_task",
    "letter",
    "name_companion",
    "person",
    "phrase",
    "take_back_companion",
    "tick_step",
    "tick_task",
    "train_us",
    "turn_to_coaching",
    "write",
    "write_learned",
    "write_meeting",
]
