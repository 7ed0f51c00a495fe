"""Reads for the screens about people."""

from .facts import Agreement, Fact, agreements_of, facts_of, steps_for
from .people import (
    COUNTED,
    PersonRow,
    attempts_left,
    latest_answer,
    may_be_contacted,
    people_of,
    person_of,
)
from .tasks import people_for_tasks
from .texts import TO_READ, call_script, first_words, has_read_all, letter_words, notices_to_read, words_for
from .work import open_work_of

__all__ = [
    "COUNTED",
    "TO_READ",
    "Agreement",
    "Fact",
    "PersonRow",
    "agreements_of",
    "attempts_left",
    "call_script",
    "facts_of",
    "first_words",
    "has_read_all",
    "latest_answer",
    "letter_words",
    "may_be_contacted",
    "notices_to_read",
    "open_work_of",
    "people_for_tasks",
    "people_of",
    "person_of",
    "steps_for",
    "words_for",
]
