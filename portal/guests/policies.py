"""Where guests are possible at all, and who lets them in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.cases.policies import can_coordinate

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Case
    from portal.programmes.models import Programme

    from .models import Guest


def admits_guests(programme: Programme) -> bool:
    """Where records are kept. Elsewhere nobody outside reads anything: who comes along there, everybody agrees to."""
    return programme.keeps_records


def can_admit(user: User, case: Case) -> bool:
    return admits_guests(case.programme) and case.is_open and can_coordinate(user, case)


def can_renew_code(user: User, guest: Guest) -> bool:
    """Whoever may let somebody in may hand them the way in again. Whether there still is one, the action looks up."""
    return can_admit(user, guest.case)


def can_end(user: User, case: Case) -> bool:
    """Ending is never refused because the case is over."""
    return can_coordinate(user, case)
