"""Who may permit, and who may tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.roles import Permission
from portal.cases.policies import has_tie
from portal.passes.models import Pass

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.cases.models import Matter

    from .models import SharePermission
    from .subjects import Subject


def can_permit(viewer: Viewer, subject: Subject) -> bool:
    """It is the person's own to give and to take back; staff write down what they were told (P1)."""
    if isinstance(viewer, Pass):
        return subject.entry_id == viewer.pk
    return can_share(viewer, subject.matter)


def can_share(user: User, matter: Matter) -> bool:
    return user.may(Permission.OPEN_CASES, matter.programme) and not has_tie(user, matter)


def needs_signature(permission: SharePermission) -> bool:
    """Where records are kept, identifiable ones are told only on a signed and dated consent (R14)."""
    return not permission.matter.programme.destroys_at_close
