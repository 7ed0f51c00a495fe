"""Reads that join subjects for one screen."""

from training.links import path_for

from .attending import Sheet, never_there, recent_steps, sheet_of, what_finishing_means
from .catalogue import OpenOffering, feed_offerings, open_offerings
from .certifying import KINDS, due, last_day, level_of, levels_of, trainers_of
from .checking_in import desk_behind, door_of, open_desks
from .enrolling import enrolment_behind, opened_offerings, reasons_against, slip_of, why_closed
from .goals import board, who_keeps_training
from .learning import Feedback, Learning, learning_of, own_learner
from .materials import materials_by_course, published_materials
from .offerings import (
    ENDED,
    OfferingPeople,
    courses_to_choose,
    courses_with_dates,
    group_requests,
    group_to_plan,
    next_steps,
    offerings_for,
    people_of,
    unlisted_offerings,
)
from .outcomes import Outcomes, outcomes_of
from .past import imports_of, page_of, rows_to_do
from .people import found_by_address, learners_for, people
from .places import PlaceView, home_of, own_enrolments, place_of, places_of
from .practice import (
    descriptions,
    observations_for,
    observers_for,
    practice_of,
    requirements,
    waiting_entries,
)
from .teaching import trainers_on, who_could_teach, workload

__all__ = [
    "ENDED",
    "KINDS",
    "Feedback",
    "Learning",
    "OfferingPeople",
    "OpenOffering",
    "Outcomes",
    "PlaceView",
    "Sheet",
    "board",
    "courses_to_choose",
    "courses_with_dates",
    "descriptions",
    "desk_behind",
    "door_of",
    "due",
    "enrolment_behind",
    "feed_offerings",
    "found_by_address",
    "group_requests",
    "group_to_plan",
    "home_of",
    "imports_of",
    "last_day",
    "learners_for",
    "learning_of",
    "level_of",
    "levels_of",
    "materials_by_course",
    "never_there",
    "next_steps",
    "observations_for",
    "observers_for",
    "offerings_for",
    "open_desks",
    "open_offerings",
    "opened_offerings",
    "outcomes_of",
    "own_enrolments",
    "own_learner",
    "page_of",
    "path_for",
    "people",
    "people_of",
    "place_of",
    "places_of",
    "practice_of",
    "published_materials",
    "reasons_against",
    "recent_steps",
    "requirements",
    "rows_to_do",
    "sheet_of",
    "slip_of",
    "trainers_of",
    "trainers_on",
    "unlisted_offerings",
    "waiting_entries",
    "what_finishing_means",
    "who_could_teach",
    "who_keeps_training",
    "why_closed",
    "workload",
]
