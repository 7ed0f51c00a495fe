"""Who looks after how a programme is run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission
from portal.cases.policies import has_tie

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Matter
    from portal.programmes.models import Programme

    from .models import SampledCase

OVERSEES = Permission.OVERSEE


def can_review(user: User, sampled: SampledCase) -> bool:
    """The director, never for a case that they coordinated or closed themselves, and without a tie."""
    matter = sampled.matter
    if not may_oversee(user, matter.programme) or has_tie(user, matter):
        return False
    return user.pk not in worked_on_by(matter)


def worked_on_by(matter: Matter) -> set[object]:
    case, kept = getattr(matter, "case", None), getattr(matter, "kept", None)
    return {case.coordinator_id if case else None, kept.closed_by_id if kept else None} - {None}


def may_oversee(user: User, programme: Programme) -> bool:
    return programme.keeps_records and user.may(OVERSEES, programme)


def can_audit(by: User, person: User, programme: Programme) -> bool:
    """What somebody else opened; nobody looks at themselves."""
    if by.pk == person.pk or not may_oversee(by, programme):
        return False
    # Everybody who opens what comes in.
    return any(one.programme_id == programme.pk and one.definition.opens_everything for one in person.valid_grants)
