"""What somebody opened, when, and as far as can be told why: read from the audit trail, for the director."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.queries import Entry, entries_in, office_entries
from portal.cases.models import Case, Matter
from portal.intake.models import Request

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
    matters = _matters(viewer, programme)
    found = entries_in(_visible(viewer, programme).values("chain_id"), {*OPENINGS, REFUSED}, limit=MOST)
    entries = [(chain, entry) for chain, entry in found if _is_theirs(entry, person, since)]
    by_chain = {one.chain_id: one for one in matters}
    why = {one.chain_id: reason_of(one, person) for one in matters}
    opened = [(chain, entry) for chain, entry in entries if entry.kind in OPENINGS]
    lines = _lines(opened, by_chain, why)
    refused = [RefusedTry(entry.at, reference_of(by_chain[chain])) for chain, entry in entries if entry.kind == REFUSED]
    tries = [one for one in office_entries({REFUSED}, limit=MOST) if _is_theirs(one, person, since)]
    refused += _tries(tries, person, programme, {reference_of(one) for one in matters})
    refused.sort(key=lambda row: row.at, reverse=True)
    return AccessPage(person, programme, since, _weeks(since, lines, refused), lines, refused)


def _visible(viewer: Viewer, programme: Programme) -> QuerySet[Matter]:
    return Matter.objects.visible_to(viewer).filter(programme=programme)


def _matters(viewer: Viewer, programme: Programme) -> list[Matter]:
    rows = _visible(viewer, programme).select_related("case")
    return list(rows.prefetch_related("requests", "case__assignments", "case__tasks", "screenings"))


def _is_theirs(entry: Entry, person: User, since: date) -> bool:
    return entry.actor_id == str(person.pk) and timezone.localdate(entry.at) >= since


def _tries(entries: list[Entry], person: User, programme: Programme, here: set[str]) -> list[RefusedTry]:
    """Tries at what they could not open; nothing of another programme, and nothing that is hidden from the director."""
    asked = {_named(entry) for entry in entries}
    elsewhere = set(Case.objects.filter(reference__in=asked).values_list("reference", flat=True))
    elsewhere |= set(Request.objects.filter(reference__in=asked).values_list("reference", flat=True))
    works_elsewhere = any(one.programme_id not in {None, programme.pk} for one in person.valid_grants)
    kept = [RefusedTry(entry.at, _named(entry)) for entry in entries if _named(entry) in here]
    if not works_elsewhere:
        kept += [RefusedTry(entry.at, "") for entry in entries if _named(entry) not in here | elsewhere]
    return kept


def _named(entry: Entry) -> str:
    return str(entry.facts.get("named", {}).get("reference", ""))


def reason_of(matter: Matter, person: User) -> Opening:
    """The first reason that the record of their work gives."""
    case = getattr(matter, "case", None)
    reasons = (
        (Opening.COORDINATES, case is not None and case.coordinator_id == person.pk),
        (Opening.CONDUCTS, case is not None and any(_accepted(one, person) for one in case.assignments.all())),
        (Opening.TASK, case is not None and any(one.person_id == person.pk for one in case.tasks.all())),
        (Opening.REQUEST, any(person.pk in {one.assigned_to_id, one.logged_by_id} for one in matter.requests.all())),
        (Opening.DECIDED, any(person.pk in {one.decided_by_id, one.read_by_id} for one in matter.screenings.all())),
    )
    return next((why for why, holds in reasons if holds), Opening.OUTSIDE)


def _accepted(assignment: Any, person: User) -> bool:
    return assignment.neutral_id == person.pk and assignment.accepted_at is not None


def reference_of(matter: Matter) -> str:
    case = getattr(matter, "case", None)
    return case.reference if case else next((one.reference for one in matter.requests.all()), "")


def _lines(opened: list[tuple[UUID, Entry]], matters: dict[UUID, Matter], why: dict[UUID, Opening]) -> list[OpenedLine]:
    days: dict[tuple[date, UUID], list[Entry]] = defaultdict(list)
    for chain, entry in opened:
        days[timezone.localdate(entry.at), chain].append(entry)
    lines = [
        OpenedLine(
            on=day,
            reference=reference_of(matters[chain]),
            times=len(entries),
            documents=sum(entry.kind != AuditEvent.CASE_OPENED for entry in entries),
            last_at=max(entry.at for entry in entries),
            why=why[chain],
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
