"""Participants' own pages."""

from .answers import details, go_on, rating, rights, take_part
from .home import held, home, more_time
from .others import add_other, companion_answer, companion_back, companions, invitation, others

__all__ = [
    "add_other",
    "companion_answer",
    "companion_back",
    "companions",
    "details",
    "go_on",
    "held",
    "home",
    "invitation",
    "more_time",
    "others",
    "rating",
    "rights",
    "take_part",
]
