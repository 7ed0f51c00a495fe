"""What somebody opened, when, and as far as can be told why: read from the audit trail, for the director."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet, When
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.queries import Entry, entries_in, office_entries
from portal.cases.models import Assignment, Case, Matter, Task
from portal.intake.models import Request
from portal.intake.queries import reference_in
from portal.screening.models import Screening

from .statuses import Opening

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer
    from portal.programmes.models import Programme

WEEKS = 8
# More events than this are not read for one page.
MOST = 20_000
# What counts as opening something of a matter.
OPENINGS = frozenset(
    {
        AuditEvent.CASE_OPENED,
        AuditEvent.DOCUMENT_OPENED,
        AuditEvent.EXPORT_OPENED,
        AuditEvent.REGISTER_OPENED,
        AuditEvent.MEASURE_OPENED,
    }
)
REFUSED = AuditEvent.ACCESS_REFUSED


@dataclass(frozen=True)
class OpenedLine:
    """One matter on one day, opened so many times."""

    on: date
    reference: str
    times: int
    documents: int
    last_at: datetime
    why: Opening

    @property
    def is_unusual(self) -> bool:
        return self.why == Opening.OUTSIDE


@dataclass(frozen=True)
class Week:
    starts_on: date
    openings: int
    outside: int
    refused: int


@dataclass(frozen=True)
class RefusedTry:
    at: datetime
    # Of a matter of this programme that the director may open; what was tried elsewhere is not named.
    reference: str


@dataclass(frozen=True)
class AccessPage:
    person: User
    programme: Programme
    since: date
    weeks: list[Week]
    lines: list[OpenedLine]
    refused: list[RefusedTry]

    @property
    def unusual(self) -> list[OpenedLine]:
        return [line for line in self.lines if line.is_unusual]


def access_page(viewer: Viewer, person: User, programme: Programme) -> AccessPage:
    """The last weeks. A matter that the director has a tie with is not in it, as it is nowhere else."""
    since = _monday(timezone.localdate()) - timedelta(weeks=WEEKS - 1)
    visible = Matter.objects.visible_to(viewer).filter(programme=programme)
    found = entries_in(visible.values("chain_id"), {*OPENINGS, REFUSED}, limit=MOST)
    entries = [(chain, entry) for chain, entry in found if _is_theirs(entry, person, since)]
    matters = {row.chain_id: row for row in with_reason(visible, person)}
    opened = [(chain, entry) for chain, entry in entries if entry.kind in OPENINGS]
    lines = _lines(opened, matters)
    refused = [RefusedTry(entry.at, matters[chain].reference) for chain, entry in entries if entry.kind == REFUSED]
    tries = [one for one in office_entries({REFUSED}, limit=MOST) if _is_theirs(one, person, since)]
    refused += _tries(tries, person, programme, {row.reference for row in matters.values()})
    refused.sort(key=lambda row: row.at, reverse=True)
    return AccessPage(person, programme, since, _weeks(since, lines, refused), lines, refused)


def _is_theirs(entry: Entry, person: User, since: date) -> bool:
    return entry.actor_id == str(person.pk) and timezone.localdate(entry.at) >= since


def _tries(entries: list[Entry], person: User, programme: Programme, here: set[str]) -> list[RefusedTry]:
    """Tries at what they could not open; nothing of another programme, and nothing that is hidden from the director."""
    asked = {_named(entry) for entry in entries}
    references = [model.objects.filter(reference__in=asked).values_list("reference") for model in (Case, Request)]
    elsewhere = {reference for (reference,) in references[0].union(references[1])}
    works_elsewhere = any(one.programme_id not in {None, programme.pk} for one in person.valid_grants)
    kept = [RefusedTry(entry.at, _named(entry)) for entry in entries if _named(entry) in here]
    if not works_elsewhere:
        kept += [RefusedTry(entry.at, "") for entry in entries if _named(entry) not in here | elsewhere]
    return kept


def _named(entry: Entry) -> str:
    return str(entry.facts.get("named", {}).get("reference", ""))


def with_reason(matters: QuerySet[Matter], person: User) -> QuerySet[Any]:
    """Matters with what they are called and the first reason that the record of this person's work gives."""
    case, matter = {"case__matter": OuterRef("pk")}, {"matter": OuterRef("pk")}
    conducts = Assignment.objects.filter(neutral=person, accepted_at__isnull=False, **case)
    request = Request.objects.filter(Q(assigned_to=person) | Q(logged_by=person), **matter)
    decided = Screening.objects.filter(Q(decided_by=person) | Q(read_by=person), **matter)
    reasons = (
        (Opening.COORDINATES, Case.objects.filter(coordinator=person, **matter)),
        (Opening.CONDUCTS, conducts),
        (Opening.TASK, Task.objects.filter(person=person, **case)),
        (Opening.REQUEST, request),
        (Opening.DECIDED, decided),
    )
    why = models.Case(
        *[When(Exists(rows), then=models.Value(reason)) for reason, rows in reasons],
        default=models.Value(Opening.OUTSIDE),
        output_field=models.CharField(),
    )
    return matters.annotate(reference=reference_in("pk"), why=why)


def _lines(opened: list[tuple[UUID, Entry]], matters: dict[UUID, Any]) -> list[OpenedLine]:
    days: dict[tuple[date, UUID], list[Entry]] = defaultdict(list)
    for chain, entry in opened:
        days[timezone.localdate(entry.at), chain].append(entry)
    lines = [
        OpenedLine(
            on=day,
            reference=matters[chain].reference,
            times=len(entries),
            documents=sum(entry.kind != AuditEvent.CASE_OPENED for entry in entries),
            last_at=max(entry.at for entry in entries),
            why=Opening(matters[chain].why),
        )
        for (day, chain), entries in days.items()
    ]
    return sorted(lines, key=lambda line: line.last_at, reverse=True)


def _weeks(since: date, lines: list[OpenedLine], refused: list[RefusedTry]) -> list[Week]:
    opened: Counter[date] = Counter()
    outside: Counter[date] = Counter()
    for line in lines:
        opened[_monday(line.on)] += line.times
        outside[_monday(line.on)] += line.times if line.is_unusual else 0
    tries = Counter(_monday(timezone.localdate(row.at)) for row in refused)
    weeks = [since + timedelta(weeks=number) for number in reversed(range(WEEKS))]
    return [Week(week, opened[week], outside[week], tries[week]) for week in weeks]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
