"""Small numbers are not shown: neither alone, nor by subtracting what is shown from a total (domain: k = 5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

THRESHOLD = 5
# No share is computed on fewer than this many.
MINIMUM_BASE = 10


@dataclass(frozen=True)
class Cell:
    """A number, or the words that stand for one that is too small or would give a small one away."""

    count: int | None
    share: int | None = None

    def __str__(self) -> str:
        return f"<{THRESHOLD}" if self.count is None else str(self.count)


def suppress(counts: Mapping[str, int], *, threshold: int = THRESHOLD) -> dict[str, Cell]:
    """Hide cells below the threshold, and with them as many of the next smallest as it takes; zeros may be shown.

    When no choice of hidden cells would keep them secret beside the total, there are no cells at all.
    """
    hidden = {name for name, count in counts.items() if 0 < count < threshold}
    rest = sorted((count, name) for name, count in counts.items() if name not in hidden and count > 0)
    while hidden and _give_away([counts[name] for name in hidden], threshold, whole=sum(counts.values())):
        if not rest:
            return {}
        hidden.add(rest.pop(0)[1])
    base = sum(counts.values())
    return {name: _cell(count, name in hidden, base) for name, count in counts.items()}


def total(counts: Mapping[str, int], *, threshold: int = THRESHOLD) -> Cell:
    """The sum, unless it is itself too small to be shown."""
    whole = sum(counts.values())
    return Cell(None if 0 < whole < threshold else whole)


def _give_away(hidden: list[int], threshold: int, *, whole: int) -> bool:
    """Whether the number of hidden cells and what they add up to leave only one value for each of them.

    A hidden cell is at least one. All at their least, or all at the most of a small cell, is a single solution.
    """
    if whole < threshold:
        # The total is hidden too: all that is known is that it is below the threshold.
        return len(hidden) == threshold - 1
    added = sum(hidden)
    all_small = max(hidden) < threshold
    return len(hidden) == 1 or added == len(hidden) or (all_small and added == len(hidden) * (threshold - 1))


def _cell(count: int, is_hidden: bool, base: int) -> Cell:
    if is_hidden:
        return Cell(None)
    share = round(100 * count / base) if base >= MINIMUM_BASE else None
    return Cell(count, share)
