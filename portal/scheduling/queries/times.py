"""When a session could be: who gave times, which starts suit everyone, and whom the next ones do not suit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from portal.cases.statuses import CaseStatus
from portal.programmes.processes import definition

from ..grid import LEAST_NOTICE, Grid, coming_grid, half_hours_in
from ..matching import propose
from ..models import Availability, Booking, ProposedTime
from .calendars import given_rows, with_taken
from .offered import booked_time

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
    """Four queries, beside the participants that the caller has loaded; a booked case asks for its booking as well."""
    process = definition(case.process)
    proposed = list(case.proposed_times.all())
    givers = _givers(case)
    booking = booked_time(case) if case.status == CaseStatus.BOOKED else None
    return Times(
        givers=givers,
        starts=[] if booking else _starts(case, proposed, givers, length=half_hours_in(process.default_minutes)),
        proposed=[one for one in proposed if one.starts_at > timezone.now()],
        booking=booking,
        minutes=process.default_minutes,
        horizon_days=case.programme.booking_horizon_days,
    )


def _givers(case: Case) -> list[Giver]:
    rows = given_rows(case)
    of_person = {row.participant_id: row for row in rows if row.participant_id}
    of_neutral = {row.neutral_id: row for row in rows if row.neutral_id}
    people = [person for person in case.participants.all() if person.is_active]
    conducting = with_taken(case.assignments.accepted().select_related("neutral"), besides=case)
    return [Giver(person, None, of_person.get(person.pk)) for person in people] + [
        Giver(None, one, of_neutral.get(one.neutral_id)) for one in conducting
    ]


def _starts(case: Case, proposed: list[ProposedTime], givers: list[Giver], *, length: int) -> list[Start]:
    days = coming_grid(case.programme.booking_horizon_days)
    spans = {one.pk: (one.starts_at, one.starts_at + timedelta(minutes=one.minutes)) for one in proposed}
    earliest = timezone.now() + LEAST_NOTICE
    # A proposed time may lie beyond the days that people were asked for.
    allowed = days.mask_from(earliest) | days.mask_of(span for span in spans.values() if span[0] >= earliest)
    calendars = {place: _mask(days, giver, spans) for place, giver in enumerate(givers)}
    return [
        Start(
            starts_at=days.moment(found.bit),
            missing=[givers[place].name for place in found.missing],
            unfit=[givers[place].name for place in found.unfit],
        )
        for found in propose(calendars, allowed=allowed, length=length, most=MOST_STARTS)
    ]


def _mask(days: Grid, giver: Giver, spans: dict[int, tuple[datetime, datetime]]) -> int | None:
    if giver.row is None:
        return None
    free = days.mask(giver.row.free) | days.mask_of(spans[one] for one in giver.row.fits if one in spans)
    return free & ~days.mask_of(getattr(giver.assignment, "taken", []))
