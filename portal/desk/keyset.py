"""Walking a long list without counting what lies before: each page starts where the last one ended.

A page number makes the database read and throw away everything in front of it; a place does not. Page 2000 costs what
page 1 costs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

_MICRO = 1_000_000


@dataclass(frozen=True)
class Place:
    """Between two rows: the moment and the id of the row it stands beside. Both together are unique."""

    at: datetime
    pk: UUID

    def __str__(self) -> str:
        return f"{round(self.at.timestamp() * _MICRO)}-{self.pk.hex}"

    @classmethod
    def read(cls, words: str) -> Place | None:
        """The place that an address names; None when it names none, for an address may be old or made up."""
        moment, _dash, pk = words.partition("-")
        try:
            return cls(datetime.fromtimestamp(int(moment) / _MICRO, tz=UTC), UUID(pk))
        except (ValueError, OverflowError, OSError):
            return None


@dataclass(frozen=True)
class Stretch:
    """One page of a list, and the places at which the neighbouring pages start; "" where there is none."""

    rows: list[Any]
    newer: str
    older: str


def stretch(rows: QuerySet, by: str, size: int, *, after: str = "", before: str = "") -> Stretch:
    """The `size` rows after a place, or just before one; the newest without either.

    `by` names a moment of the row; rows of the same moment are told apart by their id.
    """
    if not after and (place := Place.read(before)):
        return _before(rows, by, size, place)
    place = Place.read(after)
    if place:
        rows = rows.filter(_beyond(by, place, "lt"))
    found = list(rows.order_by(f"-{by}", "-pk")[: size + 1])
    shown = found[:size]
    return Stretch(
        shown,
        newer=_place_of(shown[0], by) if place and shown else "",
        older=_place_of(shown[-1], by) if len(found) > size else "",
    )


def _before(rows: QuerySet, by: str, size: int, place: Place) -> Stretch:
    found = list(rows.filter(_beyond(by, place, "gt")).order_by(by, "pk")[: size + 1])
    if len(found) <= size:
        # So near the top that the page would be short: show the first one whole.
        return stretch(rows, by, size)
    shown = found[:size][::-1]
    return Stretch(shown, newer=_place_of(shown[0], by), older=_place_of(shown[-1], by))


def _place_of(row: Any, by: str) -> str:
    return str(Place(getattr(row, by), row.pk))


def _beyond(by: str, place: Place, way: str) -> Q:
    """Written as "not later, and (earlier or a smaller id)": the first half alone can walk the index."""
    return Q(**{f"{by}__{way}e": place.at}) & (Q(**{f"{by}__{way}": place.at}) | Q(**{f"pk__{way}": place.pk}))
