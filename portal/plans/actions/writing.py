"""Writing a plan: its words, what is promised, and what a proceeding asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from portal.accounts.roles import Permission
from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import MatterGone, TransitionRefused, case_id_of, lock_case, touch
from portal.cases.models import Case, Participant
from portal.cases.statuses import CaseStatus, ParticipantRole
from portal.mail.actions import enqueue
from portal.mail.statuses import MailKind

from ..models import Commitment, Plan, Requirement
from ..policies import can_enter_requirements, can_hand_in, can_write_plan
from ..queries import people_with
from ..statuses import CommitmentKind, PlanStatus

if TYPE_CHECKING:
    from portal.accounts.models import User

WORDS = ("harms", "needs", "done_when", "if_not_done", "follow_up")


@transaction.atomic
def begin_plan(*, case_id: UUID, by: User) -> Plan:
    """Begin the plan of a case whose people have met; a second time finds the first.

    Raises PermissionDenied, TransitionRefused or MatterGone.
    """
    case = lock_case(case_id)
    if not can_write_plan(by, case):
        raise PermissionDenied
    found = Plan.objects.filter(case=case).first()
    if found:
        return found
    if case.status not in {CaseStatus.IN_SESSION, CaseStatus.HELD}:
        raise TransitionRefused(step="plan", words=_("A plan is written when everyone has met."))
    plan = Plan.objects.create(vault_key=case.vault_key, case=case, begun_by=by)
    record(AuditEvent.PLAN_BEGUN, actor=by, matter=case.matter, subject=plan)
    touch(case.matter)
    return plan


@transaction.atomic
def change_words(*, plan_id: UUID, by: User, **words: str) -> Plan:
    """Keep the words around the commitments. Raises as `begin_plan` does."""
    plan = lock_to_write(plan_id, by)
    for name in WORDS:
        setattr(plan, name, words[name].strip())
    plan.save()
    return _changed(plan, by, part="words")


@transaction.atomic
def link_plan(*, plan_id: UUID, is_linked: bool, proceeding: str, by: User) -> Plan:
    """Say whether a formal proceeding asks something of this plan; its office is told. Raises as `begin_plan` does."""
    plan = lock_to_write(plan_id, by)
    if not can_hand_in(by, plan.case):
        raise PermissionDenied
    if not is_linked and plan.requirements.exists():
        raise TransitionRefused(step="link", words=_("The conduct office has entered requirements for this plan."))
    is_new = is_linked and not plan.is_linked
    plan.is_linked, plan.proceeding = is_linked, proceeding.strip() if is_linked else ""
    plan.save()
    if is_new:
        tell_role(Permission.ENTER_REQUIREMENTS, plan)
    return _changed(plan, by, part="link", linked=is_linked)


@transaction.atomic
def keep_commitment(
    *, plan_id: UUID, commitment_id: UUID | None = None, owner_id: UUID | None, by: User, **facts: Any
) -> Commitment:
    """Write down a commitment, or change one. Without an owner it is somebody else's: `by_whom` says whose.

    What a person who caused harm promises counts towards the plan; what anybody else adds is support (M44).
    Raises as `begin_plan` does.
    """
    plan = lock_to_write(plan_id, by)
    owner = _owner(plan, owner_id)
    row = _commitment(plan, commitment_id)
    row.move_to(facts.pop("due_on"))
    for name, value in facts.items():
        setattr(row, name, value.strip() if isinstance(value, str) else value)
    row.owner = owner
    row.by_whom = owner.display_name if owner else row.by_whom
    row.is_support = owner is None or owner.role != ParticipantRole.CAUSED_HARM
    row.kind = CommitmentKind.SUPPORT if row.is_support else row.kind
    if not row.by_whom:
        raise TransitionRefused(step="commitment", words=_("Say who promises this."))
    if row.starts_on and row.starts_on > row.due_on:
        raise TransitionRefused(step="commitment", words=_("It is due before it starts."))
    row.save()
    _changed(plan, by, part="commitment", number=row.number, due=str(row.due_on))
    return row


@transaction.atomic
def remove_commitment(*, commitment_id: UUID, by: User) -> Plan:
    """Take a commitment out while the plan is written; what it was to meet is open again. Raises as `begin_plan`."""
    row = Commitment.objects.filter(pk=commitment_id, plan__isnull=False).first()
    if row is None or row.plan_id is None:
        raise MatterGone
    plan = lock_to_write(row.plan_id, by)
    number = row.number
    row.delete()
    return _changed(plan, by, part="commitment", number=number, removed=True)


@transaction.atomic
def match_requirement(*, requirement_id: UUID, commitment_id: UUID | None, by: User) -> Requirement:
    """Say by which commitment a requirement is met, or by none. Raises as `begin_plan` does."""
    requirement = Requirement.objects.get(pk=requirement_id)
    plan = lock_to_write(requirement.plan_id, by)
    requirement.met_by = _commitment(plan, commitment_id) if commitment_id else None
    requirement.save(update_fields=["met_by"])
    facts = {"number": requirement.number, "matched": commitment_id is not None}
    record(AuditEvent.REQUIREMENT_MATCHED, actor=by, matter=plan.case.matter, subject=requirement, **facts)
    return requirement


@transaction.atomic
def enter_requirement(*, plan_id: UUID, words: str, by: User) -> Requirement:
    """The conduct office enters one thing that its proceeding asks for. Raises as `begin_plan` does."""
    plan = _lock_for_requirements(plan_id, by)
    number = (plan.requirements.aggregate(last=Max("number"))["last"] or 0) + 1
    row = Requirement.objects.create(
        vault_key=plan.vault_key, plan=plan, number=number, words=words.strip(), entered_by=by
    )
    record(AuditEvent.REQUIREMENT_ENTERED, actor=by, matter=plan.case.matter, subject=row, number=number)
    touch(plan.case.matter)
    return row


@transaction.atomic
def remove_requirement(*, requirement_id: UUID, by: User) -> Plan:
    """Take back a requirement that was entered by mistake. Raises as `begin_plan` does."""
    row = Requirement.objects.filter(pk=requirement_id).first()
    if row is None:
        raise MatterGone
    plan = _lock_for_requirements(row.plan_id, by)
    number = row.number
    row.delete()
    record(AuditEvent.REQUIREMENT_REMOVED, actor=by, matter=plan.case.matter, subject=plan, number=number)
    return plan


def lock_plan(plan_id: UUID) -> Plan:
    """The plan with its case and matter, locked in the one order. Raises MatterGone."""
    case = lock_case(case_id_of(Plan, plan_id))
    plan = Plan.objects.select_for_update(of=("self",)).get(pk=plan_id)
    plan.case = case
    return plan


def lock_to_write(plan_id: UUID, by: User) -> Plan:
    plan = lock_plan(plan_id)
    if not can_write_plan(by, plan.case):
        raise PermissionDenied
    check_open(plan.case)
    if not plan.may_be_written:
        raise TransitionRefused(step="plan", words=not_now(plan))
    return plan


def check_open(case: Case) -> None:
    if not case.is_open or case.is_paused:
        raise TransitionRefused(step="plan", words=_("The case is paused or has ended."))


def not_now(plan: Plan) -> str:
    return _("The plan is at “%(status)s”; this is not possible from there.") % {"status": plan.get_status_display()}


def tell_role(permission: Permission, plan: Plan) -> None:
    """A mail that something waits on the desk, to those who hold a role in the programme and have no tie."""
    tied = set(plan.case.matter.ties.filter(answer="YES").values_list("person", flat=True))
    for person in people_with(permission, plan.case.programme):
        if person.pk not in tied:
            enqueue(kind=MailKind.STAFF_NEWS, address=person.email, key_id=plan.vault_key)


def _lock_for_requirements(plan_id: UUID, by: User) -> Plan:
    plan = lock_plan(plan_id)
    if not can_enter_requirements(by, plan):
        raise PermissionDenied
    check_open(plan.case)
    if not plan.is_linked or plan.status not in {PlanStatus.DRAFT, PlanStatus.CONFIRMING}:
        raise TransitionRefused(step="requirements", words=not_now(plan))
    return plan


def _owner(plan: Plan, owner_id: UUID | None) -> Participant | None:
    if owner_id is None:
        return None
    owner = plan.case.participants.filter(pk=owner_id, left_at=None).first()
    if owner is None:
        raise TransitionRefused(step="commitment", words=_("This person does not take part."))
    return owner


def _commitment(plan: Plan, commitment_id: UUID | None) -> Commitment:
    if commitment_id is None:
        number = (plan.commitments.aggregate(last=Max("number"))["last"] or 0) + 1
        return Commitment(vault_key=plan.vault_key, plan=plan, number=number)
    row = plan.commitments.filter(pk=commitment_id).first()
    if row is None:
        raise TransitionRefused(step="commitment", words=_("This commitment is not in the plan any more."))
    return row


def _changed(plan: Plan, by: User, **facts: Any) -> Plan:
    record(AuditEvent.PLAN_CHANGED, actor=by, matter=plan.case.matter, subject=plan, **facts)
    touch(plan.case.matter)
    return plan
