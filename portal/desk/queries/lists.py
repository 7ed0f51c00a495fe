"""The case list: filters from the URL, newest first, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from portal.cases.models import Case, Participant
from portal.vault import tokens
from portal.vault.keystore.models import TokenKind

from ..clocks import Clock, since_first_contact
from .cases import spoken_title

if TYPE_CHECKING:
    from portal.accounts.models import User

PAGE = 50


@dataclass(frozen=True)
class CaseRow:
    case: Case
    title: str
    clock: Clock


@dataclass(frozen=True)
class CaseList:
    rows: list[CaseRow]
    page: Page


def case_list(viewer: User, chosen: dict[str, str]) -> CaseList:
    """One page of the cases this viewer may open, narrowed by what the form has cleaned."""
    cases = _narrowed(Case.objects.visible_to(viewer), viewer, chosen).order_by("-opened_at", "pk")
    cases = cases.select_related("programme", "matter", "coordinator").prefetch_related("participants")
    page = Paginator(cases, PAGE).get_page(chosen.get("page"))
    return CaseList([CaseRow(case, spoken_title(case), since_first_contact(case)) for case in page], page)


def _narrowed(cases: QuerySet[Case], viewer: User, chosen: dict[str, str]) -> QuerySet[Case]:
    if status := chosen.get("status"):
        cases = cases.filter(status=status)
    if chosen.get("whose") == "mine":
        cases = cases.filter(Q(coordinator=viewer) | Q(assignments__neutral=viewer, assignments__ended_at=None))
    if words := chosen.get("q", "").strip():
        cases = cases.filter(_found(words))
    return cases.distinct() if chosen.get("whose") == "mine" else cases


def _found(words: str) -> Q:
    """A reference, or a person found through the keyed index; the words themselves meet no sealed field."""
    people: set = set()
    for kind in (TokenKind.NAME, TokenKind.EMAIL, TokenKind.PHONE):
        people |= tokens.find(kind, words)
    cases = Participant.objects.filter(pk__in=people).values("case")
    return Q(reference__iexact=words) | Q(pk__in=cases)
