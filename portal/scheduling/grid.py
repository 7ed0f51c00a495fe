"""The half hours in which sessions can be held: every day, from eight in the morning to ten at night, local time.

People see local times; everything is computed in UTC, so that a change of the clocks moves no session.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from django.utils import timezone

from portal.programmes.hours import office_zone
from portal.roster.statuses import EARLIEST, LATEST

HALF_HOUR = timedelta(minutes=30)
# Nobody is called to a session that starts sooner than this.
LEAST_NOTICE = timedelta(hours=2)
# Looking further ahead makes a form that nobody fills in.
MOST_DAYS = 28


@dataclass(frozen=True)
class HalfHour:
    """One box of the grid. `value` is what forms send and rows keep: a local time without a zone."""

    value: str
    starts_at: datetime
    bit: int

    @property
    def day(self) -> date:
        return date.fromisoformat(self.value[:10])

    @property
    def label(self) -> str:
        return self.value[11:]


@dataclass(frozen=True)
class Grid:
    """The half hours of a run of days. A set of them is an integer; bit 0 starts at the first midnight."""

    first_day: date
    days: int
    zone: ZoneInfo

    @cached_property
    def origin(self) -> datetime:
        return datetime.combine(self.first_day, datetime.min.time(), self.zone).astimezone(UTC)

    @cached_property
    def half_hours(self) -> list[HalfHour]:
        boxes = (self._half_hour(local) for local in self._local_starts())
        return [box for box in boxes if box is not None]

    @cached_property
    def by_value(self) -> dict[str, HalfHour]:
        return {box.value: box for box in self.half_hours}

    def mask(self, values: Iterable[str]) -> int:
        """The set of these half hours; what lies outside the grid is left out."""
        result = 0
        for value in values:
            box = self.by_value.get(value)
            if box is not None:
                result |= 1 << box.bit
        return result

    def mask_between(self, starts_at: datetime, ends_at: datetime) -> int:
        """The half hours that a span of time touches."""
        first = max(0, (starts_at - self.origin) // HALF_HOUR)
        after = -((self.origin - ends_at) // HALF_HOUR)
        return (1 << after) - (1 << first) if after > first else 0

    def mask_of(self, spans: Iterable[tuple[datetime, datetime]]) -> int:
        """The half hours that any of these spans touches."""
        result = 0
        for starts_at, ends_at in spans:
            result |= self.mask_between(starts_at, ends_at)
        return result

    def mask_from(self, moment: datetime) -> int:
        """The half hours of the grid that start at this moment or later."""
        return self.mask(box.value for box in self.half_hours if box.starts_at >= moment)

    def moment(self, bit: int) -> datetime:
        return self.origin + bit * HALF_HOUR

    def _local_starts(self) -> Iterable[datetime]:
        for number in range(self.days):
            local = datetime.combine(self.first_day + timedelta(days=number), EARLIEST)
            while local.time() < LATEST and local.time() >= EARLIEST:
                yield local
                local += HALF_HOUR

    def _half_hour(self, local: datetime) -> HalfHour | None:
        moment = local.replace(tzinfo=self.zone).astimezone(UTC)
        if moment.astimezone(self.zone).replace(tzinfo=None) != local:
            return None  # the clocks jump over it
        bit = (moment - self.origin) // HALF_HOUR
        return HalfHour(value=local.isoformat(timespec="minutes"), starts_at=moment, bit=bit)


def grid_from(day: date, days: int) -> Grid:
    return Grid(first_day=day, days=days, zone=office_zone())


def coming_grid(days: int) -> Grid:
    """Today and so many days after it, at most four weeks."""
    return grid_from(timezone.localdate(timezone=office_zone()), min(days, MOST_DAYS) + 1)


def offered_half_hours(days: int) -> list[HalfHour]:
    """What people are asked about: whole days, from tomorrow on."""
    coming = coming_grid(days)
    return [box for box in coming.half_hours if box.day > coming.first_day]


def half_hours_in(minutes: int) -> int:
    return -(-minutes // 30)


def is_session_time(starts_at: datetime, ends_at: datetime) -> bool:
    """Whether a session may be held then: it starts on a half hour and lies in the hours of one day."""
    starts, ends = (timezone.localtime(moment, office_zone()) for moment in (starts_at, ends_at))
    on_time = starts.minute in (0, 30) and not starts.second and not starts.microsecond
    return on_time and starts.date() == ends.date() and starts.time() >= EARLIEST and ends.time() <= LATEST
