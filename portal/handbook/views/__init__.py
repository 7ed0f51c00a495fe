"""Screens of the handbook: notices, the manual of procedures, and the policy library."""

from .notices import approve, draft, letter, notice, notices
from .policies import add_policy, approve_policy, confirm_policy, draft_policy, policies, policy
from .procedures import add_procedure, approve_procedure, draft_procedure, procedure, procedures

__all__ = [
    "add_policy",
    "add_procedure",
    "approve",
    "approve_policy",
    "approve_procedure",
    "confirm_policy",
    "draft",
    "draft_policy",
    "draft_procedure",
    "letter",
    "notice",
    "notices",
    "policies",
    "policy",
    "procedure",
    "procedures",
]
