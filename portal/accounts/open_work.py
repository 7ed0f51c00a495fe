"""What still waits for somebody. Accounts know no case, so upper features say it here, told at start-up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.programmes.models import Programme

    from .models import User

    Source = Callable[[User, Programme | None], list[str]]

_SOURCES: list[Source] = []


def register(source: Source) -> None:
    """Have this asked before an account is closed: a line in plain words for each thing to hand over first."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def of(user: User, programme: Programme | None = None) -> list[str]:
    """What waits for this person, in one programme or, without one, in any."""
    return [line for source in _SOURCES for line in source(user, programme)]
