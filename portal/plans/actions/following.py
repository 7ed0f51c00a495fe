"""Following what was promised: looks at how it goes, and the end of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import MatterGone, TransitionRefused, step_of, touch
from portal.cases.models import Case
from portal.cases.statuses import Channel
from portal.mail.actions import enqueue
from portal.mail.statuses import MailKind
from portal.passes.models import Pass

from ..models import CheckIn, Commitment, Plan
from ..policies import can_follow_plan, can_hand_in
from ..statuses import OWN_WORDS, SETTLES, CheckInState, CommitmentStatus, PlanStatus
from .writing import lock_plan, not_now

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer


@transaction.atomic
def check_in(*, commitment_id: UUID, state: CheckInState, words: str, by: User) -> CheckIn:
    """Write down how a commitment of a plan in force goes. Raises PermissionDenied, TransitionRefused, MatterGone."""
    plan_id = Commitment.objects.filter(pk=commitment_id).values_list("plan_id", flat=True).first()
    if plan_id is None:
        raise MatterGone
    plan = lock_plan(plan_id)
    if not can_follow_plan(by, plan.case):
        raise PermissionDenied
    if not plan.is_in_force:
        raise TransitionRefused(step="check_in", words=not_now(plan))
    commitment = Commitment.objects.select_for_update().get(pk=commitment_id)
    row = note_check_in(commitment, state=state, words=words, by=by)
    record(AuditEvent.COMMITMENT_LOOKED_AT, actor=by, matter=plan.case.matter, subject=row, state=state)
    touch(plan.case.matter)
    return row


@transaction.atomic
def say_how_it_goes(
    *, commitment_id: UUID, participant_id: UUID, state: CheckInState, words: str, channel: Channel, by: Viewer
) -> CheckIn:
    """Whoever promised says how it goes, on their own page or to staff who write it down (P1). It settles nothing.

    Who coordinates hears of what is in the way and of what is done. Raises as `check_in` does.
    """
    person = step_of(participant_id, channel=channel, by=by)
    plan = Plan.objects.select_for_update(of=("self",)).filter(case=person.case).first()
    own = Commitment.objects.select_for_update(of=("self",)).filter(pk=commitment_id, owner=person, plan=plan)
    commitment = own.first() if plan else None
    if plan is None or commitment is None:
        raise PermissionDenied
    plan.case = person.case
    if not plan.is_in_force or not commitment.is_open or not person.is_active or state not in OWN_WORDS:
        raise TransitionRefused(step="check_in", words=_("This is not open now."))
    row = CheckIn.objects.create(
        vault_key=commitment.vault_key,
        commitment=commitment,
        state=state,
        words=words.strip(),
        said_by=person,
        channel=channel,
        noted_by=None if isinstance(by, Pass) else by,
    )
    record(AuditEvent.COMMITMENT_LOOKED_AT, actor=by, matter=plan.case.matter, subject=row, state=state, own=True)
    touch(plan.case.matter)
    coordinator = plan.case.coordinator
    if state != CheckInState.ON_THE_WAY and isinstance(by, Pass) and coordinator:
        enqueue(kind=MailKind.STAFF_NEWS, address=coordinator.email, key_id=plan.vault_key)
    return row


def note_check_in(commitment: Commitment, *, state: CheckInState, words: str, by: User) -> CheckIn:
    """Add the row, and let it settle the commitment or open it again; on a locked commitment."""
    commitment.status = SETTLES.get(state, CommitmentStatus.OPEN)
    commitment.settled_on = None if commitment.is_open else timezone.localdate()
    commitment.save()
    return CheckIn.objects.create(
        vault_key=commitment.vault_key, commitment=commitment, state=state, words=words.strip(), noted_by=by
    )


@transaction.atomic
def end_plan(*, plan_id: UUID, completed: bool, by: User) -> Plan:
    """Say that a plan is completed, or that it is given up; nobody is asked why. Then the case can be finished.

    Raises PermissionDenied, MatterGone, or TransitionRefused while something promised is open.
    """
    plan = lock_plan(plan_id)
    if not can_hand_in(by, plan.case):
        raise PermissionDenied
    if not plan.is_waited_for or (completed and not plan.is_in_force):
        raise TransitionRefused(step="end_plan", words=not_now(plan))
    if completed and plan.commitments.filter(status=CommitmentStatus.OPEN, is_support=False).exists():
        raise TransitionRefused(step="end_plan", words=_("Something promised is still open."))
    _end(plan, PlanStatus.COMPLETED if completed else PlanStatus.GIVEN_UP, by)
    touch(plan.case.matter)
    return plan


def stop_plan(case: Case) -> None:
    """The case ends: a plan that is not in anybody's hands yet goes with it. Called on a locked case."""
    plan = Plan.objects.select_for_update().filter(case=case).first()
    if plan is not None and plan.is_waited_for:
        plan.case = case
        _end(plan, PlanStatus.GIVEN_UP, None)


def _end(plan: Plan, status: PlanStatus, by: User | None) -> None:
    plan.status, plan.ended_at = status, timezone.now()
    plan.save()
    record(AuditEvent.PLAN_ENDED, actor=by, matter=plan.case.matter, subject=plan, status=status)
