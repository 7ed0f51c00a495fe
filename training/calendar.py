"""Calendar files for a course (RFC 5545): one file with every meeting. As neutral as all our calendar entries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC
from urllib.parse import urlsplit
from uuid import uuid5

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress

from .models import Enrolment, Meeting, Offering

PRODUCT = "-//Calendar//EN"


def file_for(enrolment: Enrolment, meetings: Iterable[Meeting], *, cancelled: bool = False) -> str:
    """All meetings as one learner's calendar knows them: the same uids in every file, with a rising sequence."""
    calendar = _calendar("CANCEL" if cancelled else "REQUEST")
    for meeting in meetings:
        event = _event(meeting, f"{uuid5(enrolment.pk, str(meeting.pk))}")
        event.add("summary", _("Appointment"))
        event.add("location", _("See your page"))
        event.add("class", "PRIVATE")
        event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
        event.add("organizer", vCalAddress(f"mailto:{settings.DEFAULT_FROM_EMAIL}"))
        event.add("attendee", vCalAddress(f"mailto:{enrolment.learner.address}"))
        calendar.add_component(event)
    return calendar.to_ical().decode()


def feed_of(offerings: Iterable[Offering]) -> str:
    """Every meeting of what is open to all, for a calendar that follows the public list. It names no person."""
    calendar = _calendar("PUBLISH")
    for offering in offerings:
        for meeting in offering.meetings.all():
            event = _event(meeting, f"meeting-{meeting.pk}")
            event.add("summary", offering.course.title)
            calendar.add_component(event)
    return calendar.to_ical().decode()


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    return calendar


def _event(meeting: Meeting, uid: str) -> Event:
    event = Event()
    event.add("uid", f"{uid}@{urlsplit(settings.ACCORD_BASE_URL).hostname}")
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", timezone.now().astimezone(UTC))
    event.add("dtstart", meeting.starts_at.astimezone(UTC))
    event.add("dtend", meeting.ends_at.astimezone(UTC))
    return event
