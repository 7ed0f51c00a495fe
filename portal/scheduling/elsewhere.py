"""What else takes up our rooms and our neutrals: courses are held in the same rooms, by some of the same people.

Training lies above and cannot be asked from here. At start-up it says how to ask it; it answers with ids, and nothing
of the course. Both sides take the lock of a room, and of a neutral, before they look: see `actions.occupying`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class Elsewhere:
    """Who and what is taken at any moment of a time: ids of rooms, and ids of people."""

    rooms: Callable[[datetime, datetime], set[int]]
    people: Callable[[datetime, datetime], set[UUID]]


_known: list[Elsewhere] = []


def register(elsewhere: Elsewhere) -> None:
    _known[:] = [elsewhere]


def elsewhere() -> Elsewhere:
    """Raises IndexError when nobody has said anything, which is a mistake of the assembly."""
    return _known[0]
