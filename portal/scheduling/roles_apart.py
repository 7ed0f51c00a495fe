"""Who decided on a matter and would conduct it too: not forbidden, and never unnoticed (C13)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from uuid import UUID

from portal.screening.models import AllegationRoute, Screening

from .statuses import DecidedAs

if TYPE_CHECKING:
    from portal.cases.models import Case

Decided = dict[UUID, list[str]]


def who_decided(case: Case) -> Decided:
    """What each person decided here, by their id; asked only where the director looks after the work."""
    if not case.programme.keeps_records:
        return {}
    found: dict[UUID, set[str]] = defaultdict(set)
    for decided, read in Screening.objects.filter(matter=case.matter_id).values_list("decided_by", "read_by"):
        found[decided].add(DecidedAs.SCREENED)
        found[read].add(DecidedAs.READ)
    routes = AllegationRoute.objects.filter(allegation__matter=case.matter_id)
    for decided, signed in routes.values_list("decided_by", "signed_by"):
        found[decided].add(DecidedAs.WAY)
        found[signed].add(DecidedAs.SIGNED)
    found[case.coordinator_id].add(DecidedAs.COORDINATES)
    return {person: sorted(codes) for person, codes in found.items() if person is not None}


def in_words(codes: list[str]) -> str:
    return ", ".join(str(DecidedAs(code).label) for code in codes if code in DecidedAs.values)
