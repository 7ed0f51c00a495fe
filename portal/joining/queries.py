"""What staff see of two requests that may be one dispute. A tie has taken out what they must not see."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from portal.cases.transitions import Missing
from portal.intake.models import Request
from portal.intake.queries import belong_together

from . import hindrances
from .gates import is_invited, is_permitted, missing_to_join, with_standing

if TYPE_CHECKING:
    from portal.accounts.models import User


@dataclass(frozen=True)
class Candidate:
    """Another request that names the same people, and what stands between the two."""

    request: Request
    missing: list[Missing]


@dataclass(frozen=True)
class Together:
    """For templates/portal/joining/together.html."""

    permitted: bool | None
    joined_with: Request | None = None
    can_be_undone: bool = False
    candidates: list[Candidate] = field(default_factory=list)


def together(request: Request, viewer: User) -> Together:
    permitted = is_permitted(request)
    other = joined_with(request)
    if other is not None:
        return Together(permitted, joined_with=other, can_be_undone=not is_invited(request.matter))
    found = [one.pk for one in belong_together(request, viewer)]
    rows = {row.pk: row for row in with_standing(Request.objects.filter(pk__in=[request.pk, *found]))}
    hindered = hindrances.of(row.matter_id for row in rows.values())
    return Together(permitted, candidates=[_candidate(rows[request.pk], rows[pk], hindered) for pk in found])


def _candidate(request: Request, other: Request, hindered: dict[UUID, str]) -> Candidate:
    return Candidate(other, missing_to_join(request, other, hindered))


def joined_with(request: Request) -> Request | None:
    """The other of two that were joined; whoever may open the one may open the other, for they share their walls."""
    return Request.objects.filter(matter=request.matter_id).exclude(pk=request.pk).first()
