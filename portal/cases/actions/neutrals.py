"""Who conducts a case: asking, accepting and ending, each on a locked case. The whole steps are in `scheduling`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.record import record

from ..models import Assignment, Case
from ..statuses import AssignmentEnd, Channel, TieAnswer, TieSource
from .matters import touch, write_tie

if TYPE_CHECKING:
    from portal.accounts.models import User


def assign_neutrals(
    case: Case, neutrals: list[User], *, lead: User | None, extra: bool = False, by: User
) -> list[Assignment]:
    """Ask these neutrals; being asked is not yet access. The caller has checked who may conduct and how many."""
    assignments = [
        Assignment.objects.create(case=case, neutral=neutral, is_lead=neutral == lead, is_extra=extra, asked_by=by)
        for neutral in neutrals
    ]
    record(AuditEvent.NEUTRALS_ASKED, actor=by, matter=case.matter, subject=case, count=len(assignments))
    touch(case.matter)
    return assignments


def keep_answer(assignment: Assignment, answer: TieAnswer, *, channel: Channel, by: User) -> None:
    """Write down what a neutral said about a tie; what follows from it is the caller's to do.

    Who has accepted and steps back keeps the first answer beside `accepted_at`; the end of the assignment says why.
    """
    if not assignment.is_accepted:
        assignment.tie, assignment.answered_at = answer, timezone.now()
        assignment.save(update_fields=["tie", "answered_at"])
    matter = assignment.case.matter
    record(AuditEvent.TIE_ANSWERED, actor=by, matter=matter, subject=assignment, answer=answer, channel=channel)
    touch(matter)


def accept_assignment(assignment: Assignment, *, by: User) -> None:
    """From the next request on the case is there for this neutral."""
    assignment.accepted_at = timezone.now()
    assignment.save(update_fields=["accepted_at"])
    record(AuditEvent.ASSIGNMENT_ACCEPTED, actor=by, matter=assignment.case.matter, subject=assignment)


def end_assignment(assignment: Assignment, *, reason: AssignmentEnd, by: object | None) -> None:
    """From the next request on the case is gone for this neutral; with a tie it never was."""
    assignment.ended_at, assignment.end_reason = timezone.now(), reason
    assignment.save(update_fields=["ended_at", "end_reason"])
    matter = assignment.case.matter
    record(AuditEvent.ASSIGNMENT_ENDED, actor=by, matter=matter, subject=assignment, reason=reason)
    if reason == AssignmentEnd.TIE:
        write_tie(matter=matter, person=assignment.neutral, source=TieSource.DECLARED, actor=by)
    touch(matter)
