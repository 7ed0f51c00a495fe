"""A week in half hours: "0T09:00" is Monday at nine."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from .statuses import EARLIEST, LATEST

HALF_HOUR = timedelta(minutes=30)
# Weekday (0 is Monday), start, end.
Span = tuple[int, time, time]


def slots_of(day: int) -> list[str]:
    """The half hours of one day in which sessions can be held."""
    start, end = datetime.combine(datetime.min, EARLIEST), datetime.combine(datetime.min, LATEST)
    return [f"{day}T{start + number * HALF_HOUR:%H:%M}" for number in range((end - start) // HALF_HOUR)]


def joined(slots: Iterable[tuple[int, time]]) -> list[Span]:
    """Half hours as spans, with neighbours joined."""
    spans: list[Span] = []
    for day, start in sorted(set(slots)):
        end = (datetime.combine(datetime.min, start) + HALF_HOUR).time()
        if spans and spans[-1][0] == day and spans[-1][2] == start:
            spans[-1] = (day, spans[-1][1], end)
        else:
            spans.append((day, start, end))
    return spans
