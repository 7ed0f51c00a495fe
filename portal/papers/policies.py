"""Who makes notices and says whether somebody has understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.cases.policies import can_coordinate

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Case


def can_give_papers(user: User, case: Case) -> bool:
    """Make the notice, hand it over, read what people say in their own words."""
    return can_coordinate(user, case)
