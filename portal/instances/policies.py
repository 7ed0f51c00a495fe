"""Who keeps the register, and who says that a document will never exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission
from portal.cases.policies import has_tie

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Matter
    from portal.programmes.models import Programme

# The register lists closed instances too.
SEES_REGISTER = Permission.OPEN_KEPT


def sees_register(user: User, programme: Programme) -> bool:
    """The role alone, for a matter that came through `visible_to`."""
    return programme.keeps_records and user.may(SEES_REGISTER, programme)


def may_excuse(user: User, matter: Matter) -> bool:
    """The director, for a matter that came through `visible_to`."""
    return matter.programme.keeps_records and not matter.is_kept and user.may(Permission.OVERSEE, matter.programme)


def can_excuse(user: User, matter: Matter) -> bool:
    return may_excuse(user, matter) and not has_tie(user, matter)
