"""Observed practice as observers and the office see it, the entries that wait, and the numbers about people."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet

from portal.programmes.terms import term_of
from portal.reports.suppression import Cell, suppress
from training.describing import QUESTIONS
from training.levels import Level
from training.models import Learner, LogEntry, Observation, Requirement, SelfDescription
from training.statuses import LogState

if TYPE_CHECKING:
    from portal.accounts.models import User

MOST = 100


@dataclass(frozen=True)
class Practice:
    """What waits for this person, what they have asked others for, and what was shared last."""

    mine: list[Observation]
    of_others: list[Observation]
    shared: list[Observation]


@dataclass(frozen=True)
class AnswerCounts:
    term: str
    question: str
    cells: list[tuple[str, Cell]]


def practice_of(viewer: User) -> Practice:
    rows = Observation.objects.visible_to(viewer).select_related("learner", "observer")
    # One's own practice stands on the page of one's own learning.
    rows = rows.exclude(learner__user=viewer)
    waiting = list(rows.filter(shared_at=None)[:MOST])
    return Practice(
        mine=[one for one in waiting if one.observer_id == viewer.pk],
        of_others=[one for one in waiting if one.observer_id != viewer.pk],
        shared=list(rows.filter(shared_at__isnull=False).order_by("-shared_at")[:MOST]),
    )


def observations_for(viewer: User) -> QuerySet[Observation]:
    return Observation.objects.visible_to(viewer).select_related("learner", "observer").exclude(learner__user=viewer)


def observers_for(learner: Learner) -> QuerySet[User]:
    """Whoever may be asked to watch this person: those on the roster and those who are trainers, never themselves."""
    people = get_user_model().objects.filter(is_active=True).exclude(pk=learner.user_id)
    trainer = Q(learner__certifications__level=Level.TRAINER)
    found = people.filter(Q(neutral_profile__is_active=True) | trainer).values("pk")
    return people.filter(pk__in=found).order_by("last_name", "first_name", "pk")


def waiting_entries(viewer: User) -> list[LogEntry]:
    """What learners wrote into their logs and nobody has decided, the oldest first."""
    rows = LogEntry.objects.visible_to(viewer).filter(state=LogState.NEW).select_related("learner")
    return list(rows.order_by("added_at", "pk")[:MOST])


def requirements() -> list[tuple[Level, list[Requirement]]]:
    """Every level with what it asks for."""
    rows: dict[str, list[Requirement]] = defaultdict(list)
    for one in Requirement.objects.select_related("course"):
        rows[one.level].append(one)
    return [(level, rows[level]) for level in Level]


def descriptions(today: date) -> list[AnswerCounts]:
    """How people of past terms described themselves. A term that still runs is not shown: nobody sees a number move."""
    counts: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for row in SelfDescription.objects.exclude(term=term_of(today)):
        counts[row.term, row.question][row.answer] = row.count
    return [_counts(term, question, found) for (term, question), found in sorted(counts.items(), reverse=True)]


def _counts(term: str, question: str, found: dict[str, int]) -> AnswerCounts:
    labels = dict(QUESTIONS[question].answers)
    cells = suppress({code: found.get(code, 0) for code in labels})
    return AnswerCounts(
        term, str(QUESTIONS[question].label), [(str(labels[code]), cell) for code, cell in cells.items()]
    )
