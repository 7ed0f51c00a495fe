"""What happens to a case as a whole. Every write is one transaction that checks, changes and records."""

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

from . import transitions
from .models import Case, Matter, Note, Tie
from .policies import can_write_notes
from .statuses import (
    OPEN_STATUSES,
    AssignmentEnd,
    CaseStatus,
    Ending,
    TieAnswer,
    TieSource,
)

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.programmes.models import Programme


class TransitionRefused(Exception):
    """A step was asked for that is not possible now; says what is missing, in words for people."""

    def __init__(
        self,
        *,
        step: str,
        missing: list[transitions.Missing] | None = None,
        words: str = "",
    ) -> None:
        self.step = step
        self.missing = missing or []
        super().__init__(words or "; ".join(line.words for line in self.missing))


class MatterGone(Exception):
    """The matter is being destroyed or is gone; nothing about it can be read or changed."""


def lock_matter(matter_id: UUID) -> Matter:
    """The matter's row, locked first of all; every action on a matter goes through this lock.

    Raises MatterGone when it is being destroyed or does not exist.
    """
    matter = Matter.objects.select_for_update().filter(pk=matter_id).first()
    if matter is None or matter.is_destroying:
        raise MatterGone
    return matter


def lock_case(case_id: UUID) -> Case:
    """The case with its matter, both locked in that order. Raises MatterGone."""
    matter_id = Case.objects.filter(pk=case_id).values_list("matter_id", flat=True).first()
    if matter_id is None:
        raise MatterGone
    matter = lock_matter(matter_id)
    case = Case.objects.select_for_update(of=("self",)).select_related("programme").get(pk=case_id)
    case.matter = matter
    return case


def touch(matter: Matter) -> None:
    """Something happened: the idle clock starts anew."""
    matter.last_activity_at = timezone.now()
    matter.idle_asked_at = None
    matter.save(update_fields=["last_activity_at", "idle_asked_at"])


def open_case(*, matter: Matter, process: str, coordinator: User | None, unit: str, actor: User) -> Case:
    """Open a case on a matter whose request was found suitable; inside the caller's transaction."""
    case = Case.objects.create(
        vault_key=matter.pk,
        matter=matter,
        programme=matter.programme,
        process=process,
        coordinator=coordinator,
        unit=unit,
    )
    record(
        AuditEvent.CASE_OPENED,
        actor=actor,
        matter=matter,
        subject=case,
        process=process,
    )
    touch(matter)
    return case


@transaction.atomic
def move_case(*, case_id: UUID, step: str, actor: User) -> Case:
    """Take a step of the workflow table by hand.

    Raises PermissionDenied, TransitionRefused with what is missing, or MatterGone.
    """
    case = lock_case(case_id)
    if not transitions.BY_STEP[step].decides(actor, case):
        raise PermissionDenied
    return take_step(case, step, actor=actor)


def take_step(case: Case, step: str, *, actor: object | None) -> Case:
    """Check the table and its gates and move a locked case; for actions that complete a step themselves.

    Raises TransitionRefused. The caller has asked the policy and holds the lock.
    """
    transition = transitions.BY_STEP[step]
    if case.status not in transition.sources or case.is_paused:
        raise TransitionRefused(step=step, words=_not_now(case))
    missing = transitions.missing(case, step)
    if missing:
        raise TransitionRefused(step=step, missing=missing)
    before, case.status = case.status, transition.target
    if step == "invite":
        case.invited_at = timezone.now()
        case.answer_by = timezone.localdate() + timedelta(days=case.programme.answer_days)
    case.save()
    record(
        AuditEvent.CASE_MOVED,
        actor=actor,
        matter=case.matter,
        subject=case,
        step=step,
        before=before,
    )
    touch(case.matter)
    return case


def end_case(case: Case, *, ending: Ending, actor: object | None, stop_reason: str = "") -> Case:
    """End a locked case, whatever its open status: nobody is asked any more, neutrals are released.

    Features above cancel what is theirs (bookings, sessions) through `withdrawals.actions`.
    """
    if case.status not in OPEN_STATUSES:
        raise TransitionRefused(step="end", words=_not_now(case))
    case.ended_from, case.status = case.status, CaseStatus.ENDED
    case.ending, case.ended_at = ending, timezone.now()
    case.stop_reason, case.paused_at, case.pending_ending = stop_reason, None, ""
    case.save()
    record(
        AuditEvent.CASE_ENDED,
        actor=actor,
        matter=case.matter,
        subject=case,
        ending=ending,
    )
    touch(case.matter)
    return case


def release_neutrals(case: Case, *, reason: AssignmentEnd) -> None:
    """End every assignment that still runs: the case is over for its neutrals."""
    case.assignments.current().update(ended_at=timezone.now(), end_reason=reason)


def write_tie(*, matter: Matter, person: User, source: TieSource, actor: object | None) -> Tie:
    """Wall somebody off from a matter; from the next request on it does not exist for them."""
    tie, _created = Tie.objects.update_or_create(
        matter=matter,
        person=person,
        defaults={"answer": TieAnswer.YES, "source": source},
    )
    record(AuditEvent.TIE_WRITTEN, actor=actor, matter=matter, subject=tie, source=source)
    return tie


@transaction.atomic
def write_note(*, matter_id: UUID, body: str, by: User) -> Note:
    """Keep a note for staff. Raises PermissionDenied or MatterGone."""
    matter = lock_matter(matter_id)
    if not can_write_notes(by, matter):
        raise PermissionDenied
    note = Note.objects.create(vault_key=matter.pk, matter=matter, author=by, body=body)
    record(AuditEvent.NOTE_WRITTEN, actor=by, matter=matter, subject=note)
    touch(matter)
    return note


def start_matter(*, key_id: UUID, programme: Programme, first_contact_at=None) -> Matter:
    """The row that a new request hangs on; its key was made and committed before (vault.actions.create_key)."""
    moment = first_contact_at or timezone.now()
    return Matter.objects.create(pk=key_id, programme=programme, first_contact_at=moment, last_activity_at=moment)


def _not_now(case: Case) -> str:
    if case.is_paused:
        return _("The case is paused.")
    return _("The case is at “%(status)s”; this step is not possible from there.") % {
        "status": case.get_status_display()
    }
