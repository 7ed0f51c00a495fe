"""Reads that join subjects for one screen."""

from training.links import path_for

from .catalogue import OpenOffering, feed_offerings, open_offerings
from .enrolling import enrolment_behind, opened_offerings, reasons_against, slip_of, why_closed
from .places import PlaceView, home_of, own_enrolments, place_of, places_of

__all__ = [
    "OpenOffering",
    "PlaceView",
    "enrolment_behind",
    "feed_offerings",
    "home_of",
    "open_offerings",
    "opened_offerings",
    "own_enrolments",
    "path_for",
    "place_of",
    "places_of",
    "reasons_against",
    "slip_of",
    "why_closed",
]
