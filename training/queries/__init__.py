"""Reads that join subjects for one screen."""

from training.links import path_for

from .catalogue import OpenOffering, feed_offerings, open_offerings
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
from .places import PlaceView, home_of, own_enrolments, place_of, places_of

__all__ = [
    "OfferingPeople",
    "OpenOffering",
    "PlaceView",
    "courses_with_dates",
    "enrolment_behind",
    "feed_offerings",
    "group_requests",
    "home_of",
    "next_steps",
    "offerings_for",
    "open_offerings",
    "opened_offerings",
    "own_enrolments",
    "path_for",
    "people_of",
    "place_of",
    "places_of",
    "reasons_against",
    "slip_of",
    "unlisted_offerings",
    "why_closed",
]
