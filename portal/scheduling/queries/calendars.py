"""People's free half hours as sets: from what they gave, from their usual week, less what is booked already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import F, FilteredRelation, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from ..grid import LEAST_NOTICE, Grid
from ..models import Availability, Booking
from ..statuses import BookingStatus

if TYPE_CHECKING:
    from portal.cases.models import Case
    from portal.roster.models import WeeklyHours


def weekly_mask(days: Grid, hours: Iterable[WeeklyHours]) -> int:
    """The half hours of the coming days that lie wholly in somebody's usual hours."""
    spans: dict[int, list[tuple[time, time]]] = defaultdict(list)
    for span in hours:
        spans[span.weekday].append((span.starts, span.ends))
    return days.mask(box.value for box in days.half_hours if _lies_in(box.value, spans[box.day.weekday()]))


def _lies_in(value: str, spans: list[tuple[time, time]]) -> bool:
    start = datetime.fromisoformat(value)
    end = (start + timedelta(minutes=30)).time()
    return any(opens <= start.time() and end <= closes for opens, closes in spans)


def with_taken(rows: QuerySet, *, path: str = "neutral__reservations", besides: Case | None = None) -> list[Any]:
    """These rows, each with `taken`, the coming spans for which other cases have booked the neutral. One query."""
    coming = Q(**{f"{path}__ends_at__gt": timezone.now()})
    joined = rows.annotate(span=FilteredRelation(path, condition=coming))
    columns = {"from": "span__starts_at", "until": "span__ends_at", "case": "span__booking__case"}
    found: dict[Any, Any] = {}
    for row in joined.annotate(**{f"span_{name}": F(column) for name, column in columns.items()}):
        kept = found.setdefault(row.pk, row)
        kept.taken = getattr(kept, "taken", [])
        if row.span_from is not None and (besides is None or row.span_case != besides.pk):
            kept.taken.append((row.span_from, row.span_until))
    return list(found.values())


def given_rows(case: Case) -> list[Availability]:
    """What people gave for the session that is being looked for; times given for an earlier one no longer count."""
    last = Booking.objects.filter(case=OuterRef("case"), status=BookingStatus.USED).order_by("-ends_at")
    rows = case.availabilities.annotate(held_until=Subquery(last.values("ends_at")[:1]))
    return [row for row in rows if row.held_until is None or row.given_at > row.held_until]


def parties_free(case: Case, days: Grid) -> int:
    """The half hours, not too soon, that suit everybody in the case who has marked free times for this session."""
    free = days.mask_from(timezone.now() + LEAST_NOTICE)
    for row in given_rows(case):
        marked = days.mask(row.free) if row.participant_id else 0
        if marked:
            free &= marked
    return free
