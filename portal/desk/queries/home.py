"""The desk: what is late, what is blocked, what is today; for staff and for neutrals."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Self

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, prefetch_related_objects
from django.db.models.functions import Coalesce
from django.utils import timezone

from portal.accounts.models import User
from portal.accounts.roles import Permission
from portal.cases.models import Assignment, Case, Task, Telling
from portal.cases.statuses import CaseStatus, MatterStatus
from portal.emergencies.models import BreakGlass
from portal.intake.models import Request
from portal.intake.queries import with_writing
from portal.mail.queries import stuck
from portal.plans.queries import agreed_in
from portal.records.gates import with_suspension
from portal.scheduling.models import Booking
from portal.scheduling.queries.offered import open_times, wanting_times_of
from portal.scheduling.statuses import BookingStatus

from ..clocks import Clock, since_first_contact
from .cases import spoken_title

SHOWN = 12
FETCHED = 4 * SHOWN
# What is idle is destroyed unless somebody answers, and whoever wrote waits: nothing else may push them off the desk.
IDLE_FIRST = (F("matter__idle_asked_at").asc(nulls_last=True), "-has_written")


@dataclass(frozen=True)
class DeskCase:
    case: Case
    title: str
    clock: Clock

    @classmethod
    def of(cls, case: Case) -> Self:
        return cls(case, spoken_title(case), since_first_contact(case))


@dataclass(frozen=True)
class DeskSession:
    booking: Booking
    title: str
    # By the office's clock: an evening there is tomorrow already in Greenwich.
    is_today: bool

    @classmethod
    def of(cls, row: Booking) -> Self:
        return cls(row, spoken_title(row.case), timezone.localdate(row.starts_at) == timezone.localdate())


@dataclass(frozen=True)
class Desk:
    """Everything on the first screen; what a role does not have is empty."""

    is_staff: bool
    conducts: bool
    asked: list[Assignment]
    # Cases that one conducts and that look for a time, before one has said when one is free.
    wants_times: list[DeskCase]
    sessions: list[DeskSession]
    # One's own, the soonest due first.
    tasks: list[Task]
    requests: list[Request] = field(default_factory=list)
    # Cases in which somebody has written and waits for an answer.
    written: list[DeskCase] = field(default_factory=list)
    cases: list[DeskCase] = field(default_factory=list)
    to_close: list[DeskCase] = field(default_factory=list)
    # Requests and cases in which nothing has happened for a long time, all of them, the longest asked about first.
    idle: list[Request | Case] = field(default_factory=list)
    # How many people wait to be phoned.
    to_phone: int = 0
    stuck_mail: int = 0
    # What was told because of imminent risk and nobody has looked at yet.
    emergencies: int = 0


def desk_of(user: User) -> Desk:
    is_staff = user.may(Permission.OPEN_CASES) or user.may(Permission.OPEN_REQUESTS)
    conducts = user.may(Permission.CONDUCT)
    common: dict[str, Any] = {
        "is_staff": is_staff,
        "conducts": conducts,
        "tasks": list(Task.objects.visible_to(user).open().filter(person=user).select_related("case")[:SHOWN]),
    }
    parts = _own_parts(user) if conducts else []
    requests = _requests(user) if is_staff else []
    bookings, cases = _bookings(user), _cases(user) if is_staff else []
    to_time = [row.case for row in parts if row.accepted_at]
    # The people of all of them in one query. What they are called comes last: it opens the keys of everything here.
    prefetch_related_objects([*(row.case for row in bookings), *to_time, *cases], "participants")
    for_staff = _for_staff(user, requests, [DeskCase.of(case) for case in cases]) if is_staff else {}
    return Desk(
        **common,
        **for_staff,
        asked=[row for row in parts if not row.accepted_at],
        wants_times=[DeskCase.of(case) for case in to_time],
        sessions=[DeskSession.of(row) for row in bookings],
    )


def _own_parts(user: User) -> list[Assignment]:
    """What waits for a neutral, in one query: whether they would conduct a case, and their times where they do."""
    # Who has signed before anybody met is asked for times only where some were sent out (decision 81).
    wanting = wanting_times_of(user).annotate(is_agreed=agreed_in("case"))
    wanting = wanting.filter(Q(is_agreed=False) | Exists(open_times(OuterRef("case"))))
    either = Q(pk__in=Assignment.objects.asked_of(user).values("pk")) | Q(pk__in=wanting.values("pk"))
    return list(Assignment.objects.filter(either).select_related("case__programme", "case__matter"))


def _bookings(user: User) -> list[Booking]:
    """Sessions from today on: one's own for a neutral, those of the programme for staff."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    cases = Case.objects.visible_to(user)
    rows = Booking.objects.filter(
        status=BookingStatus.BOOKED, starts_at__gte=today, starts_at__lt=today + timedelta(days=14), case__in=cases
    )
    return list(rows.select_related("case", "room")[:SHOWN])


def _requests(user: User) -> list[Request]:
    rows = Request.objects.visible_to(user).open().select_related("assigned_to", "matter")
    rows = with_writing(rows, vault_key="matter")
    return list(rows.order_by(*IDLE_FIRST, "reply_due_on", "first_contact_at")[:FETCHED])


def _for_staff(user: User, waiting: list[Request], rows: list[DeskCase]) -> dict[str, Any]:
    everything: list[Request | Case] = [*waiting, *(row.case for row in rows)]
    idle = [one for one in everything if one.matter.idle_asked_at]
    waiting = sorted(waiting, key=lambda one: (not one.has_written, one.reply_due_on, one.first_contact_at))  # type: ignore[attr-defined]
    rows = sorted(rows, key=lambda row: row.case.matter.first_contact_at)
    return {
        "requests": waiting[:SHOWN],
        "written": [row for row in rows if row.case.has_written],  # type: ignore[attr-defined]
        "cases": [row for row in rows if row.case.is_open and row.case.status != CaseStatus.BOOKED][:SHOWN],
        "to_close": [row for row in rows if not row.case.is_open][:SHOWN],
        "idle": sorted(idle, key=lambda one: one.matter.idle_asked_at),
        **_counts(user),
    }


def _counts(user: User) -> dict[str, int]:
    """What is told as a number, all of it in one query."""
    counted = {
        "to_phone": Telling.objects.open().visible_to(user),
        "stuck_mail": stuck(),
        "emergencies": BreakGlass.objects.to_review().visible_to(user),
    }
    numbers = {name: Coalesce(Subquery(_number_of(rows)), 0) for name, rows in counted.items()}
    return User.objects.filter(pk=user.pk).values(**numbers).get()


def _number_of(rows: QuerySet) -> QuerySet:
    return rows.order_by().annotate(all=Value(1)).values("all").annotate(number=Count("pk")).values("number")


def _cases(user: User) -> list[Case]:
    """Open cases that somebody has to move, ended ones to close, whatever is idle or written, in one query."""
    # A record that is kept is closed already.
    cases = Case.objects.visible_to(user).filter(matter__status=MatterStatus.OPEN)
    cases = with_writing(
        with_suspension(cases).select_related("programme", "matter", "coordinator"), vault_key="matter"
    )
    to_move = ~Q(status=CaseStatus.BOOKED) | Q(matter__idle_asked_at__isnull=False) | Q(has_written=True)
    return list(cases.filter(to_move).order_by(*IDLE_FIRST, "matter__first_contact_at")[:FETCHED])
