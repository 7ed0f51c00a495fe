"""Whoever was harmed may pause everything, or stop the circle, at any time and without a reason (M50)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, check_channel, lock_participant, touch
from portal.cases.statuses import CaseStatus, Channel
from portal.handbook.statuses import NoticeKind
from portal.intake.actions import tell_participant
from portal.scheduling.actions import cancel_everything as cancel_bookings
from portal.scheduling.actions.telling import tell_coordinator
from portal.screening.actions import mark_to_screen_again
from portal.screening.statuses import Trigger
from portal.sessions.actions import cancel_sessions, stop_running
from portal.sessions.models import Session
from portal.sessions.statuses import SessionStatus

from ..policies import can_pause

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer
    from portal.cases.models import Case, Participant


@transaction.atomic
def pause_circle(*, participant_id: UUID, channel: Channel, by: Viewer) -> Case:
    """Nothing goes on: what is booked is given back, and before it goes on somebody screens again.

    Pausing twice is pausing once. Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    person = _lock(participant_id, channel, by)
    case = person.case
    if case.is_paused:
        return case
    cancel_bookings(case)
    cancel_sessions(case)
    if case.status in {CaseStatus.BOOKED, CaseStatus.IN_SESSION}:
        case.status = CaseStatus.ARRANGING
    case.paused_at = timezone.now()
    case.save(update_fields=["status", "paused_at"])
    mark_to_screen_again(case, Trigger.PARTY, actor=by)
    record(AuditEvent.CIRCLE_PAUSED, actor=by, matter=case.matter, subject=person, channel=channel)
    _tell_the_rest(case, leave_out=person)
    tell_coordinator(case)
    touch(case.matter)
    return case


@transaction.atomic
def stop_circle(*, participant_id: UUID, channel: Channel, by: Viewer) -> Session:
    """The circle that runs is over at once. Raises PermissionDenied, MatterGone or TransitionRefused."""
    person = _lock(participant_id, channel, by)
    running = person.case.sessions.filter(status=SessionStatus.RUNNING).select_related("booking").first()
    if running is None:
        raise TransitionRefused(step="stop", words=_("No circle is running. You can pause, or leave for good."))
    record(AuditEvent.CIRCLE_STOPPED, actor=by, matter=person.case.matter, subject=person, channel=channel)
    return stop_running(running, person.case, actor=by)


def _tell_the_rest(case: Case, *, leave_out: Participant) -> None:
    """The same words as for a pause of the office: nobody learns whose wish it was."""
    for person in case.participants.select_related("entry"):
        if person != leave_out and person.is_active and (person.entry_id or person.answered_at):
            tell_participant(person, NoticeKind.PAUSE_WORDS)


def _lock(participant_id: UUID, channel: Channel, by: Viewer) -> Participant:
    person = lock_participant(participant_id)
    if not can_pause(by, person):
        raise PermissionDenied
    check_channel(channel, by)
    if not person.case.is_open or not person.is_active:
        raise TransitionRefused(step="pause", words=_("This has ended; nothing more is asked of you."))
    return person
