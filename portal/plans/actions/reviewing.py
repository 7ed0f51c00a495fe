"""Handing a plan in to the Chair, and what the Chair decides. An approved plan moves out of the case (M56, M57)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.roles import Permission
from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, send_news, touch
from portal.mail.actions import enqueue
from portal.mail.statuses import MailKind
from portal.vault.actions import create_key, destroy_key

from ..gates import confirmers, missing_to_hand_in
from ..models import Commitment, EnforcementRecord, Plan, RecordBar, Review
from ..policies import can_hand_in, can_review
from ..queries import people_with
from ..statuses import PlanStatus, ReviewDecision
from .confirming import next_edition
from .writing import check_open, lock_plan, not_now, tell_role

if TYPE_CHECKING:
    from portal.accounts.models import User

# What of a commitment goes along. Whose it is goes as words: the record knows no participant.
MOVES = (
    *("number", "kind", "by_whom", "is_support", "what", "for_whom", "shown_by", "mentor", "obstacle"),
    *("starts_on", "due_on"),
)


@transaction.atomic
def hand_in_plan(*, plan_id: UUID, by: User) -> Plan:
    """Hand a linked plan in to the Chair: everyone has confirmed it, and every requirement has its commitment.

    Raises PermissionDenied, MatterGone, or TransitionRefused with all that is missing.
    """
    plan = lock_plan(plan_id)
    if not can_hand_in(by, plan.case):
        raise PermissionDenied
    check_open(plan.case)
    if not plan.is_linked or plan.status != PlanStatus.CONFIRMING:
        raise TransitionRefused(step="hand_in", words=not_now(plan))
    if missing := missing_to_hand_in(plan):
        raise TransitionRefused(step="hand_in", missing=missing)
    plan.status, plan.submitted_at = PlanStatus.SUBMITTED, timezone.now()
    plan.save()
    record(AuditEvent.PLAN_SUBMITTED, actor=by, matter=plan.case.matter, subject=plan, edition=plan.edition)
    tell_role(Permission.APPROVE_PLANS, plan)
    touch(plan.case.matter)
    return plan


def return_plan(*, plan_id: UUID, edition: int, comment: str, by: User) -> Plan:
    """The Chair gives a plan back with a comment: it is written again. Raises as `hand_in_plan` does."""
    with transaction.atomic():
        plan = _lock_to_decide(plan_id, edition, by)
        _decided(plan, ReviewDecision.RETURNED, comment, by)
        next_edition(plan)
        touch(plan.case.matter)
        return plan


def approve_plan(*, plan_id: UUID, edition: int, comment: str, by: User) -> EnforcementRecord:
    """The Chair approves: the plan moves to the enforcing office, under a key of its own. Raises as `hand_in_plan`."""
    # The key is committed by itself before the first row that needs it.
    key_id = create_key()
    try:
        with transaction.atomic():
            plan = _lock_to_decide(plan_id, edition, by)
            review = _decided(plan, ReviewDecision.APPROVED, comment, by)
            return _move(plan, key_id, review)
    except Exception:
        destroy_key(key_id=key_id)
        raise


def _lock_to_decide(plan_id: UUID, edition: int, by: User) -> Plan:
    plan = lock_plan(plan_id)
    if not can_review(by, plan):
        raise PermissionDenied
    check_open(plan.case)
    if plan.status != PlanStatus.SUBMITTED or plan.edition != edition:
        raise TransitionRefused(step="review", words=_("This plan has changed or was decided on meanwhile."))
    return plan


def _decided(plan: Plan, decision: ReviewDecision, comment: str, by: User) -> Review:
    review = Review.objects.create(
        vault_key=plan.vault_key,
        plan=plan,
        edition=plan.edition,
        decision=decision,
        comment=comment.strip(),
        decided_by=by,
    )
    facts = {"decision": decision, "edition": plan.edition}
    record(AuditEvent.PLAN_REVIEWED, actor=by, matter=plan.case.matter, subject=review, **facts)
    if plan.case.coordinator:
        enqueue(kind=MailKind.STAFF_NEWS, address=plan.case.coordinator.email, key_id=plan.vault_key)
    return review


def _move(plan: Plan, key_id: UUID, review: Review) -> EnforcementRecord:
    """Commitments, requirements and the Chair's words go along. What was said stays, harms and needs too."""
    case = plan.case
    kept = EnforcementRecord.objects.create(
        pk=key_id,
        vault_key=key_id,
        programme=case.programme,
        proceeding=plan.proceeding,
        person=", ".join(dict.fromkeys(one.by_whom for one in plan.commitments.all() if not one.is_support)),
        done_when=plan.done_when,
        if_not_done=plan.if_not_done,
        follow_up=plan.follow_up,
        edition=plan.edition,
        approved_by=review.decided_by,
        comment=review.comment,
    )
    for one in plan.commitments.prefetch_related("requirements"):
        facts = {name: getattr(one, name) for name in MOVES}
        meets = "\n".join(row.words for row in one.requirements.all())
        Commitment.objects.create(vault_key=key_id, record=kept, meets=meets, **facts)
    tied = case.matter.ties.filter(answer="YES").values_list("person", flat=True)
    RecordBar.objects.bulk_create(RecordBar(record=kept, person_id=person) for person in tied)
    plan.status, plan.in_force_at = PlanStatus.MOVED, timezone.now()
    plan.save()
    # Each chain says that it moved, and neither says from where or to where.
    record(AuditEvent.PLAN_MOVED, actor=review.decided_by, matter=case.matter, subject=plan)
    record(AuditEvent.PLAN_MOVED, actor=review.decided_by, matter=kept, subject=kept)
    for person in people_with(Permission.ENFORCE_PLANS, case.programme):
        if person.pk not in set(tied):
            enqueue(kind=MailKind.STAFF_NEWS, address=person.email, key_id=key_id)
    send_news(confirmers(case))
    touch(case.matter)
    return kept
