"""Where a pass leads that belongs to no case and no request. Features above the portal say so at start-up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import Pass

    Home = Callable[[Pass], str | None]

_HOMES: list[Home] = []


def register(home: Home) -> None:
    """Have this asked for the address of a pass's first page; None when the pass is not one of its own."""
    if home not in _HOMES:
        _HOMES.append(home)


def address_for(entry: Pass) -> str | None:
    return next((address for home in _HOMES if (address := home(entry))), None)
