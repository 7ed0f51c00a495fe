"""Withdrawing and stopping: one step, at once, everywhere (M31, P8, P9)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import (
    TransitionRefused,
    end_case,
    lock_case,
    release_neutrals,
    stop_news,
    stop_news_for,
    touch,
)
from portal.cases.models import Case, Participant
from portal.cases.statuses import AssignmentEnd, CaseStatus, Channel, Ending, StopReason, Willing
from portal.cases.transitions import gate
from portal.handbook.statuses import NoticeKind
from portal.intake.actions import tell_participant
from portal.passes.actions import revoke_invitations
from portal.passes.models import Pass
from portal.plans.actions import drop_resolution, reopen_for_leaver, stop_plan
from portal.plans.gates import is_settled_without_meeting
from portal.programmes.processes import definition
from portal.scheduling.actions import cancel_everything as cancel_bookings
from portal.screening.actions import mark_to_screen_again
from portal.screening.statuses import Trigger
from portal.sessions.actions import cancel_sessions

from .models import Withdrawal
from .policies import can_stop, can_withdraw

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer

# Before the others have all said yes, only the requester holds the matter together.
_BEFORE_EVERYONE = frozenset({CaseStatus.OPENED, CaseStatus.INVITING})


@transaction.atomic
def withdraw(*, participant_id: UUID, channel: Channel, by: Viewer) -> Withdrawal:
    """Take somebody out of a case, at once and without a reason.

    With too few parties left the case ends; with enough, the others are asked afresh; after the last session, and
    once all have signed without meeting, only follow-up stops. Saying it twice is the same as saying it once.

    Raises PermissionDenied, MatterGone, or TransitionRefused when the case has ended already.
    """
    case = lock_case(Participant.objects.values_list("case_id", flat=True).get(pk=participant_id))
    person = Participant.objects.select_for_update().get(pk=participant_id)
    person.case = case
    if not can_withdraw(by, person):
        raise PermissionDenied
    earlier = Withdrawal.objects.filter(participant=person).first()
    if earlier:
        return earlier
    withdrawal = _take_out(person, channel=channel, by=by)
    _settle(case, person)
    return withdrawal


def _take_out(person: Participant, *, channel: Channel, by: Viewer) -> Withdrawal:
    case = person.case
    if not case.is_open:
        # How it ended may be somebody's answer: staff read it, the people in it do not (P7).
        over = _("This has ended; nothing more is asked of you.")
        raise TransitionRefused(step="withdraw", words=over if isinstance(by, Pass) else str(case.get_ending_display()))
    person.left_at = timezone.now()
    person.save(update_fields=["left_at"])
    stop_news_for(person)
    staff = None if isinstance(by, Pass) else by
    withdrawal = Withdrawal.objects.create(
        vault_key=case.vault_key, participant=person, stage=case.status, channel=channel, recorded_by=staff
    )
    facts = {"channel": channel, "stage": case.status}
    record(AuditEvent.PARTICIPANT_WITHDREW, actor=by, matter=case.matter, subject=person, **facts)
    touch(case.matter)
    return withdrawal


def _settle(case: Case, person: Participant) -> None:
    """What the withdrawal of one person means for the rest."""
    reopen_for_leaver(case)
    if person.is_party:
        drop_resolution(case)
    if case.status == CaseStatus.HELD or is_settled_without_meeting(case) or not person.is_party:
        # Nothing that is still to come needs them.
        return
    left = [other for other in case.participants.parties() if other.is_active]
    enough = len(left) >= definition(case.process).parties_min and not _lacks_a_role(case)
    if not enough or (person.is_requester and case.status in _BEFORE_EVERYONE):
        stop_everything(case, ending=Ending.WITHDRAWN, actor=None)
        _tell_the_rest(case, NoticeKind.WITHDRAWAL_WORDS, leave_out=person)
    else:
        _ask_afresh(case, left)
        _tell_the_rest(case, NoticeKind.ASKED_AFRESH, leave_out=person)


def _lacks_a_role(case: Case) -> bool:
    """Once everyone was in it: without the only one who was harmed, there is nothing to go on with."""
    asked = "roles_filled" in definition(case.process).gates
    return asked and case.status not in _BEFORE_EVERYONE and bool(gate("roles_filled")(case))


def _ask_afresh(case: Case, parties: list[Participant]) -> None:
    """More than two were in it: whoever is left says anew whether they take part."""
    cancel_bookings(case)
    cancel_sessions(case)
    for person in parties:
        if person.willing == Willing.YES:
            person.willing, person.asked_at, person.answered_at = Willing.ASKED, timezone.now(), None
            person.save(update_fields=["willing", "asked_at", "answered_at"])
    if case.status not in _BEFORE_EVERYONE:
        case.status = CaseStatus.INVITING
        case.answer_by = timezone.localdate() + timedelta(days=case.programme.answer_days)
        case.save(update_fields=["status", "answer_by"])
    mark_to_screen_again(case, Trigger.WITHDRAWAL, actor=None)
    record(AuditEvent.ASKED_AFRESH, actor=None, matter=case.matter, subject=case, parties=len(parties))


def stop_everything(case: Case, *, ending: Ending, actor: object | None, stop_reason: str = "") -> None:
    """End a locked case and cancel all that is under way: sessions, bookings, invitations, queued mail."""
    # What waits in the outbox goes first: the calendar files that take the appointment back come after it.
    stop_news(case.matter_id)
    cancel_bookings(case)
    cancel_sessions(case)
    stop_plan(case)
    drop_resolution(case)
    revoke_invitations(key_id=case.vault_key)
    end_case(case, ending=ending, actor=actor, stop_reason=stop_reason)
    release_neutrals(case, reason=AssignmentEnd.CASE_ENDED)


@transaction.atomic
def stop_case(*, case_id: UUID, reason: StopReason, by: User) -> Case:
    """The office stops a case in any open state; everyone gets the same words, none of them the reason (P8).

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    case = _lock_for_office(case_id, by)
    stop_everything(case, ending=Ending.STOPPED, actor=by, stop_reason=reason)
    _tell_the_rest(case, NoticeKind.STOP_WORDS)
    return case


