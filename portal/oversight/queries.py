"""The director's queue: what waits for a signature, a look or a decision, in the programmes that they look after."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from portal.accounts.models import RoleGrant, User
from portal.cases.models import Matter
from portal.cases.statuses import TieAnswer
from portal.instances.queries import Completeness, completeness
from portal.programmes.models import Programme
from portal.programmes.terms import term_of
from portal.records.models import KeptRecord
from portal.scheduling.models import BothRoles
from portal.screening.queries import WayToSign, ways_to_sign

from .access import reference_of
from .models import Sample, SampledCase
from .policies import OVERSEES, worked_on_by
from .statuses import Finding, Question

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer

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
    report: Completeness
    people: list[tuple[User, Programme]]


def overseen(viewer: User) -> list[Programme]:
    """The programmes that keep their records and that this person looks after."""
    return list(Programme.objects.filter(pk__in=viewer.programmes_with(OVERSEES), destroys_at_close=False))


def queue(viewer: User) -> Queue:
    programmes = overseen(viewer)
    sampled = SampledCase.objects.visible_to(viewer).select_related("matter__case", "matter__kept", "reviewed_by")
    rows = sampled.prefetch_related("matter__requests").order_by("sample__drawn_at", "pk")
    return Queue(
        ways=ways_to_sign(viewer),
        both_roles=both_roles_to_see(viewer, programmes),
        to_review=[_line(row, viewer) for row in rows.waiting()],
        reviewed=[_line(row, viewer) for row in rows.exclude(reviewed_at=None).order_by("-reviewed_at")[:_RECENT]],
        samples=_samples(viewer, programmes),
        report=completeness(viewer),
        people=audited_people(viewer, programmes),
    )


def _line(row: SampledCase, viewer: User) -> SampledLine:
    return SampledLine(row, reference_of(row.matter), viewer.pk in worked_on_by(row.matter))


def _samples(viewer: User, programmes: list[Programme]) -> list[SampleLine]:
    hidden = Matter.objects.filter(programme__in=programmes, ties__person=viewer, ties__answer=TieAnswer.YES)
    kept = KeptRecord.objects.filter(matter__in=hidden.values("pk")).values_list("matter__programme", "closed_at")
    closed = Counter((programme, term_of(timezone.localdate(moment))) for programme, moment in kept)
    drawn = Counter(SampledCase.objects.filter(matter__in=hidden.values("pk")).values_list("sample", flat=True))
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


def review_page(row: SampledCase, viewer: User) -> ReviewPage:
    answers = [
        (str(Question(code).label), str(Finding(found).label))
        for code, found in row.findings.items()
        if code in Question.values and found in Finding.values
    ]
    return ReviewPage(row, reference_of(row.matter), viewer.pk not in worked_on_by(row.matter), answers)
