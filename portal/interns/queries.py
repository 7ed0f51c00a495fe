"""Who helps as an intern, and how far they are."""

from __future__ import annotations

from dataclasses import dataclass

from portal.accounts.models import RoleGrant, User
from portal.accounts.roles import ROLES, Permission
from portal.programmes.models import Programme

from .models import Pledge

_INTERN_ROLES = [code for code, role in ROLES.items() if Permission.DO_PIECES in role.permissions]


@dataclass(frozen=True)
class InternRow:
    """One intern in one programme: until when, what they have signed, whether they may work."""

    grant: RoleGrant
    pledge: Pledge | None

    @property
    def is_cleared(self) -> bool:
        return self.pledge is not None and self.pledge.trained_on is not None


def interns_of(supervisor: User) -> list[InternRow]:
    """Everybody who is an intern today in a programme that this person coordinates, in two queries."""
    programmes = supervisor.programmes_with(Permission.COORDINATE)
    grants = RoleGrant.objects.valid().filter(role__in=_INTERN_ROLES, programme__in=programmes)
    rows = list(grants.select_related("user", "programme").order_by("user__last_name", "pk"))
    signed = Pledge.objects.filter(programme__in=programmes)
    pledges: dict[tuple, Pledge] = {(one.user_id, one.programme_id): one for one in signed}
    return [InternRow(grant, pledges.get((grant.user_id, grant.programme_id))) for grant in rows]


def programme_of(intern: User) -> Programme | None:
    """Where this person helps; the first one, should it be several."""
    helped = Programme.objects.filter(pk__in=intern.programmes_with(Permission.DO_PIECES))
    return helped.order_by("pk").first()
