"""The director's queue: what waits for a signature, a look or a decision, in the programmes that they look after."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from portal.accounts.models import RoleGrant, User
from portal.cases.models import Matter
from portal.cases.statuses import TieAnswer
from portal.intake.queries import reference_in
from portal.programmes.terms import term_of
from portal.scheduling.models import BothRoles
from portal.screening.queries import WayToSign, ways_to_sign

from .models import Sample, SampledCase
from .policies import OVERSEES, worked_on_by
from .statuses import Finding, Question

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer
    from portal.programmes.models import Programme

_RECENT = 30


@dataclass(frozen=True)
class SampledLine:
    row: SampledCase
    reference: str
    # Whoever coordinated or closed it leaves it to somebody else.
    is_own: bool


@dataclass(frozen=True)
class SampleLine:
    """A sample in numbers, without what a tie hides from whoever reads it."""

    sample: Sample
    closed: int
    drawn: int


@dataclass(frozen=True)
class Queue:
    ways: list[WayToSign]
    both_roles: list[BothRoles]
    to_review: list[SampledLine]
    reviewed: list[SampledLine]
    samples: list[SampleLine]
    people: list[tuple[User, Programme]]


def overseen(viewer: User) -> list[Programme]:
    """The programmes that keep their records and that this person looks after."""
    led = {one.programme for one in viewer.valid_grants if OVERSEES in one.permissions and one.programme}
    return sorted((one for one in led if one.keeps_records), key=attrgetter("pk"))


def queue(viewer: User) -> Queue:
    programmes = overseen(viewer)
    sampled = [_line(row, viewer) for row in _to_look_at(viewer)]
    reviewed = [line for line in sampled if line.row.is_reviewed]
    return Queue(
        ways=ways_to_sign(viewer),
        both_roles=both_roles_to_see(viewer, programmes),
        to_review=[line for line in sampled if not line.row.is_reviewed],
        reviewed=sorted(reviewed, key=attrgetter("row.reviewed_at"), reverse=True),
        samples=_samples(viewer, programmes),
        people=audited_people(viewer, programmes),
    )


def sampled_cases(viewer: Viewer) -> QuerySet[Any]:
    """Cases of a sample that this viewer may look at, each with what it is called."""
    rows = SampledCase.objects.visible_to(viewer).annotate(reference=reference_in("matter"))
    return rows.select_related("matter__case", "matter__kept", "matter__programme", "reviewed_by")


def _to_look_at(viewer: Viewer) -> QuerySet[Any]:
    """Those that wait, in the order in which they were drawn, and the last of those that were looked at."""
    done = SampledCase.objects.visible_to(viewer).exclude(reviewed_at=None).order_by("-reviewed_at")[:_RECENT]
    rows = sampled_cases(viewer).filter(Q(reviewed_at=None) | Q(pk__in=done.values("pk")))
    return rows.order_by("sample__drawn_at", "pk")


def _line(row: Any, viewer: User) -> SampledLine:
    return SampledLine(row, row.reference, viewer.pk in worked_on_by(row.matter))


def _samples(viewer: User, programmes: list[Programme]) -> list[SampleLine]:
    hidden = Matter.objects.filter(programme__in=programmes, ties__person=viewer, ties__answer=TieAnswer.YES)
    facts = list(hidden.values_list("programme", "kept__closed_at", "sampled__sample"))
    closed = Counter((programme, term_of(timezone.localdate(moment))) for programme, moment, _sample in facts if moment)
    drawn = Counter(sample for _programme, _moment, sample in facts if sample)
    rows = Sample.objects.filter(programme__in=programmes).select_related("programme")[:_RECENT]
    return [SampleLine(one, one.closed - closed[one.programme_id, one.term], one.drawn - drawn[one.pk]) for one in rows]


def both_roles_to_see(viewer: Viewer, programmes: list[Programme]) -> list[BothRoles]:
    """Who decided on a case and is to conduct it, until a director has seen it."""
    matters = Matter.objects.visible_to(viewer).filter(programme__in=programmes)
    rows = BothRoles.objects.filter(seen_at=None, case__matter__in=matters.values("pk"))
    return list(rows.select_related("case", "person", "written_by").order_by("written_at"))


def audited_people(viewer: User, programmes: list[Programme]) -> list[tuple[User, Programme]]:
    """Everybody else who opens what comes in, by programme."""
    grants = RoleGrant.objects.valid().filter(programme__in=programmes).select_related("user", "programme")
    pairs = {(one.user, one.programme) for one in grants if one.programme and one.definition.opens_everything}
    return sorted(
        (pair for pair in pairs if pair[0].pk != viewer.pk),
        key=lambda pair: (pair[1].name, pair[0].last_name, str(pair[0].pk)),
    )


@dataclass(frozen=True)
class ReviewPage:
    row: SampledCase
    reference: str
    may_review: bool
    answers: list[tuple[str, str]]


def review_page(row: Any, viewer: User) -> ReviewPage:
    answers = [
        (str(Question(code).label), str(Finding(found).label))
        for code, found in row.findings.items()
        if code in Question.values and found in Finding.values
    ]
    return ReviewPage(row, row.reference, viewer.pk not in worked_on_by(row.matter), answers)
