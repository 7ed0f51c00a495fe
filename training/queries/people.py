"""The roster of training: everybody who learned something here, and where they stand; names a page at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet

from training.levels import Level
from training.models import Certification, Credit, Learner, Requirement
from training.querysets import CertificationQuerySet
from training.standing import with_quarters, with_standing
from training.statuses import Standing

if TYPE_CHECKING:
    from portal.accounts.models import User

PAGE = 50
SOON = timedelta(days=90)


@dataclass(frozen=True)
class PersonLine:
    """One learner as the list shows them."""

    learner: Learner
    current: list[Certification]
    hours: float
    unit: str
    ends_soon: bool
    # Where they stand with the level that the list is narrowed to; "" when it is not.
    standing: str

    @property
    def next_expiry(self) -> date | None:
        return min((one.expires_on for one in self.current), default=None)


@dataclass(frozen=True)
class People:
    """One page of the roster, and how many there are in all."""

    lines: list[PersonLine]
    total: int
    number: int

    @property
    def has_more(self) -> bool:
        return self.total > self.number * PAGE


def people(
    viewer: User,
    *,
    on: date,
    level: str = "",
    standing: str = "",
    within: int | None = None,
    unit: str = "",
    number: int = 1,
) -> People:
    """Who is on the roster of training: narrowed by level, standing, unit, and by when a certification ends."""
    rows = Learner.objects.visible_to(viewer)
    if unit:
        rows = rows.filter(Q(unit=unit) | Q(unit="", user__unit=unit))
    asked = requirements_by_level()
    if standing:
        rows = rows.filter(_stands(standing, [level] if level else Level.values, on, asked))
    elif level:
        known = Credit.objects.filter(learner=OuterRef("pk"))
        rows = rows.filter(Exists(known) | Exists(_of(OuterRef("pk"), level)))
    if within is not None:
        last = on + timedelta(days=within)
        held = _of(OuterRef("pk"), level).filter(revoked_at=None, granted_on__lte=on)
        rows = rows.filter(Exists(held.filter(expires_on__range=(on, last))), ~Exists(held.filter(expires_on__gt=last)))
    total, start = rows.count(), (number - 1) * PAGE
    found = with_quarters(rows, on)
    found = found.select_related("user").prefetch_related("certifications")
    if level:
        found = with_standing(found, level, on, asked[level])
    shown = found.order_by("-last_active_at", "pk")[start : start + PAGE]
    return People([_line(one, on) for one in shown], total, number)


def requirements_by_level() -> dict[str, list[Requirement]]:
    """What each level asks for, in one query."""
    found: dict[str, list[Requirement]] = defaultdict(list)
    for one in Requirement.objects.select_related("course"):
        found[one.level].append(one)
    return found


def _stands(standing: str, levels: Iterable[str], on: date, asked: dict[str, list[Requirement]]) -> Q:
    """Of one level, or of any. Nobody has not started with one of six: that is said of all of them together."""
    if standing == Standing.NONE and set(levels) == set(Level.values):
        known = Credit.objects.earned_by(on).filter(learner=OuterRef("pk"))
        held = Certification.objects.filter(learner=OuterRef("pk"), granted_on__lte=on)
        return ~Exists(known) & ~Exists(held)
    found = Q(pk__in=[])
    for level in levels:
        there = with_standing(Learner.objects.all(), level, on, asked[level]).filter(Q(standing=standing))
        found |= Q(pk__in=there.order_by().values("pk"))
    return found


def _of(learner: OuterRef, level: str) -> CertificationQuerySet:
    rows = Certification.objects.filter(learner=learner)
    return rows.filter(level=level) if level else rows


def _line(learner: Learner, on: date) -> PersonLine:
    current = [one for one in learner.certifications.all() if one.is_current(on)]
    standing = getattr(learner, "standing", "")
    return PersonLine(
        learner=learner,
        current=current,
        hours=learner.quarters / 4,  # type: ignore[attr-defined]
        unit=learner.unit or (learner.user.unit if learner.user else ""),
        ends_soon=any(one.expires_on <= on + SOON for one in current),
        standing=str(Standing(standing).label) if standing else "",
    )


def found_by_address(viewer: User, address_hash: str) -> Learner | None:
    return Learner.objects.visible_to(viewer).filter(address_hash=address_hash).first()


def learners_for(viewer: User) -> QuerySet[Learner]:
    """Learners that this person may open, with what their page shows."""
    rows = Learner.objects.visible_to(viewer).select_related("user", "entry")
    return rows.prefetch_related("certifications__granted_by", "credits__course", "sign_offs__signed_by")
