"""A year of the training programme on one board: goals, what is to be done, and who does how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet, Sum

from portal.accounts.models import RoleGrant, User
from training.models import Certification, Credit, Goal, GroupRequest, Milestone, Offering
from training.statuses import CreditKind, GoalCounts, GroupRequestStatus, OfferingStatus
from training.years import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable

Span = tuple[date, date]


@dataclass(frozen=True)
class GoalLine:
    goal: Goal
    reached: int

    @property
    def is_reached(self) -> bool:
        return self.reached >= self.goal.target


@dataclass(frozen=True)
class OwnerLine:
    """How much one person still has to do this year."""

    owner: User
    open: int
    late: int
    done: int


@dataclass(frozen=True)
class Board:
    goals: list[GoalLine]
    milestones: list[tuple[Milestone, bool]]
    owners: list[OwnerLine]


def board(viewer: User, year: int, on: date) -> Board:
    """Constant queries however many goals there are: each way of counting is counted once."""
    goals = list(Goal.objects.visible_to(viewer).filter(year=year))
    span = (first_day(year), last_day(year))
    reached = {counts: _COUNTED[GoalCounts(counts)](span) for counts in {goal.counts for goal in goals}}
    rows = Milestone.objects.visible_to(viewer).filter(year=year).select_related("owner", "goal")
    milestones = list(rows.order_by("due_on", "pk"))
    return Board(
        goals=[GoalLine(goal, reached[goal.counts]) for goal in goals],
        milestones=[(one, one.is_late(on)) for one in milestones],
        owners=_owners(milestones, on),
    )


def who_keeps_training() -> QuerySet[User]:
    """People to whom a milestone can be given: everybody with a role here."""
    return User.objects.active().filter(grants__in=RoleGrant.objects.valid()).distinct().by_name()


def _owners(milestones: Iterable[Milestone], on: date) -> list[OwnerLine]:
    by_owner: dict[User, Counter[str]] = {}
    for one in milestones:
        if one.owner is not None:
            state = "done" if one.done_on else "late" if one.is_late(on) else "open"
            by_owner.setdefault(one.owner, Counter())[state] += 1
    lines = [OwnerLine(owner, n["open"] + n["late"], n["late"], n["done"]) for owner, n in by_owner.items()]
    return sorted(lines, key=lambda line: (-line.late, -line.open, str(line.owner)))


def _certified(span: Span) -> int:
    return Certification.objects.filter(granted_on__range=span, revoked_at=None).values("learner").distinct().count()


def _hours(span: Span) -> int:
    rows = Credit.objects.filter(kind=CreditKind.HOURS, earned_on__range=span).exclude(enrolment=None)
    return (rows.aggregate(sum=Sum("amount"))["sum"] or 0) // 4


def _courses(span: Span) -> int:
    held = Offering.objects.filter(status=OfferingStatus.FINISHED, meetings__starts_at__date__range=span)
    return held.distinct().count()


def _groups(span: Span) -> int:
    return GroupRequest.objects.filter(status=GroupRequestStatus.HELD, ended_at__date__range=span).count()


_COUNTED: dict[GoalCounts, Callable[[Span], int]] = {
    GoalCounts.CERTIFIED: _certified,
    GoalCounts.HOURS: _hours,
    GoalCounts.COURSES: _courses,
    GoalCounts.GROUPS: _groups,
}
