"""After a circle: each facilitator looks back on how it was led. Nothing of what was said belongs here."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import MatterGone, TransitionRefused, lock_case, touch
from portal.programmes.processes import definition
from portal.sessions.models import Session
from portal.sessions.statuses import SessionStatus

from ..models import Debrief
from ..policies import can_debrief
from ..statuses import LOOKED_BACK_ON, Held

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def look_back(
    *,
    session_id: UUID,
    everyone_heard: Held,
    pace_held: Held,
    safety_held: Held,
    pair_worked: Held,
    next_time: str,
    wants_talk: bool,
    by: User,
) -> Debrief:
    """Keep one's own look back on a circle that was held; a second time changes it.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    session = Session.objects.filter(pk=session_id).first()
    if session is None:
        raise MatterGone
    case = lock_case(session.case_id)
    if not can_debrief(by, case):
        raise PermissionDenied
    was_held = session.status == SessionStatus.ENDED and session.started_at is not None
    if not definition(case.process).rounds or case.status not in LOOKED_BACK_ON or not was_held:
        raise TransitionRefused(step="debrief", words=_("You look back when the circle is over."))
    row = Debrief.objects.filter(session=session, facilitator=by).first()
    row = row or Debrief(vault_key=case.vault_key, session=session, facilitator=by)
    row.everyone_heard, row.pace_held, row.safety_held, row.pair_worked = (
        everyone_heard,
        pace_held,
        safety_held,
        pair_worked,
    )
    row.next_time, row.wants_talk, row.written_at = next_time.strip(), wants_talk, timezone.now()
    row.save()
    record(AuditEvent.NOTE_WRITTEN, actor=by, matter=case.matter, subject=row, debrief=True)
    touch(case.matter)
    return row
