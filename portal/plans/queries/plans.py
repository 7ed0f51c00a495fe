"""What the screens of plans show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects
from django.db.models.functions import Coalesce
from django.utils import timezone

from portal.accounts.models import User
from portal.accounts.roles import ROLES, Permission
from portal.cases.models import Case, Participant
from portal.cases.transitions import Missing

from .. import gates
from ..models import Amendment, BreachReport, CheckIn, Commitment, EnforcementRecord, Plan, Requirement, Review
from ..statuses import PlanStatus, ResolutionStatus

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer
    from portal.programmes.models import Programme


@dataclass(frozen=True)
class Answer:
    """One participant and what they say to the edition in hand; None while they have not said."""

    person: Participant
    yes: bool | None


@dataclass(frozen=True)
class PlanPage:
    plan: Plan
    case: Case
    commitments: list[Commitment]
    requirements: list[Any]
    reviews: list[Any]
    amendments: list[Any]
    answers: list[Answer]
    # What the next step waits for, in words.
    missing: list[Missing]

    @property
    def shows_looks(self) -> bool:
        return was_settled(self.plan)

    @property
    def may_be_handed_in(self) -> bool:
        return self.plan.is_linked and self.plan.status == PlanStatus.CONFIRMING and not self.missing


def plan_page(plan: Plan) -> PlanPage:
    """Everything the page of a plan shows."""
    prefetch_related_objects([plan], *_read_at(plan))
    is_asked = plan.status != PlanStatus.DRAFT
    said, people = (gates.answers_of(plan), gates.confirmers(plan.case)) if is_asked else ({}, [])
    return PlanPage(
        plan=plan,
        case=plan.case,
        commitments=list(plan.commitments.all()),
        requirements=list(plan.requirements.all()) if plan.is_linked else [],
        reviews=list(plan.reviews.all()) if plan.is_linked and was_settled(plan) else [],
        amendments=list(plan.amendments.all()) if plan.edition > 1 else [],
        answers=[Answer(person, said.get(person.pk)) for person in people],
        missing=_missing(plan),
    )


def was_settled(plan: Plan) -> bool:
    """Whether it was in force, with the Chair, or changed since: only then has anybody looked at it or decided."""
    return bool(plan.in_force_at) or plan.edition > 1


def _missing(plan: Plan) -> list[Missing]:
    if plan.status == PlanStatus.DRAFT:
        return gates.missing_to_ask(plan)
    if plan.status == PlanStatus.CONFIRMING:
        return gates.missing_to_hand_in(plan)
    return []


def open_plan(plans: QuerySet[Plan], **which: Any) -> Plan | None:
    """One plan of those given. What lies in it is fetched by the page that shows it."""
    return plans.filter(**which).select_related("case__matter", "case__programme").first()


def fetch_promises(plan: Plan) -> None:
    """What is promised in it, with how each promise went once somebody may have looked at it."""
    prefetch_related_objects([plan], *_promises(plan))


def _promises(plan: Plan) -> list[Any]:
    looks = Prefetch("commitments__check_ins", CheckIn.objects.select_related("noted_by", "said_by"))
    return ["commitments", looks] if was_settled(plan) else ["commitments"]


def _read_at(plan: Plan) -> list[Any]:
    """What its page and its gates read at the step where it stands: what cannot be there yet is not asked for."""
    wanted: list[Any] = ["case__participants", *_promises(plan)]
    if plan.status != PlanStatus.DRAFT:
        wanted.append("confirmations")
    if plan.is_linked:
        wanted.append(Prefetch("requirements", Requirement.objects.select_related("met_by")))
    if plan.is_linked and was_settled(plan):
        wanted.append(Prefetch("reviews", Review.objects.select_related("decided_by")))
    if plan.edition > 1:
        wanted.append(Prefetch("amendments", Amendment.objects.select_related("made_by")))
    return wanted


def with_record(records: QuerySet[EnforcementRecord]) -> QuerySet[EnforcementRecord]:
    return records.select_related("programme", "approved_by").prefetch_related(
        "commitments",
        Prefetch("commitments__check_ins", CheckIn.objects.select_related("noted_by", "said_by")),
        Prefetch("breaches", BreachReport.objects.select_related("reported_by")),
        Prefetch("amendments", Amendment.objects.select_related("made_by")),
    )


def board(viewer: Viewer) -> list[Commitment]:
    """The follow-through board: what is promised and still open in plans in force, the soonest due first."""
    rows = Commitment.objects.visible_to(viewer).open().filter(plan__status=PlanStatus.IN_FORCE)
    return list(rows.select_related("plan__case", "owner").order_by("due_on", "number")[:200])


def people_with(permission: Permission, programme: Programme) -> list[User]:
    """Whoever has this permission in the programme today."""
    roles = [role.code for role in ROLES.values() if permission in role.permissions]
    today = timezone.localdate()
    rows = User.objects.filter(
        Q(grants__ends_on=None) | Q(grants__ends_on__gte=today),
        is_active=True,
        grants__role__in=roles,
        grants__programme=programme,
        grants__ended_at=None,
        grants__starts_on__lte=today,
    )
    return list(rows.distinct())


def followed_matters() -> QuerySet[Any]:
    """Ids of the matters in which promises still run: nothing happening there is how it should be."""
    running = Commitment.objects.filter(
        Q(plan__status=PlanStatus.IN_FORCE) | Q(resolution__status=ResolutionStatus.AGREED),
        due_on__gte=timezone.localdate(),
    )
    return running.annotate(matter=Coalesce("plan__case__matter", "resolution__case__matter")).values("matter")
