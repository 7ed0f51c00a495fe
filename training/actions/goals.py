"""Goals and milestones of a year of training, and the next year made from the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from training.models import Goal, Milestone
from training.months import months_after
from training.policies import can_manage_training
from training.years import first_day, year_of

from .places import Refused

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def save_goal(*, goal: Goal, by: User) -> Goal:
    """Set a goal, or change one. Raises ValidationError."""
    _must_manage(by)
    goal.full_clean()
    goal.save()
    record(AuditEvent.GOAL_CHANGED, actor=by, subject=goal, year=goal.year, target=goal.target)
    return goal


@transaction.atomic
def save_milestone(*, milestone: Milestone, by: User) -> Milestone:
    """Set a milestone, or change one. It belongs to the year in which its day lies. Raises ValidationError."""
    _must_manage(by)
    if milestone.due_on is not None:
        milestone.year = year_of(milestone.due_on)
    if milestone.goal is not None and milestone.goal.year != milestone.year:
        raise ValidationError({"due_on": _("This day is not in the year of the goal.")})
    milestone.full_clean()
    milestone.save()
    record(AuditEvent.GOAL_CHANGED, actor=by, subject=milestone, due=milestone.due_on)
    return milestone


@transaction.atomic
def tick_milestone(*, milestone_id: int, done: bool, by: User) -> Milestone:
    """It is done, or it is not after all. Twice is once."""
    _must_manage(by)
    milestone = Milestone.objects.select_for_update(of=("self",)).get(pk=milestone_id)
    if (milestone.done_on is not None) != done:
        milestone.done_on = timezone.localdate() if done else None
        milestone.save(update_fields=["done_on"])
        record(AuditEvent.GOAL_CHANGED, actor=by, subject=milestone, done=done)
    return milestone


@transaction.atomic
def begin_year(*, year: int, by: User) -> int:
    """The goals and milestones of the year before once more, each a year later. Returns how many milestones.

    Raises Refused when the year has begun already, or when there is nothing to begin from.
    """
    _must_manage(by)
    if Goal.objects.filter(year=year).exists() or Milestone.objects.filter(year=year).exists():
        raise Refused(_("This year has goals or milestones already."))
    before = list(Milestone.objects.filter(year=year - 1))
    goals = list(Goal.objects.filter(year=year - 1))
    if not before and not goals:
        raise Refused(_("The year before has none that could be taken over."))
    made = {
        old.pk: Goal.objects.create(year=year, title=old.title, counts=old.counts, target=old.target) for old in goals
    }
    for old in before:
        Milestone.objects.create(
            year=year,
            goal=made.get(old.goal_id) if old.goal_id else None,
            title=old.title,
            due_on=months_after(old.due_on, 12),
            owner=old.owner,
        )
    record(AuditEvent.GOAL_CHANGED, actor=by, subject=None, began=first_day(year), milestones=len(before))
    return len(before)


def _must_manage(by: User) -> None:
    if not can_manage_training(by):
        raise PermissionDenied
