from __future__ import annotations

from typing import TYPE_CHECKING

from portal.intake.policies import can_clear_minor, can_end_request, can_work_on
from portal.passes.models import Pass

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.intake.models import Request


def can_say(viewer: Viewer, request: Request) -> bool:
    """The requester for themselves; staff who work on the request write down what they are told (P1)."""
    return can_end_request(viewer, request) if isinstance(viewer, Pass) else can_work_on(viewer, request)


def can_join(user: User, *requests: Request) -> bool:
    """Whoever decides about requests, and has a tie with none of these: a tie on either holds."""
    return all(can_clear_minor(user, one) for one in requests)
