"""Who answers for emergencies in a programme."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from portal.accounts.models import RoleGrant, User
from portal.accounts.roles import ROLES, Permission
from portal.cases.statuses import TieAnswer
from portal.programmes.contacts import dials

from .models import DAYS, EmergencyRule

if TYPE_CHECKING:
    from portal.cases.models import Matter
    from portal.programmes.models import Programme


@dataclass(frozen=True)
class Answering:
    """Whom to phone, and who reads it afterwards."""

    director: User | None
    on_call: User | None
    keep_days: int

    @property
    def people(self) -> list[User]:
        return list(dict.fromkeys(one for one in (self.director, self.on_call) if one is not None))


def answering_for(programme: Programme) -> Answering:
    """Those whom the programme names; until it names somebody, whoever is its director."""
    rule = EmergencyRule.objects.filter(programme=programme).select_related("director", "on_call").first()
    if rule is not None:
        return Answering(rule.director, rule.on_call, rule.keep_days)
    return Answering(next(iter(directors(programme)), None), None, DAYS)


def on_call_with_number(matter: Matter) -> User | None:
    """Whom to phone about this matter when the office is closed (P11): on call, still here, without a tie.

    None where nobody is named, or whoever is has no number that can be dialled.
    """
    programme = matter.programme_id
    named = EmergencyRule.objects.filter(programme=programme).values("on_call")
    here = RoleGrant.objects.valid().filter(programme=programme).values("user")
    tied = matter.ties.filter(answer=TieAnswer.YES).values("person")
    person = User.objects.active().filter(pk__in=named).filter(pk__in=here).exclude(pk__in=tied).first()
    return person if person is not None and dials(person.phone) else None


def to_tell(programme: Programme, walled: Collection[UUID]) -> list[User]:
    """Who hears of it at once; never somebody with a tie, or who has left. With nobody left, whoever may review it."""
    here = {one.pk for one in people_of_programme(programme)}
    free = [one for one in answering_for(programme).people if one.pk in here and one.pk not in walled]
    return free or [one for one in directors(programme) if one.pk not in walled]


def directors(programme: Programme) -> list[User]:
    roles = [code for code, role in ROLES.items() if Permission.REVIEW_EMERGENCIES in role.permissions]
    grants = RoleGrant.objects.valid().filter(programme=programme, role__in=roles)
    return list(User.objects.active().filter(pk__in=grants.values("user")).by_name())


def people_of_programme(programme: Programme) -> list[User]:
    """Everybody with a role in it: one of them is on call."""
    grants = RoleGrant.objects.valid().filter(programme=programme)
    return list(User.objects.active().filter(pk__in=grants.values("user")).by_name())
