"""Calendar files (RFC 5545). They say when, and nothing else: no name, no case, no telling place (P5)."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from uuid import UUID, uuid5

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress, vText

from portal.cases.models import Participant

if TYPE_CHECKING:
    from portal.accounts.models import User

    from .models import Booking

PRODUCT = "-//Calendar//EN"


def file_for(booking: Booking, person: Participant | User, *, cancelled: bool = False) -> str:
    """The event as one person's calendar knows it: always the same uid, with the booking's sequence.

    Each person has a uid of their own, so that two calendars laid side by side do not show who met whom.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "REQUEST")
    calendar.add_component(_event(booking, person, cancelled=cancelled))
    return calendar.to_ical().decode()


def _event(booking: Booking, person: Participant | User, *, cancelled: bool) -> Event:
    event = Event()
    event.add("uid", f"{_uid(booking, person)}@{urlsplit(settings.ACCORD_BASE_URL).hostname}")
    event.add("sequence", booking.sequence)
    event.add("dtstamp", timezone.now().astimezone(UTC))
    event.add("dtstart", booking.starts_at.astimezone(UTC))
    event.add("dtend", booking.ends_at.astimezone(UTC))
    event.add("summary", _("Appointment"))
    event.add("location", _("See your page"))
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("organizer", vCalAddress(f"mailto:{settings.DEFAULT_FROM_EMAIL}"))
    address = person.safe_email if isinstance(person, Participant) else person.email
    if address:
        event.add("attendee", _attendee(address))
    return event


def _uid(booking: Booking, person: Participant | User) -> UUID:
    return uuid5(booking.pk, str(person.pk))


def _attendee(address: str) -> vCalAddress:
    attendee = vCalAddress(f"mailto:{address}")
    attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
    attendee.params["PARTSTAT"] = vText("NEEDS-ACTION")
    attendee.params["RSVP"] = vText("FALSE")
    return attendee
