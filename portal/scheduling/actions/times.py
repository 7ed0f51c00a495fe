"""When people are free: whole days in half hours, or yes and no to a few concrete times (M22)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, case_id_of, lock_case, touch
from portal.cases.actions.steps import has_stepped, step_of
from portal.cases.models import Assignment, Case, Participant
from portal.cases.policies import can_coordinate
from portal.cases.statuses import CaseStatus, Channel
from portal.passes.models import Pass
from portal.programmes.processes import definition

from ..grid import LEAST_NOTICE, is_session_time, offered_half_hours
from ..models import Availability, ProposedTime
from ..policies import can_give_times_as
from .telling import ask_for_times

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer

# Times are given while a session is being arranged, and again when a booked one has to move.
GIVING = frozenset({CaseStatus.ARRANGING, CaseStatus.BOOKED})
MOST_PROPOSED = 5


@transaction.atomic
def give_times(*, participant_id: UUID, free: Iterable[str], channel: Channel, by: Viewer) -> Availability:
    """Keep the half hours at which somebody is free, sealed. What lies outside the offered days is left out.

    Raises PermissionDenied, MatterGone, or TransitionRefused when no time is looked for.
    """
    person = _lock_person(participant_id, channel=channel, by=by)
    row, given = _row(person.case, participant=person)
    row.free = _offered(person.case, free)
    return _keep(row, person.case, channel=channel, by=by, given=given)


@transaction.atomic
def give_neutral_times(*, assignment_id: int, free: Iterable[str], channel: Channel, by: User) -> Availability:
    """The same for a neutral who has accepted."""
    assignment = _lock_accepted(assignment_id, by)
    row, given = _row(assignment.case, neutral=assignment.neutral)
    row.free = _offered(assignment.case, free)
    return _keep(row, assignment.case, channel=channel, by=by, given=given)


@transaction.atomic
def propose_times(*, case_id: UUID, starts: Iterable[datetime], by: User) -> list[ProposedTime]:
    """Send out concrete times instead of asking for whole days; at most five wait for answers at once.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    case = lock_case(case_id)
    if not can_coordinate(by, case):
        raise PermissionDenied
    _check_giving(case)
    minutes = definition(case.process).default_minutes
    wanted = sorted(set(starts))
    waiting = set(case.proposed_times.filter(starts_at__gt=timezone.now()).values_list("starts_at", flat=True))
    _check_proposal(wanted, waiting, timedelta(minutes=minutes))
    proposed = [
        ProposedTime.objects.create(case=case, starts_at=start, minutes=minutes, proposed_by=by)
        for start in wanted
        if start not in waiting
    ]
    record(AuditEvent.TIMES_PROPOSED, actor=by, matter=case.matter, subject=case, count=len(proposed))
    touch(case.matter)
    ask_for_times(case)
    return proposed


def _check_proposal(wanted: list[datetime], waiting: set[datetime], length: timedelta) -> None:
    if not wanted:
        raise TransitionRefused(step="propose", words=_("Give at least one time."))
    if len(waiting | set(wanted)) > MOST_PROPOSED:
        words = _("At most five times can wait for answers. Take one off the list first.")
        raise TransitionRefused(step="propose", words=words)
    earliest = timezone.now() + LEAST_NOTICE
    if any(start < earliest for start in wanted):
        raise TransitionRefused(step="propose", words=_("Each time has to be at least two hours from now."))
    if not all(is_session_time(start, start + length) for start in wanted):
        words = _("Sessions are between 08:00 and 22:00, and start on the hour or half hour.")
        raise TransitionRefused(step="propose", words=words)


@transaction.atomic
def take_back_time(*, proposed_id: int, case_id: UUID, by: User) -> None:
    """Nobody is asked about this time any more."""
    case = lock_case(case_id)
    if not can_coordinate(by, case):
        raise PermissionDenied
    case.proposed_times.filter(pk=proposed_id).delete()
    touch(case.matter)


@transaction.atomic
def answer_proposed(
    *,
    participant_id: UUID | None = None,
    assignment_id: int | None = None,
    fits: Iterable[int],
    channel: Channel,
    by: Viewer,
) -> Availability:
    """Say which of the proposed times fit; none of them is an answer too. Raises as `give_times`."""
    if participant_id is not None:
        person = _lock_person(participant_id, channel=channel, by=by)
        case = person.case
        row, given = _row(case, participant=person)
    else:
        assignment = _lock_accepted(assignment_id or 0, by)
        case = assignment.case
        row, given = _row(case, neutral=assignment.neutral)
    asked = set(case.proposed_times.values_list("pk", flat=True))
    row.fits = sorted(asked.intersection(fits))
    return _keep(row, case, channel=channel, by=by, given=given, event=AuditEvent.TIME_CHOSEN)


def _row(case: Case, **who: Participant | User) -> tuple[Availability, bool]:
    """The one row of this person in this case, and whether it was given before."""
    row = Availability.objects.select_for_update().filter(case=case, **who).first()
    return row or Availability(vault_key=case.vault_key, case=case, **who), row is not None


def _keep(
    row: Availability,
    case: Case,
    *,
    channel: Channel,
    by: Viewer,
    given: bool,
    event: AuditEvent = AuditEvent.TIMES_GIVEN,
) -> Availability:
    row.given_at = timezone.now()
    row.recorded_by = None if isinstance(by, Pass) or by.pk == row.neutral_id else by
    row.save()
    record(event, actor=by, matter=case.matter, subject=row, channel=channel, again=given)
    if row.participant is not None:
        row.participant.case = case
        has_stepped(row.participant)
    touch(case.matter)
    return row


def _offered(case: Case, free: Iterable[str]) -> list[str]:
    known = {box.value for box in offered_half_hours(case.programme.booking_horizon_days)}
    return sorted(known.intersection(free))


def _lock_person(participant_id: UUID, *, channel: Channel, by: Viewer) -> Participant:
    person = step_of(participant_id, channel=channel, by=by)
    if not person.is_active:
        raise TransitionRefused(step="times", words=_("This person does not take part."))
    _check_giving(person.case)
    return person


def _lock_accepted(assignment_id: int, by: Viewer) -> Assignment:
    case = lock_case(case_id_of(Assignment, assignment_id))
    assignment = case.assignments.accepted().select_related("neutral").filter(pk=assignment_id).first()
    if assignment is None:
        raise TransitionRefused(step="times", words=_("This person does not conduct the session any more."))
    assignment.case = case
    if isinstance(by, Pass) or not can_give_times_as(by, assignment):
        raise PermissionDenied
    _check_giving(case)
    return assignment


def _check_giving(case: Case) -> None:
    if case.status not in GIVING or case.is_paused:
        raise TransitionRefused(step="times", words=_("No time is being looked for at the moment."))
