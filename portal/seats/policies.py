"""Who names people for seats, and who hands work over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.policies import can_manage_people
from portal.accounts.roles import Permission

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.programmes.models import Programme


def sees_seats(user: User) -> bool:
    return can_manage_people(user)


def can_hand_over(by: User, person: User | None, to: User, programme: Programme) -> bool:
    """Whoever manages the people of the programme; also their own work, before they go."""
    if not by.may(Permission.MANAGE_PEOPLE, programme) or person == to or not to.is_active:
        return False
    return to.may(Permission.COORDINATE, programme)
