"""Reads for the screens about people."""

from .checklists import Chapter, checklist_of, manual_of, procedure_of
from .facts import Agreement, Fact, agreements_of, facts_of, steps_for
from .people import (
    COUNTED,
    PersonRow,
    attempts_left,
    latest_answer,
    may_be_contacted,
    people_of,
    person_of,
    with_answers,
    with_attempts,
)
from .services import brief_of
from .tasks import people_for_tasks
from .texts import TO_READ, call_script, first_words, has_read_all, letter_words, notices_to_read, words_for
from .work import open_work_of

__all__ = [
    "COUNTED",
    "TO_READ",
    "Agreement",
    "Chapter",
    "Fact",
    "PersonRow",
    "agreements_of",
    "attempts_left",
    "brief_of",
    "call_script",
    "checklist_of",
    "facts_of",
    "first_words",
    "has_read_all",
    "latest_answer",
    "letter_words",
    "manual_of",
    "may_be_contacted",
    "notices_to_read",
    "open_work_of",
    "people_for_tasks",
    "people_of",
    "person_of",
    "procedure_of",
    "steps_for",
    "with_answers",
    "with_attempts",
    "words_for",
]
