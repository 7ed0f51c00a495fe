"""What booking and starting a session wait for on the side of the neutrals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import DateField, Exists, OuterRef, QuerySet, Subquery, Value
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.cases.statuses import AssignmentEnd, CaseStatus, ConsentKind
from portal.cases.transitions import Missing
from portal.roster.queries import who_may_conduct

from .models import Booking
from .statuses import BookingStatus

if TYPE_CHECKING:
    from uuid import UUID

    from portal.cases.models import Assignment, Case, Participant


def pair_ready(case: Case) -> list[Missing]:
    """As many neutrals as the process needs, each accepted and still current on the day."""
    return pair_ready_on(case, day_of_session(case))


def pair_ready_on(case: Case, day: date) -> list[Missing]:
    process = case.rules
    accepted = [row for row in case.assignments.all() if row.is_accepted]
    current = _current_of(accepted, case.process, day)
    lines = [
        Missing(
            _("%(name)s is not current on that day") % {"name": row.neutral.get_full_name()},
            row.neutral,
        )
        for row in accepted
        if row.neutral_id not in current
    ]
    lacking = process.neutrals_min - sum(not row.is_extra for row in accepted)
    if lacking > 0:
        words = ngettext(
            "%(count)d more %(neutral)s is needed",
            "%(count)d more %(neutrals)s are needed",
            lacking,
        )
        called = {"neutral": process.neutral_word, "neutrals": process.neutrals_word}
        lines.insert(0, Missing(words % {"count": lacking, **called}))
    return lines


def with_currency(assignments: QuerySet[Assignment], process: str, day: date) -> QuerySet[Assignment]:
    """Who conducts a case, each with whether they are current on that day, in the query that fetches them."""
    current = who_may_conduct(process=process, on=day).filter(pk=OuterRef("neutral"))
    return assignments.annotate(is_current=Exists(current), asked_for_day=Value(day, DateField()))


def _current_of(rows: list[Assignment], process: str, day: date) -> set[UUID]:
    """Read from `with_currency` where they were fetched so for this very day."""
    if all(getattr(row, "asked_for_day", None) == day for row in rows):
        return {row.neutral_id for row in rows if row.is_current}  # type: ignore[attr-defined]
    asked = who_may_conduct(process=process, on=day).filter(pk__in=[row.neutral_id for row in rows])
    return set(asked.values_list("pk", flat=True))


def pair_agreed(case: Case) -> list[Missing]:
    """After somebody was replaced, each party is asked again before the session starts (P10)."""
    number = pair_round(case)
    if number == 1:
        return []
    return [
        Missing(
            _("Waiting for %(name)s to meet the new %(neutrals)s")
            % {"name": person.display_name, "neutrals": case.rules.neutrals_word},
            person,
        )
        for person in case.participants.all()
        if person.is_party and person.is_active and not agreed_to_pair(person, number)
    ]


def pair_is_complete(case: Case) -> bool:
    """As many have accepted as the process needs."""
    accepted = sum(row.is_accepted and not row.is_extra for row in case.assignments.all())
    return accepted >= case.rules.neutrals_min


def pair_round(case: Case) -> int:
    """1 for the first pair; one more for each neutral who had accepted and no longer conducts the case."""
    left = [row for row in case.assignments.all() if row.accepted_at and row.ended_at and not row.is_extra]
    return 1 + sum(row.end_reason != AssignmentEnd.CASE_ENDED for row in left)


def agreed_to_pair(person: Participant, number: int) -> bool:
    return any(
        answer.kind == ConsentKind.PAIR and answer.round == number and answer.yes for answer in person.consents.all()
    )


def day_of_session(case: Case) -> date:
    """Today while no time is booked; reads what was fetched with the case."""
    if case.status != CaseStatus.BOOKED:
        return timezone.localdate()
    if hasattr(case, "booked_at"):
        return timezone.localdate(case.booked_at)
    booked = next((one for one in case.bookings.all() if one.status == BookingStatus.BOOKED), None)
    return timezone.localdate(booked.starts_at if booked else None)


def booked_at(case: str) -> Subquery:
    """When the booked session of a case starts, for the query that fetches the case or a row of it."""
    booked = Booking.objects.filter(case=OuterRef(case), status=BookingStatus.BOOKED).order_by("starts_at")
    return Subquery(booked.values("starts_at")[:1])
