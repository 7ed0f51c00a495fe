"""The time grid of one person, ready for components/time_grid.html."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, prefetch_related_objects
from django.utils import timezone
from django.utils.formats import date_format

from portal.cases.models import Assignment, Case, Participant
from portal.cases.statuses import CaseStatus
from portal.papers.gates import with_papers
from portal.programmes.processes import definition
from portal.roster.models import WeeklyHours

from ..gates import day_of_session, with_currency
from ..grid import coming_grid, half_hours_in, offered_half_hours
from ..models import Availability, Booking, ProposedTime
from ..statuses import BookingStatus
from .calendars import weekly_mask, with_taken

if TYPE_CHECKING:
    from portal.accounts.models import User


@dataclass
class Slot:
    value: str
    label: str
    is_chosen: bool


@dataclass
class Day:
    label: str
    is_weekday: bool
    slots: list[Slot] = field(default_factory=list)


def grid_days(horizon: int, chosen: Iterable[str]) -> list[Day]:
    ticked = set(chosen)
    days: dict[object, Day] = {}
    for box in offered_half_hours(horizon):
        if box.day not in days:
            days[box.day] = Day(date_format(box.day, "l, j F"), box.day.weekday() < 5)
        days[box.day].slots.append(Slot(box.value, box.label, box.value in ticked))
    return list(days.values())


def given_by_neutral(case: Case, assignment: Assignment | None) -> Availability | None:
    return Availability.objects.filter(case=case, neutral=assignment.neutral_id).first() if assignment else None


def open_times(case: Any) -> QuerySet[ProposedTime]:
    """Concrete times of a case, or of `OuterRef` to one, that were sent out and are still to come."""
    return ProposedTime.objects.filter(case=case, starts_at__gt=timezone.now())


def wanting_times_of(user: User) -> QuerySet[Assignment]:
    """Where this neutral conducts a case that looks for a time, and has not said since when they are free.

    As participants are asked: for the session looked for now, and after the newest times that were sent out.
    """
    given = Availability.objects.filter(case=OuterRef("case"), neutral=user)
    met = Booking.objects.filter(case=OuterRef("case"), status=BookingStatus.USED, ends_at__gte=OuterRef("given_at"))
    sent = open_times(OuterRef("case")).filter(proposed_at__gte=OuterRef("given_at"))
    looking = Case.objects.visible_to(user).filter(status=CaseStatus.ARRANGING, paused_at=None)
    rows = Assignment.objects.accepted().filter(neutral=user, case__in=looking.values("pk"))
    rows = rows.annotate(given_at=Subquery(given.values("given_at")))
    return rows.filter(Q(given_at=None) | Exists(met) | Exists(sent))


def usual_free(assignment: Assignment) -> list[str]:
    """What a neutral's grid shows at first: their usual week, less what is booked."""
    days = coming_grid(assignment.case.programme.booking_horizon_days)
    hours = WeeklyHours.objects.filter(neutral__user=assignment.neutral_id)
    free = weekly_mask(days, hours) & ~days.mask_of(getattr(assignment, "taken", []))
    return [box.value for box in days.half_hours if free >> box.bit & 1]


def open_proposals(case: Case) -> list[ProposedTime]:
    return [one for one in case.proposed_times.all() if one.starts_at > timezone.now()]


def session_length(case: Case) -> int:
    """In half hours."""
    return half_hours_in(definition(case.process).default_minutes)


def own_assignment(case: Case, user: User) -> Assignment | None:
    """The part of somebody who conducts this case, with what other cases have taken of their time."""
    rows = with_taken(case.assignments.accepted().select_related("neutral").filter(neutral=user), besides=case)
    return rows[0] if rows else None


def fetch_for_booking(case: Case) -> None:
    """What the gates before a booking read of a case, so that none of them asks person by person."""
    people = with_papers(Participant.objects.select_related("preparation"))
    conducting = with_currency(Assignment.objects.select_related("neutral"), case.process, day_of_session(case))
    prefetch_related_objects(
        [case], Prefetch("participants", people), "participants__consents", Prefetch("assignments", conducting)
    )


def booked_time(case: Case) -> Booking | None:
    return case.bookings.select_related("room").filter(status=BookingStatus.BOOKED).first()
