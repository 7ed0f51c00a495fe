"""Matters, cases and the people in them."""

from .assignment import Assignment
from .background import CollateralContact, DynamicsSheet, Meeting
from .case import Case
from .circle import CircleGroup, CircleSheet
from .consent import Consent, ContactAttempt
from .matter import Matter, Tie
from .note import Note
from .participant import Participant
from .services import HIGHEST, LOWEST, CoachingSheet, GroupBrief
from .task import Task
from .telling import Telling

__all__ = [
    "HIGHEST",
    "LOWEST",
    "Assignment",
    "Case",
    "CircleGroup",
    "CircleSheet",
    "CoachingSheet",
    "CollateralContact",
    "Consent",
    "ContactAttempt",
    "DynamicsSheet",
    "GroupBrief",
    "Matter",
    "Meeting",
    "Note",
    "Participant",
    "Task",
    "Telling",
    "Tie",
]
