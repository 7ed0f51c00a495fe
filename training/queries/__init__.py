"""Reads that join subjects for one screen."""

from training.links import path_for

from .attending import Sheet, never_there, recent_steps, sheet_of, what_finishing_means
from .catalogue import OpenOffering, feed_offerings, open_offerings
from .certifying import KINDS, due, last_day, level_of, levels_of, trainers_of
from .enrolling import enrolment_behind, opened_offerings, reasons_against, slip_of, why_closed
from .offerings import (
    OfferingPeople,
    courses_with_dates,
    group_requests,
    next_steps,
    offerings_for,
    people_of,
    unlisted_offerings,
)
from .people import found_by_address, learners_for, people
from .places import PlaceView, home_of, own_enrolments, place_of, places_of
from .teaching import trainers_on, who_could_teach, workload

__all__ = [
    "KINDS",
    "OfferingPeople",
    "OpenOffering",
    "PlaceView",
    "Sheet",
    "courses_with_dates",
    "due",
    "enrolment_behind",
    "feed_offerings",
    "found_by_address",
    "group_requests",
    "home_of",
    "last_day",
    "learners_for",
    "level_of",
    "levels_of",
    "never_there",
    "next_steps",
    "offerings_for",
    "open_offerings",
    "opened_offerings",
    "own_enrolments",
    "path_for",
    "people",
    "people_of",
    "place_of",
    "places_of",
    "reasons_against",
    "recent_steps",
    "sheet_of",
    "slip_of",
    "trainers_of",
    "trainers_on",
    "unlisted_offerings",
    "what_finishing_means",
    "who_could_teach",
    "why_closed",
    "workload",
]
