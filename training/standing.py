"""Where somebody is with a level on a day: one function for one person, and its twin in SQL for lists.

Both read the same rows. `tests/training/test_standing.py` makes up rows and asks that the two agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, CharField, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce, Least
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import Certification, Credit, Learner, Requirement
from .months import months_after
from .statuses import CreditKind, Standing


@dataclass(frozen=True)
class Progress:
    """How far somebody is with one requirement, in its own units (see `Requirement.unit`)."""

    requirement: Requirement
    have: int

    @property
    def need(self) -> int:
        return self.requirement.minimum * self.requirement.unit

    @property
    def have_in_words(self) -> str:
        return f"{self.have / self.requirement.unit:g}"

    @property
    def is_met(self) -> bool:
        return self.have >= self.need

    @property
    def missing(self) -> str:
        """What is left to do, as a person would say it; "" when nothing is."""
        if self.is_met:
            return ""
        if self.requirement.kind == CreditKind.MODULE:
            return _("the course “%(course)s”") % {"course": self.requirement.course}
        left = self.need - self.have
        if self.requirement.kind == CreditKind.HOURS:
            hours = left / self.requirement.unit
            words = ngettext("%(count)g more hour", "%(count)g more hours", -(-left // self.requirement.unit))
            kind = self.requirement.get_category_display()
            return _("%(hours)s of %(kind)s") % {"hours": words % {"count": hours}, "kind": kind or _("training")}
        kind = self.requirement.get_kind_display()
        return _("%(kind)s: %(count)d more") % {"kind": kind, "count": left}


def progress_of(earned: Iterable[Credit], requirements: Iterable[Requirement], on: date) -> list[Progress]:
    """How far these credits bring somebody by this day, requirement by requirement."""
    earned = list(earned)
    return [Progress(asked, sum(_counts(one, asked, on) for one in earned)) for asked in requirements]


def missing(progress: Sequence[Progress]) -> list[str]:
    """What is still to do, in words. Of an or-group that is not met, all ways are named in one line."""
    return [_(" or ").join(one.missing for one in group) for group in _groups(progress) if not _is_met(group)]


def is_ready(progress: Sequence[Progress]) -> bool:
    """Everything that the level asks for is there. A level that asks for nothing is not open yet."""
    return bool(progress) and all(_is_met(group) for group in _groups(progress))


def quarters_of(earned: Iterable[Credit], on: date) -> int:
    """All hours of somebody that count on this day, in quarter hours."""
    return sum(one.amount for one in earned if one.kind == CreditKind.HOURS and one.is_earned(on))


def with_quarters(learners: QuerySet[Learner], on: date) -> QuerySet[Learner]:
    """The same for each row, as `quarters`."""
    rows = Credit.objects.earned_by(on).filter(learner=OuterRef("pk"), kind=CreditKind.HOURS)
    return learners.annotate(quarters=_total(rows, F("amount")))


def standing_of(learner: Learner, level: str, on: date, requirements: Sequence[Requirement]) -> Standing:
    """Where this person is with the level. Prefetch `certifications` and `credits` for more than one person."""
    known = [one for one in learner.certifications.all() if one.level == level and one.granted_on <= on]
    if any(one.is_current(on) for one in known):
        return Standing.CURRENT
    if known:
        newest = max(known, key=lambda one: (one.granted_on, one.pk))
        return Standing.REVOKED if newest.is_revoked else Standing.EXPIRED
    progress = progress_of(learner.credits.all(), requirements, on)
    if is_ready(progress):
        return Standing.READY
    return Standing.UNDER_WAY if any(one.have for one in progress) else Standing.NONE


def with_standing(
    learners: QuerySet[Learner], level: str, on: date, requirements: Sequence[Requirement]
) -> QuerySet[Learner]:
    """The same for each row, as `standing`, in one query."""
    known = Certification.objects.filter(learner=OuterRef("pk"), level=level, granted_on__lte=on)
    newest = known.order_by("-granted_on", "-pk")
    sums = {f"_asked_{number}": _sum(asked, on) for number, asked in enumerate(requirements)}
    return learners.annotate(**sums).annotate(
        standing=Case(
            When(Exists(known.filter(revoked_at=None, expires_on__gte=on)), then=Value(Standing.CURRENT)),
            When(Exists(known), then=Subquery(newest.annotate(word=_OVER).values("word")[:1])),
            *_by_progress(requirements),
            default=Value(Standing.NONE),
            output_field=CharField(),
        )
    )


_OVER = Case(
    When(revoked_at__isnull=False, then=Value(Standing.REVOKED)),
    default=Value(Standing.EXPIRED),
    output_field=CharField(),
)


def _counts(credit: Credit, asked: Requirement, on: date) -> int:
    """How much of a credit counts for a requirement on a day."""
    if not _is_of_kind(credit, asked) or not credit.is_earned(on):
        return 0
    if asked.window_months is not None and credit.earned_on < months_after(on, -asked.window_months):
        return 0
    return credit.amount if asked.cap is None else min(credit.amount, asked.cap * asked.unit)


def _is_of_kind(credit: Credit, asked: Requirement) -> bool:
    if credit.kind != asked.kind or (asked.category and credit.category != asked.category):
        return False
    return asked.course_id is None or credit.course_id == asked.course_id


def _groups(progress: Sequence[Progress]) -> list[list[Progress]]:
    """Requirements that stand for each other, together; each of the others alone."""
    groups: dict[str, list[Progress]] = defaultdict(list)
    for number, one in enumerate(progress):
        groups[_group_of(one.requirement, number)].append(one)
    return list(groups.values())


def _group_of(asked: Requirement, number: int) -> str:
    return f"or {asked.group}" if asked.group else f"alone {number}"


def _is_met(group: Sequence[Progress]) -> bool:
    return any(one.is_met for one in group)


def _sum(asked: Requirement, on: date) -> Coalesce:
    """What `progress_of` adds up, as a subquery of a learner."""
    rows = Credit.objects.earned_by(on).filter(learner=OuterRef("pk"), kind=asked.kind)
    if asked.category:
        rows = rows.filter(category=asked.category)
    if asked.course_id is not None:
        rows = rows.filter(course=asked.course_id)
    if asked.window_months is not None:
        rows = rows.filter(earned_on__gte=months_after(on, -asked.window_months))
    amount = F("amount") if asked.cap is None else Least(F("amount"), Value(asked.cap * asked.unit))
    return _total(rows, amount)


def _total(rows: QuerySet[Credit], amount: F | Least) -> Coalesce:
    total = rows.order_by().values("learner").annotate(total=Sum(amount)).values("total")
    return Coalesce(Subquery(total), 0, output_field=IntegerField())


def _by_progress(requirements: Sequence[Requirement]) -> list[When]:
    if not requirements:
        return []
    met: dict[str, Q] = {}
    begun = Q()
    for number, asked in enumerate(requirements):
        group = _group_of(asked, number)
        enough = Q(**{f"_asked_{number}__gte": asked.minimum * asked.unit})
        met[group] = met[group] | enough if group in met else enough
        begun |= Q(**{f"_asked_{number}__gt": 0})
    ready = Q()
    for condition in met.values():
        ready &= condition
    return [When(ready, then=Value(Standing.READY)), When(begun, then=Value(Standing.UNDER_WAY))]
