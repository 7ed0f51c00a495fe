"""What a page about one learner shows, and what is due: who can be certified, and whose certification ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from training.levels import LEVELS, Level, LevelDefinition
from training.models import Certification, Learner, Requirement
from training.months import months_after
from training.standing import Progress, is_ready, missing, progress_of, standing_of, with_standing
from training.statuses import Standing

from .people import requirements_by_level

if TYPE_CHECKING:
    from portal.accounts.models import User

# How far ahead, and how long afterwards, an end is on the list.
AHEAD = timedelta(days=90)
BEHIND = timedelta(days=180)
MOST = 100
KINDS = {
    Standing.CURRENT: "go",
    Standing.READY: "now",
    Standing.UNDER_WAY: "wait",
    Standing.EXPIRED: "late",
    Standing.REVOKED: "late",
}


@dataclass(frozen=True)
class LevelView:
    """Where somebody is with one level, and what is left to do."""

    definition: LevelDefinition
    standing: Standing
    progress: list[Progress]
    left: list[str]
    vouched: list[str]
    newest: Certification | None

    @property
    def level(self) -> Level:
        return self.definition.level

    @property
    def kind(self) -> str:
        """The kind of its mark (see components/tag.html)."""
        return KINDS.get(self.standing, "empty")

    @property
    def sign_offs_left(self) -> int:
        return max(0, self.definition.sign_offs - len(self.vouched))

    @property
    def is_open(self) -> bool:
        """A level for which nobody has written down what it asks for cannot be granted."""
        return bool(self.progress)

    @property
    def can_be_granted(self) -> bool:
        return is_ready(self.progress) and not self.sign_offs_left


@dataclass(frozen=True)
class DueLine:
    """A certification that ends, or has ended, and has not been renewed."""

    certification: Certification
    is_over: bool
    left: list[str]


@dataclass(frozen=True)
class Due:
    ready: list[tuple[Level, Learner]]
    ending: list[DueLine]


def levels_of(learner: Learner, on: date) -> list[LevelView]:
    asked = requirements_by_level()
    return [_level(learner, definition, on, asked[level]) for level, definition in LEVELS.items()]


def level_of(learner: Learner, level: str, on: date) -> LevelView:
    asked = list(Requirement.objects.filter(level=level).select_related("course"))
    return _level(learner, LEVELS[level], on, asked)


def last_day(level: str, on: date) -> date:
    """Until when a certification granted on this day would hold."""
    return months_after(on, LEVELS[level].months)


def trainers_of(on: date) -> list[Certification]:
    """Whoever may stand as the one from whom somebody learned."""
    rows = Certification.objects.current(on).filter(level=Level.TRAINER)
    return list(rows.select_related("learner").order_by("granted_on", "pk"))


def due(viewer: User, on: date) -> Due:
    """What the office does next about certifications."""
    asked = requirements_by_level()
    return Due(ready=_ready(viewer, on, asked), ending=_ending(viewer, on, asked))


def _ready(viewer: User, on: date, asked: dict[str, list[Requirement]]) -> list[tuple[Level, Learner]]:
    found = []
    for level in LEVELS.values():
        rows = with_standing(Learner.objects.visible_to(viewer), level.level, on, asked[level.level])
        found += [(level.level, one) for one in rows.filter(Q(standing=Standing.READY))[:MOST]]
    return found


def _ending(viewer: User, on: date, asked: dict[str, list[Requirement]]) -> list[DueLine]:
    rows = Certification.objects.visible_to(viewer).filter(
        revoked_at=None, renewed_by=None, expires_on__gte=on - BEHIND, expires_on__lte=on + AHEAD
    )
    rows = rows.select_related("learner").prefetch_related("learner__credits").order_by("expires_on", "pk")[:MOST]
    return [
        DueLine(one, one.expires_on < on, missing(progress_of(one.learner.credits.all(), asked[one.level], on)))
        for one in rows
    ]


def _level(learner: Learner, definition: LevelDefinition, on: date, asked: Sequence[Requirement]) -> LevelView:
    progress = progress_of(learner.credits.all(), asked, on)
    held = [one for one in learner.certifications.all() if one.level == definition.level]
    vouched = [one for one in learner.sign_offs.all() if one.level == definition.level and not one.certification_id]
    return LevelView(
        definition=definition,
        standing=standing_of(learner, definition.level, on, asked),
        progress=progress,
        left=missing(progress),
        vouched=[str(one.signed_by) for one in vouched],
        newest=max(held, key=lambda one: (one.granted_on, one.pk), default=None),
    )
