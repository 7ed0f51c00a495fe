"""What is left of a matter, as codes and rounded numbers: computed before the key goes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from portal.cases.statuses import INDIRECT_FORMS, Change, Crowd, Ending, Met
from portal.programmes.terms import term_of
from portal.sessions.statuses import SessionStatus

if TYPE_CHECKING:
    from portal.cases.models import Case, CoachingSheet, Matter
    from portal.intake.models import Request
    from portal.sessions.models import Session

HALF_HOUR = 30
MOST_SHARED = 5
A_FEW, A_HUNDRED = 20, 100


def coded_values(matter: Matter) -> dict[str, Any]:
    """The values of one `Statistic`, ready for JSON. Reads only clear columns, so no key is opened."""
    request = matter.requests.order_by("first_contact_at").first()
    case = getattr(matter, "case", None)
    values = _of_request(request) if request else {}
    if case is not None:
        values |= _of_case(case)
    return values | {
        "term": term_of(timezone.localdate(matter.first_contact_at)),
        "programme": matter.programme.code,
    }


def _of_request(request: Request) -> dict[str, Any]:
    return {
        "asks_for": request.asks_for,
        "came_by": request.came_by,
        "referral": request.referral,
        "campaign": request.campaign,
        "ending": request.ending or Ending.DONE,
        "days_to_reply": _days(request.first_contact_at, request.first_reply_at),
    }


def _of_case(case: Case) -> dict[str, Any]:
    held = [row for row in case.sessions.all() if row.status == SessionStatus.ENDED]
    started = [row.started_at for row in held if row.started_at]
    return {
        "process": case.process,
        "ending": case.ending,
        "stage": case.ended_from,
        "outcome": held[-1].outcome if held else "",
        **_of_service(case),
        **_of_circle(case),
        "parties": case.participants.parties().count(),
        "sessions": len(started),
        "session_minutes": _rounded_minutes(held),
        "days_to_session": _days_to_session(case, min(started, default=None)),
    }


def _of_service(case: Case) -> dict[str, Any]:
    """What single services leave: which way a rating moved and not the rating, a count, a group's yes or no."""
    sheet, brief = getattr(case, "coaching", None), getattr(case, "brief", None)
    return {
        "change": _change(sheet) if sheet else "",
        "resources_shared": min(sheet.resources_shared, MOST_SHARED) if sheet else 0,
        "reached": brief.reached if brief else "",
    }


def _of_circle(case: Case) -> dict[str, str]:
    """Of a circle: met or not, and about how many were counted. Who was harmed and by whom is not counted."""
    sheet = getattr(case, "circle", None)
    invited = sum(group.invited for group in case.circle_groups.all())
    form = "" if not (sheet and sheet.form) else Met.INDIRECT if sheet.form in INDIRECT_FORMS else Met.JOINT
    return {"form": form, "crowd": _crowd(invited)}


def _crowd(invited: int) -> str:
    if not invited:
        return ""
    return Crowd.FEW if invited < A_FEW else Crowd.TENS if invited <= A_HUNDRED else Crowd.HUNDREDS


def _change(sheet: CoachingSheet) -> str:
    if sheet.rating_before is None or sheet.rating_after is None:
        return ""
    moved = sheet.rating_after - sheet.rating_before
    return Change.SAME if moved == 0 else Change.BETTER if moved > 0 else Change.LESS


def _rounded_minutes(held: list[Session]) -> int:
    total = sum(row.minutes or 0 for row in held)
    return round(total / HALF_HOUR) * HALF_HOUR


def _days(start: datetime, end: datetime | None) -> int | None:
    if end is None:
        return None
    return (timezone.localdate(end) - timezone.localdate(start)).days


def _days_to_session(case: Case, first: datetime | None) -> int | None:
    """X3: calendar days from first contact, less the days a party asked for more time."""
    days = _days(case.matter.first_contact_at, first)
    return None if days is None else max(0, days - case.clock_paused_days)
