"""Choosing who conducts a case: asking, answering, replacing, objecting (M21, P10, R1, R2)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from portal.agreements.actions import prepare_agreement
from portal.agreements.gates import in_force
from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, case_id_of, lock_case
from portal.cases.actions.neutrals import accept_assignment, assign_neutrals, end_assignment, keep_answer
from portal.cases.actions.steps import step_of
from portal.cases.models import Assignment, Case, Consent
from portal.cases.policies import can_coordinate
from portal.cases.statuses import AssignmentEnd, CaseStatus, Channel, ConsentKind, TieAnswer
from portal.passes.models import Pass
from portal.roster.actions import lock_neutrals
from portal.roster.qualification import NotQualified as NotTrained
from portal.roster.qualification import check_qualified

from ..gates import pair_is_complete, pair_round
from ..policies import can_answer_as
from ..queries.load import limit_reached
from ..queries.pair import day_to_conduct, lead_of, who_can_be_asked
from ..statuses import BookingStatus
from .apart import keep_both_roles
from .booking import release_reservation, reserve_for_booking
from .telling import ask_by_mail, tell_about_pair, tell_coordinator

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer

# The pair is looked for once everyone takes part, and can change until a session starts.
CHOOSING = frozenset({CaseStatus.ARRANGING, CaseStatus.BOOKED})
# Between two sessions somebody may still ask for another person.
OBJECTING = CHOOSING | {CaseStatus.HELD}


class NotQualified(TransitionRefused):
    """Somebody was chosen who may not conduct this case, or no longer."""


@transaction.atomic
def ask_neutrals(
    *, case_id: UUID, neutrals: list[User], extra: bool = False, reason: str = "", by: User
) -> list[Assignment]:
    """Ask as many neutrals as the process needs beside those who were asked before; `extra` ones beside the pair.

    Who decided on the case is asked only with a `reason`, which the director reads. Raises PermissionDenied,
    MatterGone, TransitionRefused for a wrong number, NotQualified, or ReasonWanted.
    """
    case = _lock_for_choosing(case_id, by)
    chosen = {neutral.pk: neutral for neutral in neutrals}
    (_check_extra if extra else _check_number)(case, len(chosen))
    lock_neutrals(chosen)
    possible = {candidate.pk: candidate for candidate in who_can_be_asked(case)}
    refused = [neutral for pk, neutral in chosen.items() if pk not in possible]
    reasons = _why_not(case, refused) + [limit_reached(possible[pk]) for pk in chosen if pk in possible]
    if any(reasons):
        raise NotQualified(step="ask", words=" ".join(filter(None, reasons)))
    keep_both_roles(case, list(chosen.values()), reason=reason, by=by)
    lead = None if extra else lead_of(case, list(chosen.values()))
    assignments = assign_neutrals(case, list(chosen.values()), lead=lead, extra=extra, by=by)
    ask_by_mail(assignments)
    return assignments


def _why_not(case: Case, refused: list[User]) -> list[str]:
    """Training and terms are said in words; of a tie nobody learns more than that they cannot be asked."""
    try:
        check_qualified(refused, process=case.process, on=day_to_conduct(case))
    except NotTrained as lacking:
        told = lacking.reasons
    else:
        told = {}
    others = ", ".join(neutral.get_full_name() for neutral in refused if neutral not in told)
    words = [_("Cannot be asked for this case: %(names)s") % {"names": others}] if others else []
    return [*told.values(), *words]


def _check_number(case: Case, count: int) -> None:
    process = case.rules
    asked = case.assignments.current().filter(is_extra=False).count()
    if count and process.accepts_neutrals(asked + count):
        return
    if process.neutrals_min == process.neutrals_max:
        words = _("Choose exactly %(count)d.") % {"count": max(0, process.neutrals_min - asked)}
    else:
        limits = {"least": max(1, process.neutrals_min - asked), "most": process.neutrals_max - asked}
        words = _("Choose %(least)d to %(most)d.") % limits
    raise TransitionRefused(step="ask", words=words)


def _check_extra(case: Case, count: int) -> None:
    """A pair leads; those beside it are as many as there are circles (C28)."""
    most = case.rules.extra_neutrals
    asked = case.assignments.current().filter(is_extra=True).count()
    if not most:
        raise TransitionRefused(step="ask", words=_("This process has no circles beside the pair."))
    if not 0 < count <= most - asked:
        raise TransitionRefused(
            step="ask", words=_("Choose %(least)d to %(most)d.") % {"least": 1, "most": most - asked}
        )


@transaction.atomic
def answer_tie(*, assignment_id: int, answer: TieAnswer, channel: Channel, by: User) -> Assignment:
    """A neutral says whether there is a tie; staff may write down what they said (P1).

    After a yes the case does not exist for them. Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    assignment = _lock_assignment(assignment_id)
    if not can_answer_as(by, assignment):
        raise PermissionDenied
    if (by.pk == assignment.neutral_id) != (channel == Channel.SELF):
        raise ValueError("Only a neutral's own hand is SELF.")
    _check_answer(assignment, answer)
    keep_answer(assignment, answer, channel=channel, by=by)
    if answer == TieAnswer.NO:
        _accept(assignment, by=by)
    elif answer == TieAnswer.UNSURE:
        tell_coordinator(assignment.case)
    else:
        reason = AssignmentEnd.TIE if answer == TieAnswer.YES else AssignmentEnd.NOT_AVAILABLE
        _end(assignment, reason=reason, by=by)
        tell_coordinator(assignment.case)
    return assignment


