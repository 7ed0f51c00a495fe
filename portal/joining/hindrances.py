"""What upper features know that forbids a joining, such as a hold. They say so at start-up (see portal/gates.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

# For matters by id: why each of them may not be joined now, in words for staff. Those without a reason are left out.
Hindrance = Callable[[Iterable[UUID]], dict[UUID, str]]
_known: list[Hindrance] = []


def register(hindrance: Hindrance) -> None:
    if hindrance not in _known:
        _known.append(hindrance)


def of(matter_ids: Iterable[UUID]) -> dict[UUID, str]:
    ids = list(matter_ids)
    return {matter_id: words for hindrance in _known for matter_id, words in hindrance(ids).items()}
