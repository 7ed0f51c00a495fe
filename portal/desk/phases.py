"""The board above a case: seven words, one of which is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.cases.statuses import CaseStatus as S

if TYPE_CHECKING:
    from portal.cases.models import Case


@dataclass(frozen=True)
class Phase:
    """One word of the board: see components/phases.html."""

    label: str | Promise
    state: str


# A case exists only once it was screened, so the first two are always behind it.
BOARD: tuple[tuple[str | Promise, frozenset[str]], ...] = (
    (_("Request"), frozenset()),
    (_("Screening"), frozenset()),
    (_("Invitations"), frozenset({S.OPENED, S.INVITING})),
    (_("Pair and time"), frozenset({S.ARRANGING})),
    (_("Session"), frozenset({S.BOOKED, S.IN_SESSION})),
    (_("Outcome"), frozenset({S.HELD})),
    (_("Close"), frozenset({S.ENDED})),
)


def phases_of(case: Case) -> list[Phase]:
    now = next(place for place, (_label, statuses) in enumerate(BOARD) if case.status in statuses)
    return [Phase(label, _state(place, now)) for place, (label, _statuses) in enumerate(BOARD)]


def _state(place: int, now: int) -> str:
    if place == now:
        return "now"
    return "done" if place < now else "later"
