"""Events for calendars and for search engines: iCalendar (RFC 5545) and the words of schema.org."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from uuid import uuid5

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event

if TYPE_CHECKING:
    from .models.events import EventDate, EventPage

PRODUCT = "-//Public site//EN"
SCHEMA = "https://schema.org/"


def calendar_of(pages: Iterable[EventPage], name: str = "") -> bytes:
    """One entry for each date of these pages."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
    for page in pages:
        for number, date in enumerate(page.all_dates):
            calendar.add_component(_entry(page, date, number))
    return calendar.to_ical()


def _entry(page: EventPage, date: EventDate, number: int) -> Event:
    entry = Event()
    entry.add("uid", _uid(page, number))
    entry.add("sequence", page.sequence)
    entry.add("dtstamp", (page.last_published_at or timezone.now()).astimezone(UTC))
    entry.add("dtstart", date.starts_at.astimezone(UTC))
    entry.add("dtend", date.ends_at.astimezone(UTC))
    entry.add("summary", page.title)
    entry.add("description", page.intro)
    entry.add("status", "CANCELLED" if page.is_cancelled else "CONFIRMED")
    entry.add("url", page.full_url)
    if place := page.place or page.online_url:
        entry.add("location", place)
    return entry


def _uid(page: EventPage, number: int) -> str:
    """The first, second, third date of an event, for ever: a date that is moved moves in people's calendars too."""
    return f"{uuid5(page.translation_key, str(number))}@{urlsplit(settings.ACCORD_BASE_URL).hostname}"


def of_page(page: EventPage) -> dict[str, Any]:
    """The facts of schema.org's Event."""
    status = "EventCancelled" if page.is_cancelled else "EventScheduled"
    facts: dict[str, Any] = {"eventStatus": SCHEMA + status, "isAccessibleForFree": True}
    if where := _where(page):
        facts |= {"location": where, "eventAttendanceMode": SCHEMA + _mode(page)}
    if page.all_dates:
        facts |= {"startDate": _local(page.all_dates[0].starts_at), "endDate": _local(page.all_dates[-1].ends_at)}
    if len(page.all_dates) > 1:
        facts["subEvent"] = [_part(page, date, where) for date in page.all_dates]
    return facts


def _part(page: EventPage, date: EventDate, where: list[dict[str, str]]) -> dict[str, Any]:
    days = {"startDate": _local(date.starts_at), "endDate": _local(date.ends_at)}
    return {"@type": "Event", "name": page.title, "location": where, **days}


def _where(page: EventPage) -> list[dict[str, str]]:
    places = [{"@type": "Place", "name": page.place, "address": page.place}] if page.place else []
    return places + ([{"@type": "VirtualLocation", "url": page.online_url}] if page.online_url else [])


def _mode(page: EventPage) -> str:
    if page.place and page.online_url:
        return "MixedEventAttendanceMode"
    return "OfflineEventAttendanceMode" if page.place else "OnlineEventAttendanceMode"


def _local(moment: Any) -> str:
    return timezone.localtime(moment).isoformat()
