"""Who may open a session page, and who may have its papers printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.cases.policies import can_coordinate

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Case


def can_open_session(user: User, case: Case) -> bool:
    """The neutrals hold the session; the coordinator may look and tick paper signatures."""
    return conducts(user, case) or can_coordinate(user, case)


def conducts(user: User, case: Case) -> bool:
    """Whether somebody who sees this case is one of its neutrals; asks nothing when the page has fetched them."""
    return any(row.is_accepted and row.neutral_id == user.pk for row in case.assignments.all())
