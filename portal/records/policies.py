"""Who may close, and who may put destruction on hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission
from portal.cases.policies import has_tie

# Whoever may see statistics may see that something was destroyed, and when.
SEES_RECEIPTS = Permission.SEE_STATISTICS

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Matter


def may_close(user: User, matter: Matter) -> bool:
    """The role alone, for a matter behind something that came through `visible_to`, which has taken out ties."""
    return user.may(Permission.CLOSE_CASES, matter.programme)


def can_close(user: User, matter: Matter) -> bool:
    return may_close(user, matter) and not has_tie(user, matter)


def can_dispose(user: User, matter: Matter) -> bool:
    """Whose signature counts when a kept record is destroyed; two different people sign."""
    return user.may(Permission.DISPOSE, matter.programme) and not has_tie(user, matter)


def can_hold(user: User, matter: Matter) -> bool:
    return user.may(Permission.PLACE_HOLD, matter.programme) and not has_tie(user, matter)
