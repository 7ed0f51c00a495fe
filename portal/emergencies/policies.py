"""Who may tell because of imminent risk, who looks at it afterwards, who names the people for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission
from portal.cases.models import Case
from portal.cases.policies import can_conduct, has_tie

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Matter
    from portal.programmes.models import Programme

    from .models import BreakGlass


def can_break_glass(user: User, matter: Matter) -> bool:
    """Whoever may open the request or the case: staff of the programme, and those who conduct it."""
    if has_tie(user, matter):
        return False
    roles = (Permission.OPEN_CASES, Permission.OPEN_REQUESTS)
    if any(user.may(role, matter.programme) for role in roles):
        return True
    case = Case.objects.filter(matter=matter).first()
    return case is not None and can_conduct(user, case)


def can_review(user: User, record: BreakGlass) -> bool:
    """For a record that came through `visible_to`; nobody looks at what they did themselves."""
    return record.opened_by_id != user.pk


def can_name(user: User, programme: Programme) -> bool:
    return user.may(Permission.REVIEW_EMERGENCIES, programme)
