"""What changed from one version of the rubric to another, line by line and word by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from portal.programmes.processes import PROCESSES

from .models import RubricCriterion, RubricStop
from .statuses import LowMeans, Safeguard

if TYPE_CHECKING:
    from .models import RubricVersion


@dataclass(frozen=True)
class Difference:
    """One fact before and after; an empty side means that it was not there."""

    what: str | Promise
    before: str
    after: str


@dataclass(frozen=True)
class LineChange:
    """A line that is new, gone or different, with everything that differs."""

    title: str
    is_new: bool
    differences: list[Difference]


def compare_rubrics(before: RubricVersion, after: RubricVersion) -> list[LineChange]:
    """Bands first, then stops and criteria in the order of the later version; what is the same is left out."""
    bands = _differences(_bands(before), _bands(after))
    changes = [LineChange(_("Bands"), False, bands)] if bands else []
    for kind in ("stops", "criteria"):
        old = {line.code: line for line in getattr(before, kind).all()}
        new = {line.code: line for line in getattr(after, kind).all()}
        for code in dict.fromkeys([*new, *old]):
            change = _line(old.get(code), new.get(code))
            if change.differences:
                changes.append(change)
    return changes


def _line(old: Any, new: Any) -> LineChange:
    differences = _differences(facts_of(old) if old else {}, facts_of(new) if new else {})
    return LineChange(str(new or old), old is None, differences)


def _differences(old: dict[Any, str], new: dict[Any, str]) -> list[Difference]:
    names = dict.fromkeys([*new, *old])
    sides = ((name, old.get(name, ""), new.get(name, "")) for name in names)
    return [Difference(name, before, after) for name, before, after in sides if before != after]


def _bands(rubric: RubricVersion) -> dict[str, str]:
    return {
        _("Suitable from"): f"{rubric.suitable_from} %",
        _("With safeguards from"): f"{rubric.safeguards_from} %",
        _("Answered at least"): f"{rubric.answered_from} %",
    }


def facts_of(line: RubricStop | RubricCriterion) -> dict[str, str]:
    """Every fact of a line in words, by its name."""
    facts = {
        _("Asked"): _("Retired") if line.is_retired else _("Yes"),
        _("Words"): line.words,
        _("Hint"): line.hint,
    }
    return facts | dict(_effects(line) if isinstance(line, RubricStop) else _weights(line))


def _effects(stop: RubricStop) -> Iterator[tuple[str, str]]:
    for code, process in PROCESSES.items():
        cell = stop.cell(code)
        parts = [cell.effect_label, cell.words, cell.lifted_by_label if cell.lifted_by else "", _names(cell.safeguards)]
        yield str(process.label), "; ".join(part for part in parts if part)


def _weights(criterion: RubricCriterion) -> Iterator[tuple[str, str]]:
    for code, process in PROCESSES.items():
        yield str(process.label), str(criterion.weight_for(code))
    yield _("Scored"), _("For each person") if criterion.per_person else _("Once")
    yield _("A low score"), str(LowMeans(criterion.low_means).label)
    yield _("Suggested"), _names(criterion.safeguards)


def _names(codes: Any) -> str:
    return ", ".join(str(Safeguard(code).label) for code in codes)
