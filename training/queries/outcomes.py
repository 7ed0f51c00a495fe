"""What came of an offering: who came, how many hours, and what people thought of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q, Sum
from django.utils import timezone

from training.models import Attendance, EvaluationTally, Offering
from training.statuses import EnrolmentStatus, Question


@dataclass(frozen=True)
class Opinion:
    """One question: how often each score from one to five was given, and the mean."""

    question: Question
    counts: list[int]

    @property
    def mean(self) -> str:
        forms = sum(self.counts)
        total = sum(score * count for score, count in enumerate(self.counts, 1))
        return f"{total / forms:.1f}" if forms else "–"


@dataclass(frozen=True)
class Outcomes:
    """`opinions` is empty while people are still asked, and when too few have answered."""

    enrolled: int
    completed: int
    partly: int
    not_there: int
    hours: float
    forms: int
    is_asking: bool
    opinions: list[Opinion]

    @property
    def score_tenths(self) -> int | None:
        """The mean of all answers, in tenths, for the record of a group."""
        counts = [count for one in self.opinions for count in one.counts]
        if not sum(counts):
            return None
        total = sum(score * count for one in self.opinions for score, count in enumerate(one.counts, 1))
        return round(total * 10 / sum(counts))


def outcomes_of(offering: Offering) -> Outcomes:
    status = EnrolmentStatus
    people = offering.enrolments.aggregate(
        enrolled=Count("pk", filter=Q(status__in=[status.CONFIRMED, status.COMPLETED, status.PARTLY, status.NO_SHOW])),
        completed=Count("pk", filter=Q(status=status.COMPLETED)),
        partly=Count("pk", filter=Q(status=status.PARTLY)),
        not_there=Count("pk", filter=Q(status=status.NO_SHOW)),
        forms=Count("pk", filter=Q(has_evaluated=True)),
    )
    there = Attendance.objects.filter(enrolment__offering=offering).aggregate(sum=Sum("quarters"))["sum"] or 0
    asking = _is_asking(offering)
    shown = not asking and people["forms"] >= EvaluationTally.SHOWN_FROM
    return Outcomes(hours=there / 4, is_asking=asking, opinions=_opinions(offering) if shown else [], **people)


def _is_asking(offering: Offering) -> bool:
    meetings = list(offering.meetings.all())
    return not meetings or meetings[-1].ends_at + EvaluationTally.ASKED_FOR > timezone.now()


def _opinions(offering: Offering) -> list[Opinion]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * 5)
    for question, score, answers in offering.tallies.values_list("question", "score", "answers"):
        counts[question][score - 1] = answers
    return [Opinion(question, counts[question]) for question in Question]
