"""Who may answer, give times and book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission
from portal.cases.policies import can_coordinate, has_tie
from portal.passes.models import Pass

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.cases.models import Assignment


def can_keep_rooms(user: User) -> bool:
    return user.may(Permission.COORDINATE)


def can_answer_as(user: User, assignment: Assignment) -> bool:
    """A neutral answers for themselves; staff write down what a neutral said on the phone (P1)."""
    if user.pk == assignment.neutral_id:
        return not has_tie(user, assignment.case.matter)
    return can_coordinate(user, assignment.case)


def can_give_times_as(user: User, assignment: Assignment) -> bool:
    """Times are a matter of neutrals who have accepted."""
    return assignment.is_accepted and can_answer_as(user, assignment)


def is_staff_hand(viewer: Viewer, assignment: Assignment) -> bool:
    return not isinstance(viewer, Pass) and viewer.pk != assignment.neutral_id
