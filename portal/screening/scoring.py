"""How well a process fits, from weighed scores. Pure arithmetic: whole numbers and fractions, no rounding in between.

fit = sum(weight x score) / sum(weight x 4), over what was answered. Where a criterion is scored for each person,
the lowest score counts, and it is answered only when everybody has one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol

from portal.programmes.processes import ProcessDefinition

from .statuses import Band, LowMeans, Safeguard

BEST = 4
# Up to here a score is low: some criteria then decide by themselves.
LOW = 1
# Up to here the criterion's safeguards are suggested.
WEAK = 2
# The key of a score that is not given person by person.
EVERYBODY = "ALL"

Scores = Mapping[str, Mapping[str, int]]


class Weighed(Protocol):
    """What a criterion has to tell."""

    code: Any
    words: Any
    per_person: Any
    low_means: Any
    safeguards: Any

    def weight_for(self, process: str) -> int: ...


class Limits(Protocol):
    """Where the bands begin, in whole percent."""

    suitable_from: Any
    safeguards_from: Any
    answered_from: Any


@dataclass(frozen=True)
class Driver:
    """One answered criterion and what it does to the result."""

    code: str
    words: str
    score: int
    weight: int
    # Who had the lowest score; EVERYBODY where it is not scored by person.
    lowest: str

    @property
    def points(self) -> int:
        return self.weight * self.score

    @property
    def lost(self) -> int:
        return self.weight * (BEST - self.score)


@dataclass(frozen=True)
class Fit:
    """What the criteria say about one process."""

    process: ProcessDefinition
    # None while nothing that counts has been answered.
    percent: Fraction | None
    # The share of the weight that was answered, from 0 to 1.
    answered: Fraction
    band: str
    joint_talk: bool
    # Codes whose low score decides by itself, whatever the total.
    alone: tuple[str, ...]
    drivers: tuple[Driver, ...]
    safeguards: tuple[str, ...]

    @property
    def shown(self) -> int | None:
        """Whole percent, rounded down: what is not yet 70 is never shown as 70."""
        return None if self.percent is None else int(self.percent)

    @property
    def shown_answered(self) -> int:
        return int(self.answered * 100)

    @property
    def band_label(self) -> str:
        return str(Band(self.band).label)

    @property
    def against(self) -> list[Driver]:
        """What pulls the result down, the heaviest first."""
        return [one for one in sorted(self.drivers, key=lambda one: -one.lost) if one.lost][:3]

    @property
    def in_favour(self) -> list[Driver]:
        return [one for one in sorted(self.drivers, key=lambda one: -one.points) if one.points][:3]

    @property
    def safeguard_labels(self) -> list[str]:
        return [str(Safeguard(code).label) for code in self.safeguards]


def fit(
    criteria: Iterable[Weighed], scores: Scores, *, process: ProcessDefinition, people: Sequence[str], limits: Limits
) -> Fit:
    """Weigh what was answered for one process; `people` are the keys of everybody in it, who asked first."""
    counted = [one for one in criteria if one.weight_for(process.code) > 0]
    keys = people[: process.people_most] if process.people_most else people
    given = {one.code: _given(one, scores, keys) for one in counted}
    answered = [one for one in counted if _is_answered(one, given[one.code], keys)]
    drivers = tuple(_driver(one, given[one.code], process.code) for one in answered)
    percent = _percent(drivers)
    share = _share(sum(one.weight for one in drivers), sum(one.weight_for(process.code) for one in counted))
    lows = [one for one in counted if given[one.code] and min(given[one.code].values()) <= LOW]
    low = {one.low_means for one in lows}
    return Fit(
        process=process,
        percent=percent,
        answered=share,
        band=_band(percent, share, low, limits),
        joint_talk=LowMeans.NO_JOINT_TALK not in low or process.people_most == 1,
        alone=tuple(one.code for one in lows if one.low_means == LowMeans.NOT_ADVISED),
        drivers=drivers,
        safeguards=_suggested(counted, given),
    )


def _given(one: Weighed, scores: Scores, keys: Sequence[str]) -> dict[str, int]:
    asked = keys if one.per_person else [EVERYBODY]
    return {key: score for key, score in scores.get(one.code, {}).items() if key in asked}


def _is_answered(one: Weighed, given: Mapping[str, int], keys: Sequence[str]) -> bool:
    return bool(given) and (not one.per_person or len(given) == len(keys))


def _driver(one: Weighed, given: Mapping[str, int], process: str) -> Driver:
    lowest = min(given, key=lambda key: given[key])
    return Driver(one.code, one.words, given[lowest], one.weight_for(process), lowest)


def _percent(drivers: Sequence[Driver]) -> Fraction | None:
    best = sum(one.weight * BEST for one in drivers)
    return Fraction(sum(one.points for one in drivers) * 100, best) if best else None


def _share(part: int, whole: int) -> Fraction:
    return Fraction(part, whole) if whole else Fraction(0)


def _band(percent: Fraction | None, answered: Fraction, low: set[str], limits: Limits) -> str:
    if LowMeans.NOT_ADVISED in low:
        return Band.NOT_ADVISED
    if percent is None or answered * 100 < limits.answered_from:
        return Band.NOT_ENOUGH
    if percent >= limits.suitable_from:
        return Band.SUITABLE
    return Band.WITH_SAFEGUARDS if percent >= limits.safeguards_from else Band.NOT_ADVISED


def _suggested(counted: Sequence[Weighed], given: Mapping[str, Mapping[str, int]]) -> tuple[str, ...]:
    weak = [one for one in counted if given[one.code] and min(given[one.code].values()) <= WEAK]
    return tuple(dict.fromkeys(code for one in weak for code in one.safeguards))