def _check_answer(assignment: Assignment, answer: TieAnswer) -> None:
    """A question is answered once; who has accepted may still step back, at any time until the case ends (R2)."""
    stepping_back = answer in {TieAnswer.YES, TieAnswer.NOT_AVAILABLE}
    if answer == TieAnswer.UNANSWERED or (assignment.is_accepted and not stepping_back):
        raise TransitionRefused(step="tie", words=_("This question has been answered."))
    if not assignment.case.is_open or (assignment.case.status not in CHOOSING and not stepping_back):
        raise TransitionRefused(step="tie", words=_("This question is no longer open."))


def _accept(assignment: Assignment, *, by: User) -> None:
    case = assignment.case
    accept_assignment(assignment, by=by)
    if case.status == CaseStatus.BOOKED:
        reserve_for_booking(assignment)
    if pair_is_complete(case):
        _renew_agreement(case, by=by)
        tell_about_pair(case)
        tell_coordinator(case)


def _renew_agreement(case: Case, *, by: User) -> None:
    """Words that were made for another pair are signed by nobody any more: everyone signs the new version (P10)."""
    booking = case.bookings.filter(status=BookingStatus.BOOKED).first()
    if in_force(case) is not None:
        prepare_agreement(case, session_at=booking.starts_at if booking else None, actor=by)


@transaction.atomic
def replace_neutral(*, assignment_id: int, by: User) -> Assignment:
    """The office takes somebody off the case; another is asked in their place (P10).

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    assignment = _lock_assignment(assignment_id)
    if not can_coordinate(by, assignment.case):
        raise PermissionDenied
    if assignment.case.status not in OBJECTING:
        raise TransitionRefused(step="replace", words=_("Nobody can be replaced at this point."))
    _end(assignment, reason=AssignmentEnd.REPLACED, by=by)
    return assignment


@transaction.atomic
def object_to_neutral(*, participant_id: UUID, assignment_id: int, channel: Channel, by: Viewer) -> Assignment:
    """A party would like somebody else, until the session starts; no reason is asked (R1).

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    person = step_of(participant_id, channel=channel, by=by)
    case = person.case
    if case.status not in OBJECTING or not person.is_party or not person.is_active:
        raise TransitionRefused(step="object", words=_("The session has started; please talk with us."))
    assignment = case.assignments.accepted().select_related("neutral").filter(pk=assignment_id).first()
    if assignment is None:
        raise TransitionRefused(step="object", words=_("This person does not conduct the session any more."))
    assignment.case = case
    record(AuditEvent.PAIR_OBJECTED, actor=by, matter=case.matter, subject=assignment, channel=channel)
    _end(assignment, reason=AssignmentEnd.OBJECTION, by=by)
    tell_coordinator(case)
    return assignment


@transaction.atomic
def agree_to_pair(*, participant_id: UUID, channel: Channel, by: Viewer) -> Consent:
    """After somebody was replaced each party is asked again, and says that the new pair is fine (P10).

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    person = step_of(participant_id, channel=channel, by=by)
    case = person.case
    if case.status not in OBJECTING or not person.is_party or not person.is_active or not pair_is_complete(case):
        raise TransitionRefused(step="agree", words=_("This question is not open now."))
    consent = Consent.objects.create(
        vault_key=case.vault_key,
        participant=person,
        kind=ConsentKind.PAIR,
        yes=True,
        round=pair_round(case),
        channel=channel,
        recorded_by=None if isinstance(by, Pass) else by,
    )
    record(AuditEvent.CONSENT_GIVEN, actor=by, matter=case.matter, subject=consent, kind=consent.kind, channel=channel)
    return consent


def _end(assignment: Assignment, *, reason: AssignmentEnd, by: object | None) -> None:
    release_reservation(assignment)
    end_assignment(assignment, reason=reason, by=by)


def _lock_for_choosing(case_id: UUID, by: User) -> Case:
    case = lock_case(case_id)
    if not can_coordinate(by, case):
        raise PermissionDenied
    if case.status not in CHOOSING or case.is_paused:
        raise TransitionRefused(step="ask", words=_("Nobody is chosen before everyone takes part."))
    return case


def _lock_assignment(assignment_id: int) -> Assignment:
    """A current assignment with its case, locked. An ended one refuses."""
    case = lock_case(case_id_of(Assignment, assignment_id))
    assignment = case.assignments.current().select_related("neutral").filter(pk=assignment_id).first()
    if assignment is None:
        raise TransitionRefused(step="tie", words=_("This question is no longer open."))
    assignment.case = case
    return assignment
