"""Whose hand may put a signature down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.cases.policies import can_conduct, can_run_session
from portal.passes.models import Pass

from .statuses import SigningMethod

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.cases.models import Case, Participant


def can_sign_as(viewer: Viewer, participant: Participant, method: SigningMethod) -> bool:
    """On their own page only they themselves; on the device or from paper with a neutral or staff beside them."""
    if isinstance(viewer, Pass):
        return method == SigningMethod.OWN_PAGE and participant.entry_id == viewer.pk
    if method == SigningMethod.OWN_PAGE:
        return False
    return can_run_session(viewer, participant.case)


def can_sign_as_neutral(user: User, neutral: User, case: Case, method: SigningMethod) -> bool:
    """A neutral signs with their own sign-in; from paper, staff or the other neutral may tick it."""
    if user == neutral:
        return can_conduct(user, case)
    return method == SigningMethod.PAPER and can_run_session(user, case)


def can_take_back_signature(user: User, case: Case) -> bool:
    """Whoever holds the session, or staff for them: somebody signed in another's place by mistake."""
    return can_run_session(user, case)
