"""Why somebody cannot join a course yet, said so that they can act on it."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.template.defaultfilters import date as written_date
from django.utils import timezone
from django.utils.translation import gettext as _

from .levels import Level
from .models import Course, Learner, Offering
from .statuses import CreditKind, EnrolmentStatus


def reasons_against(learner: Learner | None, offering: Offering) -> list[str]:
    """What this person lacks for this offering; empty when nothing. Nobody known has nothing yet."""
    course = offering.course
    reasons = []
    if course.needs_level and not _is_certified(learner, course.needs_level, _first_day(offering)):
        words = _("This course is for people who are certified as %(level)s on its first day, %(day)s.")
        day = written_date(_first_day(offering), "l, j F Y")
        reasons.append(words % {"level": Level(course.needs_level).label, "day": day})
    needed = list(course.needs_courses.all())
    # Most courses need none: the question is not asked then, for everybody else queues behind this one.
    done = _completed(learner) if needed else set()
    words = _("Please take the course “%(course)s” first.")
    return reasons + [words % {"course": one} for one in needed if one.pk not in done]


def _first_day(offering: Offering) -> date:
    first = offering.meetings.order_by("starts_at").first()
    return timezone.localdate(first.starts_at if first else offering.closes_at)


def _is_certified(learner: Learner | None, level: str, on: date) -> bool:
    return learner is not None and learner.certifications.current(on).filter(level=level).exists()


def _completed(learner: Learner | None) -> set[int]:
    """Courses that somebody has completed here, or is credited with."""
    if learner is None:
        return set()
    here = Q(offerings__enrolments__learner=learner, offerings__enrolments__status=EnrolmentStatus.COMPLETED)
    credited = learner.credits.filter(kind=CreditKind.MODULE).values("course")
    return set(Course.objects.filter(here | Q(pk__in=credited)).values_list("pk", flat=True))