def end_elsewhere(case: Case, *, mover: Participant | None, actor: object | None) -> None:
    """End a locked case whose requester goes on in another programme: the others read what they read at any stop."""
    if mover is not None:
        mover.left_at = timezone.now()
        mover.save(update_fields=["left_at"])
    stop_everything(case, ending=Ending.REFERRED, actor=actor)
    _tell_the_rest(case, NoticeKind.STOP_WORDS, leave_out=mover)


@transaction.atomic
def pause_case(*, case_id: UUID, reason: StopReason, by: User) -> Case:
    """Halt a case for a while: sessions are cancelled, nothing moves until it is resumed."""
    case = _lock_for_office(case_id, by)
    if not case.is_open or case.is_paused:
        raise TransitionRefused(step="pause", words=str(case.get_status_display()))
    cancel_bookings(case)
    cancel_sessions(case)
    if case.status in {CaseStatus.BOOKED, CaseStatus.IN_SESSION}:
        case.status = CaseStatus.ARRANGING
    case.paused_at, case.stop_reason = timezone.now(), reason
    case.save(update_fields=["status", "paused_at", "stop_reason"])
    record(AuditEvent.CASE_PAUSED, actor=by, matter=case.matter, subject=case, reason=reason)
    _tell_the_rest(case, NoticeKind.PAUSE_WORDS)
    touch(case.matter)
    return case


@transaction.atomic
def resume_case(*, case_id: UUID, by: User) -> Case:
    """Go on with a paused case from where it stood, its booked time excepted."""
    case = _lock_for_office(case_id, by)
    if not case.is_paused:
        raise TransitionRefused(step="resume", words=str(case.get_status_display()))
    case.paused_at, case.stop_reason = None, ""
    case.save(update_fields=["paused_at", "stop_reason"])
    record(AuditEvent.CASE_RESUMED, actor=by, matter=case.matter, subject=case)
    _tell_the_rest(case, NoticeKind.RESUME_WORDS)
    touch(case.matter)
    return case


def _lock_for_office(case_id: UUID, by: User) -> Case:
    case = lock_case(case_id)
    if not can_stop(by, case):
        raise PermissionDenied
    return case


def _tell_the_rest(case: Case, kind: NoticeKind, *, leave_out: Participant | None = None) -> None:
    """The same words to everyone who is still in it and has answered us, by phone too; nobody learns who or why."""
    for person in case.participants.select_related("entry"):
        if person != leave_out and person.is_active and (person.entry_id or person.answered_at):
            tell_participant(person, kind)
