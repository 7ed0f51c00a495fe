"""Closing, holding, and asking about what has been idle."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, lock_case, lock_matter
from portal.cases.models import Case, Matter
from portal.cases.statuses import CaseStatus, Ending, MatterStatus
from portal.intake.actions import end_open_requests
from portal.plans.gates import is_agreed, plan_settled, resolution_settled
from portal.plans.queries import followed_matters
from portal.sessions.statuses import SessionStatus
from portal.withdrawals.actions import stop_everything

from .. import destruction
from ..gates import is_held, missing_to_close, outside_items
from ..models import Hold, KeptRecord, OutsideCheck, PurgeRun
from ..policies import can_close, can_hold
from ..statuses import HoldKind
from .keeping import keep

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def place_hold(*, matter_id: UUID, kind: HoldKind, reason: str, by: User) -> Hold:
    """Suspend destruction of a matter. Raises PermissionDenied or MatterGone."""
    matter = lock_matter(matter_id, kept_too=True)
    if not can_hold(by, matter):
        raise PermissionDenied
    hold = Hold.objects.create(vault_key=matter.pk, matter=matter, kind=kind, reason=reason, placed_by=by)
    record(AuditEvent.HOLD_SET, actor=by, matter=matter, subject=hold, kind=kind)
    return hold


@transaction.atomic
def release_hold(*, hold_id: UUID, by: User) -> Hold:
    """Let destruction go its way again. Raises PermissionDenied or MatterGone."""
    hold = Hold.objects.get(pk=hold_id)
    matter = lock_matter(hold.matter_id, kept_too=True)
    if not can_hold(by, matter):
        raise PermissionDenied
    if hold.released_at is None:
        hold.released_at, hold.released_by = timezone.now(), by
        hold.save(update_fields=["released_at", "released_by"])
        record(AuditEvent.HOLD_LIFTED, actor=by, matter=matter, subject=hold)
    return hold


@transaction.atomic
def confirm_outside(*, matter_id: UUID, item: str, person_id: UUID | None, by: User) -> OutsideCheck:
    """Write down that something outside this program is gone.

    Raises PermissionDenied, MatterGone, or ValueError when the item is not one of those asked about.
    """
    matter = lock_matter(matter_id)
    if not can_close(by, matter):
        raise PermissionDenied
    if (item, person_id) not in {(code, whose) for code, whose, _words in outside_items(matter)}:
        raise ValueError("This is not asked about here.")
    check, created = OutsideCheck.objects.get_or_create(
        matter=matter, item=item, person_id=person_id, defaults={"vault_key": matter.pk, "confirmed_by": by}
    )
    if created:
        record(AuditEvent.OUTSIDE_ANSWERED, actor=by, matter=matter, subject=check, item=item)
    return check


@transaction.atomic
def finish_case(*, case_id: UUID, by: User) -> Case:
    """End a case whose sessions are over, so that it can be closed. Raises PermissionDenied or TransitionRefused."""
    case = lock_case(case_id)
    if not can_close(by, case.matter):
        raise PermissionDenied
    if case.status == CaseStatus.IN_SESSION:
        raise TransitionRefused(step="end", words=str(case.get_status_display()))
    if missing := plan_settled(case) + resolution_settled(case):
        raise TransitionRefused(step="end", missing=missing)
    went_all_the_way = is_agreed(case) or case.sessions.filter(status=SessionStatus.ENDED).exists()
    stop_everything(case, ending=Ending.DONE if went_all_the_way else Ending.NOT_PURSUED, actor=by)
    return case


def close(*, matter_id: UUID, by: User) -> PurgeRun | KeptRecord:
    """Close an ended matter, as its programme says.

    Where records go, it is marked for destruction (step 1), and `destruction.finish` takes the other two steps; where
    they stay, it is kept. Raises PermissionDenied, MatterGone, or TransitionRefused with all that is missing.
    """
    with transaction.atomic():
        matter = lock_matter(matter_id)
        if not can_close(by, matter):
            raise PermissionDenied
        missing = missing_to_close(matter)
        if missing:
            raise TransitionRefused(step="close", missing=missing)
        if not matter.programme.destroys_at_close:
            return keep(matter, by=by)
        record(AuditEvent.CLOSE_STARTED, actor=by, matter=matter)
        return destruction.mark(matter)


def resume_destructions() -> int:
    """Finish what was interrupted; called by run_due. Returns how many were finished."""
    finished = 0
    for run_id in PurgeRun.objects.values_list("pk", flat=True):
        try:
            finished += destruction.finish(run_id) is not None
        except destruction.OnHold:
            continue
    return finished


def ask_about_idle() -> int:
    """Ask staff about matters in which nothing has happened for the programme's idle days (M38)."""
    asked = 0
    now = timezone.now()
    quiet = Matter.objects.filter(status=MatterStatus.OPEN, idle_asked_at=None).exclude(pk__in=followed_matters())
    for matter in quiet.select_related("programme"):
        if matter.last_activity_at <= now - timedelta(days=matter.programme.idle_days):
            Matter.objects.filter(pk=matter.pk, idle_asked_at=None).update(idle_asked_at=now)
            asked += 1
    return asked


def end_idle() -> int:
    """End and destroy matters that stayed idle after staff were asked; a hold keeps them (M38).

    Where records are kept the question stands until somebody answers it: nothing ends by itself.
    """
    waiting = Matter.objects.filter(status=MatterStatus.OPEN, idle_asked_at__isnull=False)
    asked = waiting.filter(programme__destroys_at_close=True).select_related("programme")
    return sum(_end_if_idle(matter.pk) for matter in list(asked) if _stayed_idle(matter))


def _stayed_idle(matter: Matter) -> bool:
    grace = timedelta(days=matter.programme.idle_grace_days)
    return matter.idle_asked_at is not None and matter.idle_asked_at <= timezone.now() - grace


@transaction.atomic
def _end_if_idle(matter_id: UUID) -> bool:
    matter = lock_matter(matter_id)
    if not _stayed_idle(matter) or is_held(matter.pk):
        return False
    case = getattr(matter, "case", None)
    if case is not None and case.is_open:
        stop_everything(lock_case(case.pk), ending=Ending.IDLE, actor=None)
        matter = lock_matter(matter_id)
    end_open_requests(matter, ending=Ending.IDLE)
    record(AuditEvent.CLOSE_STARTED, actor=None, matter=matter)
    destruction.mark(matter)
    return True
