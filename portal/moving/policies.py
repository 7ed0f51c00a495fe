"""Who offers that a matter moves over, and whose answer it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission
from portal.cases.policies import has_tie
from portal.passes.models import Pass

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.cases.models import Matter
    from portal.disclosures.subjects import Subject


def can_offer(user: User, matter: Matter) -> bool:
    """Where a matter belongs is a question of screening."""
    return user.may(Permission.SCREEN, matter.programme) and not has_tie(user, matter)


def can_answer(viewer: Viewer, subject: Subject) -> bool:
    """The person alone; staff write down what they were told after reading the text aloud (P1)."""
    if isinstance(viewer, Pass):
        return subject.entry_id is not None and subject.entry_id == viewer.pk
    return can_offer(viewer, subject.matter)
