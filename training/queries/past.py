"""Sheets of past records, and what becomes of their rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count

from training.models import PastImport, PastRow
from training.statuses import TAKEN, Fate, ImportState

if TYPE_CHECKING:
    from portal.accounts.models import User

PAGE = 100


@dataclass(frozen=True)
class FateCount:
    fate: Fate
    count: int

    @property
    def is_taken(self) -> bool:
        return self.fate in TAKEN


@dataclass(frozen=True)
class PastPage:
    counts: list[FateCount]
    rows: list[tuple[PastRow, Fate]]
    next_after: int

    @property
    def taken(self) -> int:
        return sum(one.count for one in self.counts if one.is_taken)

    @property
    def left(self) -> int:
        return sum(one.count for one in self.counts if not one.is_taken)


def imports_of(viewer: User) -> list[PastImport]:
    return list(PastImport.objects.visible_to(viewer).select_related("made_by"))


def rows_to_do(past_import: PastImport) -> int:
    """Of how many rows the worker has done `rows_done`, while it reads or takes over."""
    if past_import.state == ImportState.READING:
        return past_import.rows_in_file
    return past_import.rows_done + past_import.rows.filter(fate__in=TAKEN, learner=None).count()


def page_of(past_import: PastImport, *, fate: str = "", after: int = 0) -> PastPage:
    """How many rows meet which fate, and a page of them."""
    by_fate = dict(past_import.rows.order_by().values_list("fate").annotate(count=Count("pk")))
    rows = past_import.rows.filter(number__gt=after).order_by("number")
    if fate in Fate.values:
        rows = rows.filter(fate=fate)
    shown = list(rows[: PAGE + 1])
    return PastPage(
        counts=[FateCount(one, by_fate[one]) for one in Fate if one in by_fate],
        rows=[(row, Fate(row.fate)) for row in shown[:PAGE]],
        next_after=shown[PAGE - 1].number if len(shown) > PAGE else 0,
    )
