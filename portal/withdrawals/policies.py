"""Who may withdraw, stop or pause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.cases.policies import can_conduct, can_coordinate, can_step_for
from portal.passes.models import Pass

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.cases.models import Case, Participant


def can_withdraw(viewer: Viewer, participant: Participant) -> bool:
    """The person; staff who enter it as by phone, in person or on paper; a neutral to whom they say it in the room."""
    if can_step_for(viewer, participant):
        return True
    return not isinstance(viewer, Pass) and can_conduct(viewer, participant.case)


def can_stop(user: User, case: Case) -> bool:
    return can_coordinate(user, case)
