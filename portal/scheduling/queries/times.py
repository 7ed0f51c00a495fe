"""When a session could be: who gave times, which starts suit everyone, and whom the next ones do not suit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from portal.programmes.processes import definition

from ..grid import LEAST_NOTICE, Grid, coming_grid, half_hours_in
from ..matching import propose
from ..models import Availability, Booking, ProposedTime
from ..statuses import BookingStatus
from .calendars import given_mask, given_rows, proposed_spans, taken_masks

if TYPE_CHECKING:
    from portal.cases.models import Assignment, Case, Participant

MOST_STARTS = 10


@dataclass
class Giver:
    """Somebody whose times count, and when they gave them."""

    participant: Participant | None
    assignment: Assignment | None
    row: Availability | None

    @property
    def name(self) -> str:
        if self.participant is not None:
            return self.participant.display_name
        return self.assignment.neutral.get_full_name() if self.assignment else ""

    @property
    def has_given(self) -> bool:
        return self.row is not None


@dataclass
class Start:
    """A possible start, with the names of those whose times are missing or whom it does not suit. For staff only."""

    starts_at: datetime
    missing: list[str]
    unfit: list[str]

    @property
    def suits_everyone(self) -> bool:
        return not self.missing and not self.unfit


@dataclass
class Times:
    givers: list[Giver]
    starts: list[Start]
    proposed: list[ProposedTime]
    booking: Booking | None
    minutes: int
    horizon_days: int

    @property
    def common(self) -> list[Start]:
        return [start for start in self.starts if start.suits_everyone]

    @property
    def nearly(self) -> list[Start]:
        return [start for start in self.starts if not start.suits_everyone]

    @property
    def waiting_for(self) -> list[str]:
        return [giver.name for giver in self.givers if not giver.has_given]


def times_of(case: Case) -> Times:
    """Five queries, beside the participants that the caller has loaded."""
    days = coming_grid(case.programme.booking_horizon_days)
    bookings = list(case.bookings.select_related("room"))
    rows = given_rows(case, bookings)
    givers = _givers(case, rows)
    process = definition(case.process)
    return Times(
        givers=givers,
        starts=_starts(case, days, givers, length=half_hours_in(process.default_minutes)),
        proposed=[one for one in case.proposed_times.all() if one.starts_at > timezone.now()],
        booking=next((one for one in bookings if one.status == BookingStatus.BOOKED), None),
        minutes=process.default_minutes,
        horizon_days=case.programme.booking_horizon_days,
    )


def _givers(case: Case, rows: list[Availability]) -> list[Giver]:
    of_person = {row.participant_id: row for row in rows if row.participant_id}
    of_neutral = {row.neutral_id: row for row in rows if row.neutral_id}
    people = [person for person in case.participants.all() if person.is_active]
    conducting = [one for one in case.assignments.select_related("neutral") if one.is_accepted]
    return [Giver(person, None, of_person.get(person.pk)) for person in people] + [
        Giver(None, one, of_neutral.get(one.neutral_id)) for one in conducting
    ]


def _starts(case: Case, days: Grid, givers: list[Giver], *, length: int) -> list[Start]:
    spans = proposed_spans(case)
    neutrals = [giver.assignment.neutral_id for giver in givers if giver.assignment is not None]
    taken = taken_masks(days, neutrals=neutrals, besides=case)
    calendars = {place: _mask(days, giver, spans, taken) for place, giver in enumerate(givers)}
    earliest = timezone.now() + LEAST_NOTICE
    allowed = days.mask_from(earliest)
    for starts_at, ends_at in spans.values():
        # A proposed time may lie beyond the days that people were asked for.
        allowed |= days.mask_between(starts_at, ends_at) if starts_at >= earliest else 0
    return [
        Start(
            starts_at=days.moment(found.bit),
            missing=[givers[place].name for place in found.missing],
            unfit=[givers[place].name for place in found.unfit],
        )
        for found in propose(calendars, allowed=allowed, length=length, most=MOST_STARTS)
    ]


def _mask(days: Grid, giver: Giver, spans: dict, taken: dict) -> int | None:
    if giver.row is None:
        return None
    free = given_mask(days, giver.row, spans)
    return free & ~taken.get(giver.assignment.neutral_id, 0) if giver.assignment is not None else free
