"""Putting a plan before everyone, and what they say to it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, send_news, step_of, touch
from portal.cases.statuses import Channel
from portal.passes.models import Pass

from ..gates import confirmers, missing_to_ask, missing_to_be_confirmed
from ..models import Amendment, Confirmation, Plan
from ..policies import can_write_plan
from ..statuses import PlanStatus
from .writing import check_open, lock_plan, lock_to_write, not_now

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.cases.models import Case


@transaction.atomic
def ask_to_confirm(*, plan_id: UUID, by: User) -> Plan:
    """Put the plan before everyone; from now on its words are fixed for this edition.

    Raises PermissionDenied, MatterGone, or TransitionRefused with all that is missing.
    """
    plan = lock_to_write(plan_id, by)
    if missing := missing_to_ask(plan):
        raise TransitionRefused(step="ask", missing=missing)
    plan.status, plan.asked_at = PlanStatus.CONFIRMING, timezone.now()
    plan.save()
    record(AuditEvent.PLAN_ASKED, actor=by, matter=plan.case.matter, subject=plan, edition=plan.edition)
    send_news(confirmers(plan.case))
    touch(plan.case.matter)
    return plan


@transaction.atomic
def answer_plan(*, participant_id: UUID, edition: int, yes: bool, channel: Channel, by: Viewer) -> Confirmation:
    """Somebody confirms the edition they have read, or does not. The last yes puts an unlinked plan into force.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    person = step_of(participant_id, channel=channel, by=by)
    plan = Plan.objects.select_for_update().filter(case=person.case).first()
    if plan is None or plan.status != PlanStatus.CONFIRMING or not person.is_party or not person.is_active:
        raise TransitionRefused(step="confirm", words=_("This question is not open now."))
    plan.case = person.case
    check_open(plan.case)
    if edition != plan.edition:
        raise TransitionRefused(step="confirm", words=_("The plan has changed. Please read the new edition first."))
    answer = Confirmation.objects.create(
        vault_key=plan.vault_key,
        plan=plan,
        edition=plan.edition,
        participant=person,
        yes=yes,
        channel=channel,
        recorded_by=None if isinstance(by, Pass) else by,
    )
    facts = {"edition": plan.edition, "yes": yes, "channel": channel}
    record(AuditEvent.PLAN_CONFIRMED, actor=by, matter=plan.case.matter, subject=answer, **facts)
    touch(plan.case.matter)
    settle_if_confirmed(plan)
    return answer


def settle_if_confirmed(plan: Plan) -> None:
    """A plan that no proceeding asks for needs nobody else: with the last yes it is in force."""
    if plan.is_linked or missing_to_be_confirmed(plan):
        return
    plan.status, plan.in_force_at = PlanStatus.IN_FORCE, timezone.now()
    plan.save()
    record(AuditEvent.PLAN_IN_FORCE, actor=None, matter=plan.case.matter, subject=plan, edition=plan.edition)
    send_news(confirmers(plan.case))


@transaction.atomic
def amend_plan(*, plan_id: UUID, reason: str, by: User) -> Plan:
    """Open the plan again to change it: the next edition, which everyone is asked about anew. The log keeps why.

    Raises PermissionDenied, MatterGone or TransitionRefused.
    """
    plan = lock_plan(plan_id)
    if not can_write_plan(by, plan.case):
        raise PermissionDenied
    check_open(plan.case)
    if plan.status not in {PlanStatus.CONFIRMING, PlanStatus.IN_FORCE}:
        raise TransitionRefused(step="amend", words=not_now(plan))
    next_edition(plan)
    row = Amendment.objects.create(
        vault_key=plan.vault_key, plan=plan, edition=plan.edition, words=reason.strip(), made_by=by
    )
    record(AuditEvent.PLAN_AMENDED, actor=by, matter=plan.case.matter, subject=row, edition=plan.edition)
    touch(plan.case.matter)
    return plan


def next_edition(plan: Plan) -> None:
    plan.status, plan.edition = PlanStatus.DRAFT, plan.edition + 1
    plan.asked_at = plan.submitted_at = plan.in_force_at = None
    plan.save()


def reopen_for_leaver(case: Case) -> None:
    """Somebody has left while the plan was with everyone or with the Chair: what it says may no longer hold.

    Called on a locked case.
    """
    waiting = Plan.objects.select_for_update().filter(
        case=case, status__in=[PlanStatus.CONFIRMING, PlanStatus.SUBMITTED]
    )
    plan = waiting.first()
    if plan is None:
        return
    next_edition(plan)
    record(AuditEvent.PLAN_AMENDED, actor=None, matter=case.matter, subject=plan, edition=plan.edition, left=True)
