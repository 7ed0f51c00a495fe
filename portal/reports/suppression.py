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
    """Hide cells below the threshold, and with a single one also the next smallest; zeros may be shown.

    With one hidden cell beside a shown total, subtraction would bring it back: hence the second.
    """
    hidden = {name for name, count in counts.items() if 0 < count < threshold}
    if len(hidden) == 1:
        rest = sorted((count, name) for name, count in counts.items() if name not in hidden and count > 0)
        hidden |= {name for _count, name in rest[:1]}
    base = sum(counts.values())
    return {name: _cell(count, name in hidden, base) for name, count in counts.items()}


def total(counts: Mapping[str, int], *, threshold: int = THRESHOLD) -> Cell:
    """The sum, unless it is itself too small to be shown."""
    whole = sum(counts.values())
    return Cell(None if 0 < whole < threshold else whole)


def _cell(count: int, is_hidden: bool, base: int) -> Cell:
    if is_hidden:
        return Cell(None)
    share = round(100 * count / base) if base >= MINIMUM_BASE else None
    return Cell(count, share)
