"""Who decides on a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission
from portal.cases.policies import has_tie

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.intake.models import Request


def can_screen(user: User, request: Request) -> bool:
    return user.may(Permission.SCREEN, request.programme) and not has_tie(user, request.matter)
