"""Numbers of whole programmes: exact while they are small, up to a minute old where nobody can tell the difference."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

# Beyond this nobody needs the exact number, and it would only be a wrong one a minute later.
COUNTED_TO = 10_000
_LASTS = 60.0

Rows = list[tuple]
# In the memory of this process and nowhere else: what is counted here must leave nothing behind on a disk.
_remembered: dict[object, tuple[float, Rows]] = {}


def counted(key: object, count: Callable[[], Rows]) -> Rows:
    """What `count` gives, the number last in each row; more than COUNTED_TO of them are not counted again at once."""
    until, rows = _remembered.get(key, (0.0, []))
    if monotonic() < until:
        return rows
    rows = count()
    if sum(row[-1] for row in rows) > COUNTED_TO:
        _remembered[key] = monotonic() + _LASTS, rows
    else:
        _remembered.pop(key, None)
    return rows


def forget() -> None:
    """Count everything again next time."""
    _remembered.clear()
