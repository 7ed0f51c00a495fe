"""Who may open a session page, and who may have its papers printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.cases.policies import may_coordinate

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Case


def can_open_session(user: User, case: Case) -> bool:
    """Whom `can_run_session` lets take its steps, for a case that came through `visible_to`."""
    return conducts(user, case) or may_coordinate(user, case)


def conducts(user: User, case: Case) -> bool:
    """Whether somebody who sees this case is one of its neutrals; asks nothing when the page has fetched them."""
    return any(row.is_accepted and row.neutral_id == user.pk for row in case.assignments.all())
