"""The statistics page: counted from coded lines, suppressed before anything leaves this module."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, Change, Crowd, Ending, Met, Reached
from portal.intake.models import InformationTally, Request
from portal.intake.statuses import AsksFor, CameBy, Referral, RequestStatus
from portal.programmes.models import Programme
from portal.programmes.processes import PROCESSES
from portal.sessions.statuses import Outcome

from .completion import completions
from .counting import counts_of
from .models import PublishedFigures, Statistic, WaitingStatistic
from .statuses import Completion
from .suppression import MINIMUM_BASE, THRESHOLD, Cell, suppress, total

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer


@dataclass(frozen=True)
class Table:
    title: str | Promise
    rows: list[tuple[str, Cell]]
    total: Cell


@dataclass(frozen=True)
class DaysToSession:
    """X3: days from first contact to the first session; None where the base is too small."""

    median: int | None
    ninetieth: int | None
    within_target: int | None
    target: int


@dataclass(frozen=True)
class Statistics:
    tables: list[Table]
    days: DaysToSession
    information: Cell
    # Closed, but not counted yet: lines are added in batches, so that no change of a table tells of one matter.
    waiting: int


# What is counted, by column: its title and the words of its codes.
COLUMNS: tuple[tuple[str, str | Promise, Mapping[str, Any]], ...] = (
    ("ending", gettext_lazy("How it ended"), dict(Ending.choices)),
    ("stage", gettext_lazy("In which phase it ended"), dict(CaseStatus.choices)),
    ("outcome", gettext_lazy("What came of the sessions"), dict(Outcome.choices)),
    ("change", gettext_lazy("How coachees rate themselves afterwards"), dict(Change.choices)),
    ("form", gettext_lazy("Whether people met each other in a circle"), dict(Met.choices)),
    ("crowd", gettext_lazy("How many were counted without a name in a circle"), dict(Crowd.choices)),
    ("reached", gettext_lazy("Whether groups reached what they wanted"), dict(Reached.choices)),
    ("asks_for", gettext_lazy("What was asked for"), dict(AsksFor.choices)),
    ("came_by", gettext_lazy("How it reached us"), dict(CameBy.choices)),
    ("referral", gettext_lazy("How people heard of us"), dict(Referral.choices)),
)


def statistics(programme: Programme) -> Statistics:
    """Everything for one programme, over all terms.

    There are no tables for one term: what is hidden in one could be found by taking it from the table of all.
    """
    settled = Statistic.objects.filter(programme=programme.code)
    counts = counts_of(
        _coded(settled)
        | {
            "days": (settled, "days_to_session"),
            "information": (InformationTally.objects.filter(programme=programme), "count"),
            "waiting": (WaitingStatistic.objects.filter(programme=programme.code), "programme"),
        }
    )
    return Statistics(
        tables=[
            _by_term(counts["term"]),
            *(_table(title, words, counts[column]) for column, title, words in COLUMNS),
            *_completion(programme),
        ],
        days=_days(_numbers(counts["days"]), programme.target_days),
        information=total({"all": sum(_numbers(counts["information"]))}),
        waiting=counts["waiting"].total(),
    )


def live(viewer: Viewer, programme: Programme) -> list[Table]:
    """What is open now, by phase and process: suppressed as well, and without what a tie hides from this viewer."""
    cases = Case.objects.visible_to(viewer).open().filter(programme=programme)
    requests = Request.objects.visible_to(viewer).open().filter(programme=programme)
    counts = counts_of({"requests": (requests, "status"), "phases": (cases, "status"), "processes": (cases, "process")})
    labels = {code: one.label for code, one in PROCESSES.items()}
    return [
        _table(_("Requests that are open"), dict(RequestStatus.choices), counts["requests"]),
        _table(_("Open cases, by phase"), dict(CaseStatus.choices), counts["phases"]),
        _table(_("Open cases, by process"), labels, counts["processes"]),
    ]


def _coded(settled: QuerySet[Statistic]) -> dict[str, tuple[QuerySet, str]]:
    return {column: (settled, column) for column in ("term", *(name for name, _title, _words in COLUMNS))}


def _table(title: str | Promise, words: Mapping[str, Any], counts: Mapping[str, int]) -> Table:
    cells = suppress(counts)
    return Table(title, [(str(words[code]), cells[code]) for code in words if code in cells], total(counts))


def _by_term(counts: Mapping[str, int]) -> Table:
    return _table(_("Closed, by term"), {term: term for term in sorted(counts, reverse=True)}, counts)


def _numbers(counts: Counter[str]) -> list[int]:
    """Numbers that were counted as codes, each as often as it stands in a row."""
    return [int(value) for value in counts.elements()]


def _days(days: list[int], target: int) -> DaysToSession:
    if len(days) < MINIMUM_BASE:
        return DaysToSession(None, None, None, target)
    within = sum(value <= target for value in days)
    share = None if 0 < within < THRESHOLD or 0 < len(days) - within < THRESHOLD else round(100 * within / len(days))
    return DaysToSession(round(median(days)), round(quantiles(days, n=10)[-1]), share, target)


def _completion(programme: Programme) -> list[Table]:
    """X11, where something is followed; elsewhere there is not even an empty table."""
    counts = completions(programme)
    if not counts and not programme.keeps_final_agreement:
        return []
    return [_table(_("What became of plans and agreements"), dict(Completion.choices), counts)]


def publishable(programme: Programme) -> dict[str, Any]:
    """Each table as codes and numbers, suppressed; what cannot be shown at all has no rows."""
    tables = {}
    for column, counts in counts_of(_coded(Statistic.objects.filter(programme=programme.code))).items():
        cells = suppress(counts)
        tables[column] = {"rows": [[code, cells[code].count] for code in cells], "total": total(counts).count}
    return tables


@dataclass(frozen=True)
class PublicTable:
    """A published table in words: a count is a number, or says that it is small."""

    title: str | Promise
    rows: list[tuple[str, str]]
    total: str
    published_on: date


def published(programme: str, column: str) -> PublicTable | None:
    """The newest published table of a programme; None while the office has published none."""
    figures = PublishedFigures.objects.filter(programme__code=programme).order_by("-published_at").first()
    if figures is None or column not in figures.tables:
        return None
    titles = {name: (title, words) for name, title, words in COLUMNS} | {"term": (_("Closed, by term"), {})}
    title, words = titles[column]
    table = figures.tables[column]
    order = list(words) if words else sorted((code for code, _count in table["rows"]), reverse=True)
    counts = dict(table["rows"])
    rows = [(str(words.get(code, code)), _in_words(counts[code])) for code in order if code in counts]
    return PublicTable(title, rows, _in_words(table["total"]), timezone.localdate(figures.published_at))


def _in_words(count: int | None) -> str:
    return _("fewer than %(number)s") % {"number": THRESHOLD} if count is None else str(count)
