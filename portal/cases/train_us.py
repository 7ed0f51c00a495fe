"""How a group's wish for a training leaves a case (M11).

Training lies above and knows no case. At start-up it says how a wish is handed to it; it gets what the person allowed
to pass on, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class TrainingSide:
    """Whom training teaches, by code and label, and where a wish goes: its id, and its facts by name."""

    audiences: Sequence[tuple[str, Any]]
    take: Callable[[UUID, dict[str, Any]], object]


_known: list[TrainingSide] = []


def register(side: TrainingSide) -> None:
    _known[:] = [side]


def training_side() -> TrainingSide:
    """Raises IndexError when no training was installed, which is a mistake of the assembly."""
    return _known[0]
