"""Finding the matter behind a reference, and what the close screen shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.utils.translation import gettext as _

from portal.cases.models import Case, Matter
from portal.cases.references import is_of_case
from portal.cases.statuses import MatterStatus
from portal.cases.transitions import Missing
from portal.instances.loading import FACTS, with_facts
from portal.intake.models import Request

from .gates import SUSPENSION, missing_to_close, outside_items, with_suspension
from .models import Hold, KeptRecord, OutsideCheck
from .retention import class_of, with_class, years_of
from .statuses import RetentionClass

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer

# Those that are due next: nobody reads through more at once.
MOST_LISTED = 200


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
    # What close will do: where records stay, the class and its years.
    destroys: bool
    keeps: RetentionClass
    years: int

    @property
    def done_word(self) -> str:
        return _("Gone") if self.destroys else _("Done")


def find_opened(viewer: Viewer, reference: str) -> Case | Request | None:
    """The case or the request of this reference, if this viewer may open it."""
    if is_of_case(reference):
        case = Case.objects.visible_to(viewer).select_related("matter__programme", "programme", "plan")
        return _first(case.filter(reference=reference))
    request = Request.objects.visible_to(viewer).select_related("matter__programme", "matter__case__plan", "programme")
    return _first(request.filter(reference=reference, case=None))


def _first(rows: QuerySet[Any]) -> Any:
    found = with_what_close_asks(rows).first()
    if found is not None:
        hand_to_matter(found)
    return found


def with_what_close_asks(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Cases or requests with what closing asks of their matter, in the query that fetches them."""
    return with_facts(with_class(with_suspension(rows)))


def hand_to_matter(found: Any) -> None:
    """What was asked with the case or the request goes where the gates read it."""
    for name in (*SUSPENSION, *FACTS, "is_title_ix"):
        setattr(found.matter, name, getattr(found, name))


def close_page(opened: Case | Request) -> ClosePage:
    matter = opened.matter
    prefetch_related_objects([matter], Prefetch("outside_checks", OutsideCheck.objects.select_related("confirmed_by")))
    checks = {(row.item, row.person_id): row for row in matter.outside_checks.all()}
    outside = [
        OutsideItem(item, whose, words, checks.get((item, whose))) for item, whose, words in outside_items(matter)
    ]
    holds = matter.hold_rows.filter(released_at=None).select_related("placed_by")
    keeps = class_of(matter)
    return ClosePage(
        matter=matter,
        opened=opened,
        missing=missing_to_close(matter),
        outside=outside,
        holds=list(holds) if matter.is_on_hold else [],  # type: ignore[attr-defined]
        destroys=matter.programme.destroys_at_close,
        keeps=keeps,
        years=years_of(keeps, matter.programme),
    )


@dataclass(frozen=True)
class KeptPage:
    opened: Case | Request
    record: KeptRecord
    holds: list[Hold]


def kept_page(opened: Case | Request) -> KeptPage:
    record = KeptRecord.objects.select_related("closed_by", "proposed_by").get(matter=opened.matter_id)
    return KeptPage(opened, record, list(opened.matter.hold_rows.filter(released_at=None)))


@dataclass(frozen=True)
class KeptLine:
    """One kept record in the list: the case, or the request that never became one."""

    record: KeptRecord
    reference: str


def kept_records(viewer: Viewer) -> list[KeptLine]:
    """What this viewer may open, the earliest day first: no names, for the list is looked at more often than a case."""
    matters = Matter.objects.visible_to(viewer).filter(status=MatterStatus.KEPT)
    rows = KeptRecord.objects.filter(matter__in=matters.values("pk")).order_by("keep_until", "closed_at")
    rows = rows.select_related("matter__case", "matter__programme").prefetch_related("matter__requests")[:MOST_LISTED]
    return [KeptLine(row, _reference_of(row.matter)) for row in rows]


def _reference_of(matter: Matter) -> str:
    case = getattr(matter, "case", None)
    return case.reference if case else next((row.reference for row in matter.requests.all()), "")
