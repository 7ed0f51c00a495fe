"""Matters, cases and the people in them."""

from .assignment import Assignment
from .case import Case
from .consent import Consent, ContactAttempt
from .matter import Matter, Tie
from .note import Note
from .participant import Participant

__all__ = [
    "Assignment",
    "Case",
    "Consent",
    "ContactAttempt",
    "Matter",
    "Note",
    "Participant",
    "Tie",
]
