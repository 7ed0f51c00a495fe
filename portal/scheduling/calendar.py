"""Calendar files (RFC 5545). They say when, and nothing else: no name, no case, no telling place (P5)."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from icalendar import Calendar, Event, vCalAddress, vText

PRODUCT = "-//Accord//Calendar//EN"


def calendar_file(
    *,
    uid: UUID,
    sequence: int,
    starts_at: datetime,
    ends_at: datetime,
    title: str,
    place: str,
    organizer: str,
    recipient: str,
    stamp: datetime,
    cancelled: bool = False,
) -> bytes:
    """One event for one recipient: the same uid for all its files, a higher sequence for each change."""
    event = Event()
    event.add("uid", f"{uid}@{organizer.rpartition('@')[2]}")
    event.add("sequence", sequence)
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("dtstart", starts_at.astimezone(UTC))
    event.add("dtend", ends_at.astimezone(UTC))
    event.add("summary", title)
    event.add("location", place)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("organizer", vCalAddress(f"mailto:{organizer}"))
    if recipient:
        event.add("attendee", _attendee(recipient))
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "REQUEST")
    calendar.add_component(event)
    return calendar.to_ical()


def _attendee(address: str) -> vCalAddress:
    attendee = vCalAddress(f"mailto:{address}")
    attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
    attendee.params["PARTSTAT"] = vText("NEEDS-ACTION")
    attendee.params["RSVP"] = vText("FALSE")
    return attendee
