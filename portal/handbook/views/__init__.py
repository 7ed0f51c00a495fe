"""Screens of the handbook: notices, and the manual of procedures."""

from .notices import approve, draft, letter, notice, notices
from .procedures import add_procedure, approve_procedure, draft_procedure, procedure, procedures

__all__ = [
    "add_procedure",
    "approve",
    "approve_procedure",
    "draft",
    "draft_procedure",
    "letter",
    "notice",
    "notices",
    "procedure",
    "procedures",
]
