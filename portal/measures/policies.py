"""Who asks for a measure, who decides on it, who sees to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission
from portal.cases.policies import has_tie
from portal.passes.models import Pass

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.cases.models import Matter, Participant
    from portal.intake.models import Request

    from .models import Measure


def can_ask(viewer: Viewer, whose: Participant | Request, matter: Matter) -> bool:
    """The person themselves, or staff who write down that they asked (P1)."""
    if isinstance(viewer, Pass):
        return whose.entry_id is not None and whose.entry_id == viewer.pk
    return viewer.may(Permission.OPEN_CASES, matter.programme) and not has_tie(viewer, matter)


def can_decide(user: User, measure: Measure) -> bool:
    return user.may(Permission.DECIDE_MEASURES, measure.matter.programme) and not has_tie(user, measure.matter)


def can_see_to(user: User, measure: Measure) -> bool:
    """Those who hold the role that owns it, and those who decide: people fall ill."""
    if has_tie(user, measure.matter):
        return False
    programme = measure.matter.programme
    owns = any(one.role == measure.owner_role and one.reaches(programme) for one in user.valid_grants)
    return owns or user.may(Permission.DECIDE_MEASURES, programme)
