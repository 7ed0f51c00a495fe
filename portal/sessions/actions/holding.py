"""Holding a session: who is there, its start, its end, its outcome. What is agreed in it is never stored."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.agreements.actions import open_signing as open_agreement
from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, lock_case, take_step, touch
from portal.cases.gates import stood_in_for
from portal.cases.models import Case, Consent, Participant
from portal.cases.policies import can_run_session, can_step_for
from portal.cases.statuses import CaseStatus, Channel, ConsentKind, ParticipantRole
from portal.passes.models import Pass
from portal.programmes.processes import definition
from portal.scheduling.actions import free_booking, use_booking
from portal.scheduling.statuses import BookingStatus
from portal.screening.actions import mark_to_screen_again
from portal.screening.statuses import Trigger

from ..gates import everyone_wants_another, next_number, waits_after_stop
from ..models import Attendance, Session
from ..statuses import Outcome, SessionStatus

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer


# How a session counts that was running when the case ended: the first of these that its process knows.
_CUT_SHORT = (Outcome.NONE, Outcome.HELD, Outcome.NO_PLAN, Outcome.NOT_HELD)


@transaction.atomic
def prepare_session(*, case_id: UUID, by: User) -> Session:
    """The session of the booked time, made when somebody first opens it. Raises PermissionDenied or refusals."""
    case = _lock_to_run(case_id, by)
    booking = case.bookings.filter(status=BookingStatus.BOOKED).first()
    if booking is None:
        raise TransitionRefused(step="begin", words=_("No session is booked."))
    case.sessions.filter(status=SessionStatus.PLANNED).exclude(booking=booking).update(status=SessionStatus.CANCELLED)
    session, __ = Session.objects.get_or_create(
        booking=booking, defaults={"vault_key": case.vault_key, "case": case, "number": next_number(case)}
    )
    return session


@transaction.atomic
def open_signing(*, session_id: UUID, present: set[UUID], by: User) -> Session:
    """Note who is in the room and open the signing: all parties and all the neutrals have to be there (P10).

    `present` holds the ids of participants and of neutrals.
    """
    session, case = lock_session(session_id, by)
    if session.status != SessionStatus.PLANNED:
        raise TransitionRefused(step="sign", words=str(session.get_status_display()))
    if absent := _absent(case, present):
        raise TransitionRefused(step="sign", words=_("Not here yet: %(names)s") % {"names": ", ".join(absent)})
    _note_attendance(session, case, present)
    open_agreement(case, session_at=session.booking.starts_at, actor=by)
    touch(case.matter)
    return session


def _absent(case: Case, present: set[UUID]) -> list[str]:
    """Who has to be here and is not: the parties, whoever comes in the place of one of them, and the neutrals."""
    people = _everybody(case)
    replaced = stood_in_for(case)
    stand_ins = [one for one in people if one.role == ParticipantRole.SURROGATE]
    needed = stand_ins + [one for one in people if one.is_party and one.pk not in replaced]
    parties = [one.display_name for one in needed if one.pk not in present]
    rows = case.assignments.accepted().select_related("neutral")
    return parties + [row.neutral.get_full_name() for row in rows if row.neutral_id not in present]


def _note_attendance(session: Session, case: Case, present: set[UUID]) -> None:
    for person in _everybody(case):
        Attendance.objects.update_or_create(
            session=session,
            participant=person,
            defaults={"vault_key": session.vault_key, "present": person.pk in present},
        )
    for row in case.assignments.accepted():
        Attendance.objects.update_or_create(
            session=session, neutral=row.neutral, defaults={"vault_key": session.vault_key, "present": True}
        )


@transaction.atomic
def begin_session(*, session_id: UUID, by: User) -> Session:
    """Start: refused, with names, while one signature is missing (M24)."""
    session, case = lock_session(session_id, by)
    if session.status != SessionStatus.PLANNED:
        raise TransitionRefused(step="begin", words=str(session.get_status_display()))
    take_step(case, "begin", actor=by)
    session.status, session.started_at, session.started_by = SessionStatus.RUNNING, timezone.now(), by
    session.save(update_fields=["status", "started_at", "started_by"])
    record(AuditEvent.SESSION_STARTED, actor=by, matter=case.matter, subject=session, number=session.number)
    return session


@transaction.atomic
def end_session(*, session_id: UUID, outcome: Outcome, minutes: int | None, by: User) -> Session:
    """End a running session with its outcome, or say that a planned one did not take place.

    `minutes` is the actual length; measured from the start when it is not given. Saying it twice changes nothing.
    """
    session, case = lock_session(session_id, by)
    if session.status == SessionStatus.ENDED:
        return session
    if outcome not in definition(case.process).outcomes:
        raise TransitionRefused(step="finish", words=_("This process does not end like that."))
    if outcome == Outcome.NOT_HELD:
        return _not_held(session, case, actor=by)
    if session.status != SessionStatus.RUNNING:
        raise TransitionRefused(step="finish", words=_("The session has not started."))
    _end(session, outcome=outcome, minutes=minutes)
    use_booking(session.booking)
    take_step(case, "finish", actor=by)
    record(AuditEvent.SESSION_ENDED, actor=by, matter=case.matter, subject=session, outcome=outcome)
    return session


@transaction.atomic
def stop_for_safety(*, session_id: UUID, by: User) -> Session:
    """One button, asks nothing: the session is over (P11). Works before the start as well."""
    session, case = lock_session(session_id, by)
    if session.status in {SessionStatus.ENDED, SessionStatus.CANCELLED}:
        return session
    return stop_running(session, case, actor=by)


def stop_running(session: Session, case: Case, *, actor: object) -> Session:
    """Over at once, whatever is still missing; for actions that have locked case and session."""
    was_running = session.status == SessionStatus.RUNNING
    _end(session, outcome=Outcome.STOPPED_FOR_SAFETY, minutes=None)
    use_booking(session.booking)
    take_step(case, "finish" if was_running else "rearrange", actor=actor)
    mark_to_screen_again(case, Trigger.SAFETY, actor=actor)
    record(AuditEvent.SESSION_STOPPED, actor=actor, matter=case.matter, subject=session)
    return session


def _not_held(session: Session, case: Case, *, actor: User) -> Session:
    if session.status != SessionStatus.PLANNED:
        raise TransitionRefused(step="finish", words=_("The session has started; choose another outcome."))
    session.status, session.outcome, session.ended_at = SessionStatus.ENDED, Outcome.NOT_HELD, timezone.now()
    session.save(update_fields=["status", "outcome", "ended_at"])
    free_booking(session.booking)
    take_step(case, "rearrange", actor=actor)
    record(AuditEvent.SESSION_ENDED, actor=actor, matter=case.matter, subject=session, outcome=Outcome.NOT_HELD)
    return session


def _end(session: Session, *, outcome: Outcome, minutes: int | None) -> None:
    now = timezone.now()
    session.status, session.outcome, session.ended_at = SessionStatus.ENDED, outcome, now
    session.minutes = minutes if minutes is not None else _length(session.started_at, now)
    session.save(update_fields=["status", "outcome", "ended_at", "minutes"])


def _length(start: datetime | None, end: datetime) -> int:
    return int((end - start).total_seconds() // 60) if start else 0


def cancel_sessions(case: Case) -> None:
    """End what is planned or running, because the case stops; called on a locked case."""
    known = definition(case.process).outcomes
    cut_short = next(one for one in _CUT_SHORT if one in known)
    for session in case.sessions.filter(status=SessionStatus.RUNNING):
        _end(session, outcome=cut_short, minutes=None)
    case.sessions.filter(status=SessionStatus.PLANNED).update(status=SessionStatus.CANCELLED)


@transaction.atomic
def answer_further(*, participant_id: UUID, yes: bool, channel: Channel, by: Viewer) -> Consent:
    """One party wants a further session, or does not. The last yes opens the search for a time (M32)."""
    case = lock_case(Participant.objects.values_list("case_id", flat=True).get(pk=participant_id))
    person = Participant.objects.get(pk=participant_id)
    person.case = case
    if not can_step_for(by, person):
        raise PermissionDenied
    if case.status != CaseStatus.HELD or not person.is_party or not person.is_active:
        raise TransitionRefused(step="again", words=_("This question is not open now."))
    if waits_after_stop(case):
        words = _("The last session was stopped. First the office talks with each of them and screens this again.")
        raise TransitionRefused(step="again", words=words)
    consent = Consent.objects.create(
        vault_key=case.vault_key,
        participant=person,
        kind=ConsentKind.FURTHER_SESSION,
        yes=yes,
        round=next_number(case),
        channel=channel,
        recorded_by=None if isinstance(by, Pass) else by,
    )
    record(AuditEvent.CONSENT_GIVEN, actor=by, matter=case.matter, subject=consent, kind=consent.kind, yes=yes)
    touch(case.matter)
    if not everyone_wants_another(case):
        take_step(case, "again", actor=None)
    return consent


def _everybody(case: Case) -> list[Participant]:
    return [person for person in case.participants.all() if person.is_active]


def lock_session(session_id: UUID, by: User) -> tuple[Session, Case]:
    """The session and its case, locked, for somebody who may take the steps of a session."""
    case_id = Session.objects.values_list("case_id", flat=True).get(pk=session_id)
    case = _lock_to_run(case_id, by)
    session = Session.objects.select_for_update(of=("self",)).select_related("booking").get(pk=session_id)
    if session.status == SessionStatus.PLANNED and session.booking.status != BookingStatus.BOOKED:
        session.status = SessionStatus.CANCELLED  # its time was given back
    return session, case


def _lock_to_run(case_id: UUID, by: User) -> Case:
    case = lock_case(case_id)
    if not can_run_session(by, case):
        raise PermissionDenied
    return case
