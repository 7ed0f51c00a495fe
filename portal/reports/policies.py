"""Who may let the public read the figures, and who sees the numbers of what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.programmes.models import Programme


def can_publish_figures(user: User, programme: Programme) -> bool:
    """Whoever sees the statistics and answers for what the office says."""
    return user.may(Permission.SEE_STATISTICS, programme) and user.may(Permission.APPROVE_TEXTS, programme)


def can_see_live(user: User, programme: Programme) -> bool:
    """Numbers of what is open change with each case: only for those who open the cases themselves."""
    return user.may(Permission.SEE_STATISTICS, programme) and user.may(Permission.OPEN_CASES, programme)
