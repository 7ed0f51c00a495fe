"""The board above a case: seven words, one of which is now. The manual uses the same seven."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise

from portal.cases.phases import phase_of
from portal.handbook.statuses import Phase as Words

if TYPE_CHECKING:
    from portal.cases.models import Case


@dataclass(frozen=True)
class Phase:
    """One word of the board: see components/phases.html."""

    label: str | Promise
    state: str


def phases_of(case: Case) -> list[Phase]:
    words = list(Words)
    now = words.index(phase_of(case))
    return [Phase(word.label, _state(place, now)) for place, word in enumerate(words)]


def _state(place: int, now: int) -> str:
    if place == now:
        return "now"
    return "done" if place < now else "later"
