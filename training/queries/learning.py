"""My learning: what somebody has done, what is missing for each level, and what a renewal asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.passes.models import Pass
from training.asking import in_words
from training.levels import LEVELS, Level, LevelDefinition
from training.models import Certification, Credit, Learner, LogEntry, Observation, Requirement, SignOff
from training.models.requirement import QUARTERS_IN_AN_HOUR
from training.practice import READY, marks_in_words
from training.standing import Progress, missing, progress_of, quarters_of, standing_of
from training.statuses import Standing

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer

# From when on a page says that something ends soon: as the first reminder.
SOON = timedelta(days=90)
_KINDS = {
    Standing.CURRENT: "go",
    Standing.READY: "now",
    Standing.UNDER_WAY: "wait",
    Standing.EXPIRED: "late",
    Standing.REVOKED: "late",
    Standing.NONE: "empty",
}


@dataclass(frozen=True)
class Step:
    """One thing that a level asks for, and how far somebody is with it."""

    progress: Progress

    @property
    def is_met(self) -> bool:
        return self.progress.is_met

    @property
    def asked(self) -> str:
        return in_words(self.progress.requirement)

    @property
    def so_far(self) -> str:
        """ "12 of 16": hours in quarters, the rest in whole numbers. What is more than enough is not shown."""
        unit = self.progress.requirement.unit
        have, need = min(self.progress.have, self.progress.need) / unit, self.progress.need / unit
        return _("%(have)g of %(need)g") % {"have": have, "need": need}


@dataclass(frozen=True)
class LevelPath:
    """Where somebody is with one level today."""

    level: Level
    standing: Standing
    steps: list[Step]
    missing: list[str]
    vouchers_left: int
    newest: Certification | None
    ends_soon: bool

    @property
    def kind(self) -> str:
        return _KINDS[self.standing]

    @property
    def is_begun(self) -> bool:
        return self.standing != Standing.NONE

    @property
    def to_do(self) -> list[str]:
        """Everything that is left, in words that somebody can act on."""
        left = list(self.missing)
        if self.vouchers_left:
            words = ngettext(
                "%(count)d person who knows your work has to vouch for you",
                "%(count)d different people who know your work have to vouch for you",
                self.vouchers_left,
            )
            left.append(words % {"count": self.vouchers_left})
        return left


@dataclass(frozen=True)
class Feedback:
    """What an observer shared, as the learner reads it."""

    observation: Observation
    is_new: bool

    @property
    def marks(self) -> list[tuple[str, str]]:
        return marks_in_words(self.observation.marks)

    @property
    def is_enough(self) -> bool:
        return self.observation.verdict == READY


@dataclass(frozen=True)
class Learning:
    """All of one learner's page."""

    paths: list[LevelPath]
    certifications: list[Certification]
    done: list[Credit]
    log: list[LogEntry]
    feedback: list[Feedback]
    quarters: int
    on: date

    @property
    def hours(self) -> str:
        return f"{self.quarters / QUARTERS_IN_AN_HOUR:g}"

    @property
    def holding(self) -> list[Certification]:
        return [one for one in self.certifications if one.is_current(self.on)]

    @property
    def begun(self) -> list[LevelPath]:
        return [one for one in self.paths if one.is_begun]

    @property
    def not_begun(self) -> list[LevelPath]:
        return [one for one in self.paths if not one.is_begun]


def own_learner(viewer: Viewer) -> Learner | None:
    """The viewer's own record with everything that their page shows; None for somebody who never took a course.

    Never anybody else's: those who run courses see other people's on the office's own screens.
    """
    rows = Learner.objects.visible_to(viewer).prefetch_related(
        Prefetch("certifications", Certification.objects.order_by("-granted_on", "-pk")),
        Prefetch("credits", Credit.objects.select_related("course").order_by("-earned_on", "pk")),
        Prefetch("observations", Observation.objects.filter(shared_at__isnull=False).select_related("observer")),
        "sign_offs",
        "log",
    )
    own = rows.filter(entry=viewer) if isinstance(viewer, Pass) else rows.filter(user=viewer)
    return own.first()


def learning_of(learner: Learner, on: date) -> Learning:
    """A constant number of queries, when the learner comes from `own_learner`."""
    asked: dict[str, list[Requirement]] = defaultdict(list)
    for one in Requirement.objects.select_related("course"):
        asked[one.level].append(one)
    earned = [one for one in learner.credits.all() if one.is_earned(on)]
    shared = list(learner.observations.all())
    return Learning(
        paths=[_path(learner, level, on, asked[level.level]) for level in LEVELS.values() if asked[level.level]],
        certifications=list(learner.certifications.all()),
        done=earned,
        log=list(learner.log.all()),
        feedback=[Feedback(one, one.read_at is None) for one in shared],
        quarters=quarters_of(earned, on),
        on=on,
    )


def _path(learner: Learner, definition: LevelDefinition, on: date, asked: Sequence[Requirement]) -> LevelPath:
    progress = progress_of(learner.credits.all(), asked, on)
    held = [one for one in learner.certifications.all() if one.level == definition.level]
    vouched = {one.signed_by_id for one in learner.sign_offs.all() if _counts_now(one, definition.level)}
    newest = max(held, key=lambda one: (one.granted_on, one.pk), default=None)
    standing = standing_of(learner, definition.level, on, asked)
    return LevelPath(
        level=definition.level,
        standing=standing,
        steps=[Step(one) for one in progress],
        missing=missing(progress),
        vouchers_left=max(0, definition.sign_offs - len(vouched)),
        newest=newest,
        ends_soon=standing == Standing.CURRENT and newest is not None and newest.expires_on <= on + SOON,
    )


def _counts_now(sign_off: SignOff, level: str) -> bool:
    return sign_off.level == level and sign_off.certification_id is None
