"""Who may change the office's facts and a programme's switches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .permissions import Permission

if TYPE_CHECKING:
    from portal.accounts.models import User

    from .models import Programme


def can_change_office(user: User) -> bool:
    return user.may(Permission.CHANGE_OFFICE)


def can_change_programme(user: User, programme: Programme) -> bool:
    return user.may(Permission.MANAGE_PROGRAMME, programme)


def can_set_up(user: User) -> bool:
    """Whoever already answers for a programme may set up another; they need not be its director."""
    return bool(user.programmes_with(Permission.MANAGE_PROGRAMME))
