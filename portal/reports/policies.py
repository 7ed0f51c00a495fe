"""Who may let the public read the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.programmes.models import Programme


def can_publish_figures(user: User, programme: Programme) -> bool:
    """Whoever sees the statistics and answers for what the office says."""
    return user.may(Permission.SEE_STATISTICS, programme) and user.may(Permission.APPROVE_TEXTS, programme)
