"""Who may run courses, and who may certify whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.accounts.policies import can_invite
from portal.accounts.roles import Permission

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer

    from .models import Enrolment, Learner


def can_manage_training(user: User) -> bool:
    return user.may(Permission.MANAGE_TRAINING)


def can_certify(user: User, learner: Learner) -> bool:
    """Nobody certifies, credits or vouches for themselves."""
    return can_manage_training(user) and learner.user_id != user.pk


def can_give_account(user: User) -> bool:
    """Inviting a learner to sign in: for those who run courses and may also say who works here."""
    return can_manage_training(user) and can_invite(user)


def can_answer_for(viewer: Viewer, enrolment: Enrolment) -> bool:
    """Accept, decline, leave: the learner, or the office for somebody who calls."""
    return enrolment.learner.belongs_to(viewer) or _is_office(viewer)


def _is_office(viewer: Viewer) -> bool:
    return hasattr(viewer, "may") and can_manage_training(viewer)  # type: ignore[arg-type]


def can_observe(user: User, learner: Learner) -> bool:
    """Watching somebody at work and saying what one saw. Nobody does that for themselves."""
    return user.is_active and learner.user_id != user.pk
