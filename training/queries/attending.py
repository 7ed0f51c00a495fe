"""The list of one meeting: who has a place, and how long each of them was there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Prefetch, Sum
from django.utils import timezone

from training.completing import is_enough
from training.models import Attendance, BulkStep, Enrolment, Meeting, Offering
from training.statuses import BulkKind, EnrolmentStatus

CHANGES_SHOWN = 5
# People come in a while before it begins.
_EARLY = timedelta(hours=1)
# Who stands on the list of a meeting: those with a place, and once it is over those who had one.
ON_THE_LIST = (
    EnrolmentStatus.CONFIRMED,
    EnrolmentStatus.COMPLETED,
    EnrolmentStatus.PARTLY,
    EnrolmentStatus.NO_SHOW,
)


@dataclass(frozen=True)
class SheetLine:
    """One person at one meeting. `came_at` is when they checked in themselves."""

    enrolment: Enrolment
    quarters: int | None
    came_at: datetime | None

    @property
    def can_change(self) -> bool:
        return self.enrolment.status == EnrolmentStatus.CONFIRMED

    @property
    def hours(self) -> str:
        return "" if self.quarters is None else f"{self.quarters / 4:g}"


@dataclass(frozen=True)
class Sheet:
    meeting: Meeting
    meetings: list[Meeting]
    lines: list[SheetLine]

    @property
    def here(self) -> int:
        return sum(1 for line in self.lines if line.quarters)

    @property
    def is_ahead(self) -> bool:
        """Nobody can be there yet. People come in a while before it begins."""
        return timezone.now() < self.meeting.starts_at - _EARLY

    @property
    def most(self) -> str:
        """The hours that it lasts."""
        return f"{self.meeting.quarters / 4:g}"


def sheet_of(offering: Offering, meeting_id: int | None) -> Sheet | None:
    """The list of the meeting that is asked for, else of the one that is on or was on last. None without meetings."""
    meetings = list(offering.meetings.all())
    meeting = next((one for one in meetings if one.pk == meeting_id), None) or _nearest(meetings)
    if meeting is None:
        return None
    attended = Prefetch("attendances", Attendance.objects.filter(meeting=meeting), to_attr="there")
    rows = offering.enrolments.filter(status__in=ON_THE_LIST).select_related("learner").prefetch_related(attended)
    lines = sorted(map(_line, rows), key=lambda line: line.enrolment.learner.name.casefold())
    return Sheet(meeting, meetings, lines)


def recent_steps(offering: Offering, kinds: Sequence[BulkKind]) -> list[BulkStep]:
    """What of these kinds was done to many at once and can still be taken back, newest first."""
    since = timezone.now() - BulkStep.UNDO_WITHIN
    rows = BulkStep.objects.filter(offering=offering, kind__in=kinds, undone_at=None, made_at__gte=since)
    return list(rows.select_related("made_by", "meeting")[:CHANGES_SHOWN])


def never_there(offering: Offering) -> list[Enrolment]:
    """Those with a place who were at no meeting."""
    return list(offering.enrolments.filter(status=EnrolmentStatus.CONFIRMED, attendances=None))


def what_finishing_means(offering: Offering) -> dict[str, int]:
    """How many people will have completed the course, were there in part, or did not come."""
    in_all = sum(meeting.quarters for meeting in offering.meetings.all())
    there = offering.enrolments.filter(status=EnrolmentStatus.CONFIRMED).annotate(sum=Sum("attendances__quarters"))
    quarters = [much or 0 for much in there.order_by().values_list("sum", flat=True)]
    completed = sum(1 for much in quarters if is_enough(much, in_all))
    nothing = quarters.count(0)
    return {"completed": completed, "partly": len(quarters) - completed - nothing, "not_there": nothing}


def _nearest(meetings: list[Meeting]) -> Meeting | None:
    """The one that is on, or else the last that has begun, or else the first."""
    begun = [one for one in meetings if one.starts_at <= timezone.now() + _EARLY]
    return begun[-1] if begun else (meetings[0] if meetings else None)


def _line(enrolment: Enrolment) -> SheetLine:
    there = enrolment.there[0] if enrolment.there else None  # type: ignore[attr-defined]
    own = there is not None and there.noted_by_id is None
    return SheetLine(enrolment, there.quarters if there else None, there.noted_at if there and own else None)
