"""Why somebody cannot join a course yet, said so that they can act on it."""

from __future__ import annotations

from datetime import date

from django.template.defaultfilters import date as written_date
from django.utils import timezone
from django.utils.translation import gettext as _

from .levels import Level
from .models import Learner, Offering, Requirement
from .months import months_after
from .statuses import CreditKind


def reasons_against(learner: Learner | None, offering: Offering) -> list[str]:
    """What this person lacks for this offering; empty when nothing. Nobody known has nothing yet."""
    course = offering.course
    needed = list(course.needs_courses.all())
    # Most courses need nothing: no more is asked then, for everybody else queues behind this one.
    if not course.needs_level and not needed:
        return []
    begins, reasons = _first_day(offering), []
    if course.needs_level and not _is_certified(learner, course.needs_level, begins):
        words = _("This course is for people who are certified as %(level)s on its first day, %(day)s.")
        day = written_date(begins, "l, j F Y")
        reasons.append(words % {"level": Level(course.needs_level).label, "day": day})
    done = _completed(learner, course.level, begins) if needed else set()
    words = _("Please take the course “%(course)s” first.")
    return reasons + [words % {"course": one} for one in needed if one.pk not in done]


def _first_day(offering: Offering) -> date:
    first = offering.meetings.order_by("starts_at").first()
    return timezone.localdate(first.starts_at if first else offering.closes_at)


def _is_certified(learner: Learner | None, level: str, on: date) -> bool:
    return learner is not None and learner.certifications.current(on).filter(level=level).exists()


def _completed(learner: Learner | None, level: str, on: date) -> set[int]:
    """Courses that somebody is credited with by today; here, the end of a course writes that credit.

    Where the level that this leads to counts a course for some months only, it must still count on that day.
    """
    if learner is None:
        return set()
    since = _counted_since(level, on)
    earned = learner.credits.earned_by(timezone.localdate()).filter(kind=CreditKind.MODULE)
    days = earned.values_list("course", "earned_on")
    return {course for course, day in days if day >= since.get(course, date.min)}


def _counted_since(level: str, on: date) -> dict[int, date]:
    """From which day on a course counts towards a level; of two rows that name it, the kinder one."""
    rows = Requirement.objects.filter(level=level, kind=CreditKind.MODULE).values_list("course", "window_months")
    since: dict[int, date] = {}
    for course, months in rows:
        first = date.min if months is None else months_after(on, -months)
        since[course] = min(first, since.get(course, first))
    return since
