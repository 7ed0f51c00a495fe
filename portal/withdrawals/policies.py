"""Who may withdraw, stop or pause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.cases.policies import can_coordinate, can_step_for

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.cases.models import Case, Participant


def can_withdraw(viewer: Viewer, participant: Participant) -> bool:
    """The person, or staff who enter it for them as by phone, in person or on paper."""
    return can_step_for(viewer, participant)


def can_stop(user: User, case: Case) -> bool:
    return can_coordinate(user, case)
