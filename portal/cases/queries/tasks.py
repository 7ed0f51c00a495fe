"""Who may be asked to do something for a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db.models import Q

from portal.accounts.models import RoleGrant
from portal.accounts.roles import ROLES, Permission

from ..models import Assignment, Case
from ..statuses import TieAnswer

if TYPE_CHECKING:
    from portal.accounts.models import User

OPEN_CASES = [code for code, role in ROLES.items() if Permission.OPEN_CASES in role.permissions]


def people_for_tasks(case: Case) -> list[User]:
    """Staff of the programme and those who conduct the case, by name; nobody with a tie: they must not learn of it."""
    staff = RoleGrant.objects.valid().filter(role__in=OPEN_CASES, programme=case.programme_id).values("user")
    conduct = Assignment.objects.accepted().filter(case=case).values("neutral")
    tied = case.matter.ties.filter(answer=TieAnswer.YES).values("person")
    people = get_user_model().objects.filter(Q(pk__in=staff) | Q(pk__in=conduct), is_active=True)
    return list(people.exclude(pk__in=tied).by_name())
