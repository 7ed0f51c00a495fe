"""Who may prepare a circle, find somebody ready, write what the group says, pause and stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.cases.policies import can_conduct, can_coordinate, can_step_for, has_tie
from portal.cases.statuses import ParticipantRole
from portal.passes.models import Pass
from portal.sessions.policies import conducts as conducted

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.cases.models import Case, Participant


def can_prepare(user: User, case: Case) -> bool:
    """Those who coordinate the case, and those who conduct it: the talk is often theirs."""
    return can_coordinate(user, case) or can_conduct(user, case)


def can_confirm_readiness(user: User, case: Case) -> bool:
    """Only with one's own eyes, as one of those who conduct it: staff cannot enter it for anybody."""
    return can_conduct(user, case)


def can_write_for_group(user: User, case: Case) -> bool:
    return can_conduct(user, case) or can_coordinate(user, case)


def can_debrief(user: User, case: Case) -> bool:
    """A look back is one's own: only somebody who conducts the circle writes one, also once its case has ended."""
    return conducted(user, case) and not has_tie(user, case.matter)


def is_protected(person: Participant) -> bool:
    """Who was harmed, or speaks for the community that was."""
    if ParticipantRole.HARMED in person.roles:
        return True
    sheet = getattr(person.case, "circle", None) if ParticipantRole.COMMUNITY_REPRESENTATIVE in person.roles else None
    return bool(sheet and sheet.community_is_harmed)


def can_pause(viewer: Viewer, person: Participant) -> bool:
    """Whoever was harmed; staff enter it for them, and a facilitator to whom they say it in the room."""
    if not is_protected(person):
        return False
    if can_step_for(viewer, person):
        return True
    return not isinstance(viewer, Pass) and can_conduct(viewer, person.case)
