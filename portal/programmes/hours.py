"""When the office is open, and what follows from it: working days, and the day by which somebody answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _

# An office that is never open could not promise anything: after so many days the search gives up.
LONGEST_CLOSURE = 366


class KeepsHours(Protocol):
    """The part of `Office` that counts here."""

    weekly_hours: list[dict]
    closed_days: list[str]


def office_zone() -> ZoneInfo:
    return ZoneInfo(settings.TIME_ZONE)


def zone_in_words() -> str:
    """The time zone as people say it: "New York time"."""
    city = office_zone().key.rpartition("/")[2].replace("_", " ")
    return _("%(city)s time") % {"city": city}


def moment_in_words(at: datetime) -> str:
    """For people who may read it elsewhere: "Friday, 27 November, 18:00 (New York time)"."""
    return f"{date_format(timezone.localtime(at, office_zone()), 'l, j F, H:i')} ({zone_in_words()})"


def opening_hours(office: KeepsHours, day: date) -> list[tuple[time, time]]:
    """The spans in which the office is open on this day, earliest first."""
    if day.isoformat() in office.closed_days:
        return []
    spans = (span for span in office.weekly_hours if span["day"] == day.weekday())
    return sorted((time.fromisoformat(span["opens"]), time.fromisoformat(span["closes"])) for span in spans)


def is_working_day(office: KeepsHours, day: date) -> bool:
    return bool(opening_hours(office, day))


def add_working_days(office: KeepsHours, day: date, count: int) -> date:
    """The day that lies `count` working days after this one; the day itself does not count."""
    days = _days_after(day)
    for _number in range(count):
        day = next(one for one in days if is_working_day(office, one))
    return day


def is_open(office: KeepsHours, moment: datetime | None = None) -> bool:
    local = timezone.localtime(moment, office_zone())
    return any(opens <= local.time() < closes for opens, closes in opening_hours(office, local.date()))


def answer_due(office: KeepsHours, moment: datetime, working_hours: int) -> datetime:
    """When so many open hours have passed since this moment."""
    left = timedelta(hours=working_hours)
    for opens, closes in _open_spans_from(office, moment):
        start = max(opens, moment)
        if start + left <= closes:
            return start + left
        left -= max(closes - start, timedelta())
    raise ValueError("The office has no opening hours.")


def answer_day(office: KeepsHours, moment: datetime, working_hours: int) -> date:
    """The day by which we promise an answer to what arrives now."""
    return timezone.localtime(answer_due(office, moment, working_hours), office_zone()).date()


def _open_spans_from(office: KeepsHours, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
    zone = office_zone()
    today = timezone.localtime(moment, zone).date()
    for number in range(LONGEST_CLOSURE):
        day = today + timedelta(days=number)
        for opens, closes in opening_hours(office, day):
            end = datetime.combine(day, closes, zone)
            if end > moment:
                yield datetime.combine(day, opens, zone), end


def _days_after(day: date) -> Iterator[date]:
    for number in range(1, LONGEST_CLOSURE * 5):
        yield day + timedelta(days=number)
    raise ValueError("The office has no opening hours.")


def in_words(weekly_hours: list[dict]) -> str:
    """Days with the same hours are told together, runs of days as "Monday to Friday"."""
    by_span: dict[str, list[int]] = {}
    for day in range(7):
        spans = sorted((one["opens"], one["closes"]) for one in weekly_hours if one["day"] == day)
        words = _(" and ").join(_("%(opens)s to %(closes)s") % {"opens": a, "closes": b} for a, b in spans)
        if words:
            by_span.setdefault(words, []).append(day)
    return "; ".join(f"{_days_in_words(days)}, {words}" for words, days in by_span.items())


def _days_in_words(days: list[int]) -> str:
    names = [str(WEEKDAYS[day]) for day in days]
    if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):
        return _("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}
    return ", ".join(names)


def validate_weekly_hours(spans: object) -> None:
    """At least one span of one day; each names its day (0 is Monday) and closes after it opens."""
    if not isinstance(spans, list) or not spans:
        raise ValidationError(_("Give the opening hours of at least one day."))
    for span in spans:
        if not _is_span(span):
            raise ValidationError(_("Each line needs a day, and a closing time that is later than the opening time."))


def _is_span(span: object) -> bool:
    try:
        return span["day"] in range(7) and time.fromisoformat(span["opens"]) < time.fromisoformat(span["closes"])  # type: ignore[index]
    except (TypeError, KeyError, ValueError):
        return False


def validate_closed_days(days: object) -> None:
    try:
        for day in days:  # type: ignore[attr-defined]
            date.fromisoformat(day)
    except (TypeError, ValueError) as error:
        raise ValidationError(_("Closed days are dates such as 2026-12-25.")) from error
