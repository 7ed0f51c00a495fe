"""The case list: filters from the URL, newest first, in a fixed number of queries however long the list is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from portal.cases.counting import COUNTED_TO
from portal.cases.models import Case, Participant
from portal.cases.statuses import CaseStatus
from portal.programmes.models import Programme
from portal.programmes.statuses import Process
from portal.vault import tokens
from portal.vault.keystore.models import TokenKind

from ..clocks import Clock, since_first_contact
from ..keyset import Stretch, stretch
from .cases import spoken_title

if TYPE_CHECKING:
    from portal.accounts.models import User

PAGE = 50
# What is counted beside each choice, by the name of its filter.
FACETS = ("status", "process", "programme")
MINE = "mine"


@dataclass(frozen=True)
class CaseRow:
    case: Case
    title: str
    clock: Clock


@dataclass(frozen=True)
class Choice:
    """One answer of a facet: what it is called, how many cases it has under the other filters, whether it is chosen."""

    code: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    name: str
    choices: list[Choice]

    @property
    def is_open(self) -> bool:
        """One answer that everything has tells nobody anything."""
        return len(self.choices) > 1 or any(choice.is_chosen for choice in self.choices)


@dataclass(frozen=True)
class CaseList:
    rows: list[CaseRow]
    stretch: Stretch
    facets: list[Facet]
    # How many cases the filters leave; more than COUNTED_TO is said as "more than".
    total: int
    # Names of programmes by id.
    programmes: dict[str, str]

    @property
    def is_beyond_counting(self) -> bool:
        return self.total > COUNTED_TO


def case_list(viewer: User, chosen: Mapping[str, str], *, after: str = "", before: str = "") -> CaseList:
    """One page of the cases this viewer may open, narrowed by what the form has cleaned."""
    found = _narrowed(Case.objects.visible_to(viewer), viewer, chosen)
    groups, programmes = _groups(found, viewer, chosen), _programmes()
    cases = found.filter(**{name: chosen[name] for name in FACETS if chosen.get(name)})
    cases = cases.select_related("programme", "matter", "coordinator").prefetch_related("participants")
    page = stretch(cases, "opened_at", PAGE, after=after, before=before)
    return CaseList(
        rows=[CaseRow(case, spoken_title(case), since_first_contact(case)) for case in page.rows],
        stretch=page,
        facets=[Facet(name, _choices(name, groups, chosen, programmes)) for name in FACETS],
        total=sum(row["cases"] for row in groups if _fits(row, chosen)),
        programmes=programmes,
    )


def in_words(filters: Mapping[str, str], programmes: Mapping[str, str]) -> str:
    """What a saved view is called: its answers, such as "Invitations · Mine"."""
    known = {name: _labels(name, programmes) for name in FACETS} | {"whose": {MINE: str(_("Mine"))}}
    return " · ".join(known[name].get(code, code) for name, code in filters.items() if name in known)


def _narrowed(cases: QuerySet[Case], viewer: User, chosen: Mapping[str, str]) -> QuerySet[Case]:
    if chosen.get("whose") == MINE:
        conducts = Case.objects.filter(assignments__neutral=viewer, assignments__ended_at=None)
        cases = cases.filter(Q(coordinator=viewer) | Q(pk__in=conducts.values("pk")))
    if words := chosen.get("q", "").strip():
        cases = cases.filter(_found(words))
    return cases


def _found(words: str) -> Q:
    """A reference, or a person found through the keyed index; the words themselves meet no sealed field."""
    people = tokens.find_any((kind, words) for kind in (TokenKind.NAME, TokenKind.EMAIL, TokenKind.PHONE))
    cases = Participant.objects.filter(pk__in=people).values("case")
    return Q(reference__iexact=words) | Q(pk__in=cases)


def _groups(cases: QuerySet[Case], viewer: User, chosen: Mapping[str, str]) -> list[dict[str, Any]]:
    """Every number of the screen: of all cases, which the index `case_facets` counts, or of those few that are left."""
    if not (chosen.get("whose") or chosen.get("q", "").strip()):
        return Case.objects.counted_for(viewer, *FACETS)
    return list(cases.order_by().values(*FACETS).annotate(cases=Count("pk")))


def _fits(row: Mapping[str, Any], chosen: Mapping[str, str], leaving_out: str = "") -> bool:
    wanted = ((name, chosen.get(name)) for name in FACETS if name != leaving_out)
    return all(str(row[name]) == value for name, value in wanted if value)


def _choices(
    name: str, groups: list[dict[str, Any]], chosen: Mapping[str, str], programmes: Mapping[str, str]
) -> list[Choice]:
    """A choice counts what it would show: the cases of all other filters that have this answer."""
    counts: Counter[str] = Counter()
    for row in groups:
        if _fits(row, chosen, leaving_out=name):
            counts[str(row[name])] += row["cases"]
    return [
        Choice(code, label, counts[code], chosen.get(name) == code)
        for code, label in _labels(name, programmes).items()
        if counts[code] or chosen.get(name) == code
    ]


def _programmes() -> dict[str, str]:
    return {str(pk): name for pk, name in Programme.objects.values_list("pk", "name")}


def _labels(name: str, programmes: Mapping[str, str]) -> Mapping[str, str]:
    if name == "programme":
        return programmes
    choices = CaseStatus.choices if name == "status" else Process.choices
    return {code: str(label) for code, label in choices}
