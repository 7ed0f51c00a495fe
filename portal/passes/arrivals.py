"""What upper features do when somebody accepts an invitation. Passes know no case: they are told at start-up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import Invitation, Pass

    Arrival = Callable[[Invitation, Pass], None]

_ARRIVALS: list[Arrival] = []


def register(arrival: Arrival) -> None:
    """Have this called, in the same transaction, with every accepted invitation and the pass it became."""
    if arrival not in _ARRIVALS:
        _ARRIVALS.append(arrival)


def announce(invitation: Invitation, entry: Pass) -> None:
    for arrival in _ARRIVALS:
        arrival(invitation, entry)
