"""What the public may know of dates: when, how many places are left, how to enrol. Constant queries however many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import Min, Prefetch, QuerySet
from django.urls import reverse
from django.utils import timezone

from training.models import Course, Meeting, Offering

EVENING_FROM = time(17)


@dataclass(frozen=True)
class OpenOffering:
    """Dates that people can enrol in now. `places_left` is 0 when somebody waits: then newcomers wait as well."""

    pk: int
    course: Course
    meetings: list[Meeting]
    places: int
    places_left: int
    waiting: int
    by_application: bool
    closes_at: datetime
    place: str

    @property
    def enrol_url(self) -> str:
        return reverse("training:enrol", args=[self.pk])

    @property
    def starts_at(self) -> datetime:
        return self.meetings[0].starts_at

    @property
    def more_meetings(self) -> int:
        return len(self.meetings) - 1

    @property
    def has_rooms_for_some(self) -> bool:
        """Some meetings have a room of their own: `place` speaks of the others alone."""
        rooms = [meeting.room_id for meeting in self.meetings]
        return any(rooms) and not all(rooms)

    @property
    def in_evenings(self) -> bool:
        """Every meeting is in the evening or at the weekend: nobody has to leave work or class for it."""
        return all(is_off_hours(meeting) for meeting in self.meetings)


def is_off_hours(meeting: Meeting) -> bool:
    local = timezone.localtime(meeting.starts_at)
    return local.weekday() >= 5 or local.time() >= EVENING_FROM


def open_offerings(
    course: Course | None = None, *, level: str = "", evenings_only: bool = False, with_places_only: bool = False
) -> list[OpenOffering]:
    """What anybody can enrol in now, soonest first: of one course, or of all, narrowed by what the visitor chose."""
    now = timezone.now()
    rows = Offering.objects.enrollable(now).with_places(now).filter(meetings__isnull=False)
    if course is not None:
        rows = rows.filter(course=course)
    if level:
        rows = rows.filter(course__level=level)
    rows = rows.annotate(starts_at=Min("meetings__starts_at")).order_by("starts_at", "pk")
    found = [_card(one) for one in _with_meetings(rows)]
    return [
        one for one in found if (one.in_evenings or not evenings_only) and (one.places_left or not with_places_only)
    ]


def feed_offerings() -> list[Offering]:
    """The same as rows with their meetings, for the calendar feed."""
    return list(_with_meetings(Offering.objects.enrollable(timezone.now())))


def _with_meetings(rows: QuerySet[Offering]) -> Iterable[Offering]:
    meetings = Meeting.objects.order_by("starts_at").select_related("room")
    return rows.select_related("course").prefetch_related(Prefetch("meetings", meetings))


def _card(offering: Offering) -> OpenOffering:
    return OpenOffering(
        pk=offering.pk,
        course=offering.course,
        meetings=list(offering.meetings.all()),
        places=offering.places,
        places_left=offering.free,  # type: ignore[attr-defined]
        waiting=offering.waiting,  # type: ignore[attr-defined]
        by_application=offering.needs_review,
        closes_at=offering.closes_at,
        place=offering.place,
    )
