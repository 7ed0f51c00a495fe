"""Who may open a session page, and who may have its papers printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.cases.policies import can_conduct, can_coordinate

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Case


def can_open_session(user: User, case: Case) -> bool:
    """The neutrals hold the session; the coordinator may look and tick paper signatures."""
    return can_conduct(user, case) or can_coordinate(user, case)
