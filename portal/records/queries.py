"""Finding the matter behind a reference, and what the close screen shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from portal.cases.models import Case, Matter
from portal.cases.transitions import Missing
from portal.intake.models import Request

from .gates import missing_to_close, outside_items
from .models import Hold, OutsideCheck

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer


@dataclass(frozen=True)
class OutsideItem:
    """One thing outside this program that close asks about."""

    item: str
    person_id: UUID | None
    words: str
    check: OutsideCheck | None


@dataclass(frozen=True)
class ClosePage:
    matter: Matter
    opened: Case | Request
    missing: list[Missing]
    outside: list[OutsideItem]
    holds: list[Hold]


def find_opened(viewer: Viewer, reference: str) -> Case | Request | None:
    """The case or the request of this reference, if this viewer may open it."""
    case = Case.objects.visible_to(viewer).select_related("matter__programme", "programme").filter(reference=reference)
    request = Request.objects.visible_to(viewer).select_related("matter__programme", "programme")
    return case.first() or request.filter(reference=reference, case=None).first()


def close_page(opened: Case | Request) -> ClosePage:
    matter = opened.matter
    checks = {(row.item, row.person_id): row for row in matter.outside_checks.select_related("confirmed_by")}
    outside = [
        OutsideItem(item, whose, words, checks.get((item, whose))) for item, whose, words in outside_items(matter)
    ]
    holds = list(matter.hold_rows.filter(released_at=None).select_related("placed_by"))
    return ClosePage(matter, opened, missing_to_close(matter), outside, holds)
