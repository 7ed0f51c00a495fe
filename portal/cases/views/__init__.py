"""Screens about the people of a case, for staff."""

from .asking import call, code, letter, phrase, write
from .companions import answer_companion, name_companion, take_back_companion
from .people import add_person, answer_day, change_route, details, enter_step, person

__all__ = [
    "add_person",
    "answer_companion",
    "answer_day",
    "call",
    "change_route",
    "code",
    "details",
    "enter_step",
    "letter",
    "name_companion",
    "person",
    "phrase",
    "take_back_companion",
    "write",
]
