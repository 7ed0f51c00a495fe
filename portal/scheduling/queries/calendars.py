"""People's free half hours as sets: from what they gave, from their usual week, less what is booked already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from ..grid import LEAST_NOTICE, Grid
from ..models import Availability, Booking, Reservation
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


def taken_masks(days: Grid, *, neutrals: Sequence[UUID], besides: Case | None = None) -> dict[UUID, int]:
    """What bookings of other cases take of these neutrals' time."""
    rows = Reservation.objects.filter(neutral__in=neutrals, ends_at__gt=days.origin)
    if besides is not None:
        rows = rows.exclude(booking__case=besides)
    taken: dict[UUID, int] = defaultdict(int)
    for neutral, starts_at, ends_at in rows.values_list("neutral", "starts_at", "ends_at"):
        taken[neutral] |= days.mask_between(starts_at, ends_at)
    return taken


def given_mask(days: Grid, row: Availability, proposed: dict[int, tuple[datetime, datetime]]) -> int:
    """What one person gave: whole days in half hours, and the proposed times that fit."""
    free = days.mask(row.free)
    for number in row.fits:
        if number in proposed:
            free |= days.mask_between(*proposed[number])
    return free


def proposed_spans(case: Case) -> dict[int, tuple[datetime, datetime]]:
    return {
        one.pk: (one.starts_at, one.starts_at + timedelta(minutes=one.minutes)) for one in case.proposed_times.all()
    }


def given_rows(case: Case, bookings: Iterable[Booking]) -> list[Availability]:
    """What people gave for the session that is being looked for; times given for an earlier one no longer count."""
    held = max((one.ends_at for one in bookings if one.status == BookingStatus.USED), default=None)
    return [row for row in case.availabilities.all() if held is None or row.given_at > held]


def everyone_else_free(case: Case, days: Grid) -> int:
    """The half hours, not too soon, that suit everybody of the case who has given times."""
    free = days.mask_from(timezone.now() + LEAST_NOTICE)
    spans = proposed_spans(case)
    for row in given_rows(case, case.bookings.all()):
        if row.participant_id is not None:
            free &= given_mask(days, row, spans)
    return free
