"""Turns in a circle: who has spoken in each round, or let it go by (M53). What was said is not asked."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused
from portal.programmes.processes import definition

from ..models import Turn
from ..statuses import Round, SessionStatus
from .holding import lock_session

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def take_turn(*, session_id: UUID, participant_id: UUID, in_round: Round, passed: bool, by: User) -> Turn:
    """Somebody has spoken in this round, or has let it go by. The last answer counts.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    session, case = lock_session(session_id, by)
    if session.status != SessionStatus.RUNNING:
        raise TransitionRefused(step="turn", words=_("The session is not running."))
    here = session.attendances.filter(participant=participant_id, present=True).exists()
    if in_round not in definition(case.process).rounds or not here:
        raise TransitionRefused(step="turn", words=_("This person has no turn in that round."))
    turn, __ = Turn.objects.update_or_create(
        session=session,
        participant_id=participant_id,
        round=in_round,
        defaults={"vault_key": session.vault_key, "passed": passed},
    )
    record(AuditEvent.TURN_TAKEN, actor=by, matter=case.matter, subject=turn, round=in_round, passed=passed)
    return turn
