"""What the stops that apply mean for each process. Numbers and switches in, a route out; nothing is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from portal.programmes.processes import PROCESSES, ProcessDefinition

from .models.rubric import Cell
from .statuses import Effect, LiftedBy

if TYPE_CHECKING:
    from portal.programmes.models import Programme

    from .models import RubricStop

# From the mildest to the gravest: a process stands where its gravest stop puts it.
_ORDER = (Effect.OK, Effect.NOT_ASKED, Effect.LIMIT, Effect.HOLD, Effect.ROUTE, Effect.STOP)


@dataclass(frozen=True)
class Applies:
    """A stop that applies, and what it does to one process."""

    stop: RubricStop
    cell: Cell


@dataclass(frozen=True)
class Way:
    """One process with everything that stands in its way."""

    process: ProcessDefinition
    applies: tuple[Applies, ...]

    @property
    def effect(self) -> str:
        return max((one.cell.effect for one in self.applies), key=_ORDER.index, default=Effect.OK)

    @property
    def effect_label(self) -> str:
        return str(Effect(self.effect).label)

    @property
    def to_lift(self) -> tuple[Applies, ...]:
        return tuple(one for one in self.applies if one.cell.needs_lifting)

    @property
    def final(self) -> tuple[Applies, ...]:
        """What nobody may lift."""
        return tuple(one for one in self.to_lift if one.cell.lifted_by == LiftedBy.NOBODY)

    @property
    def safeguards(self) -> list[str]:
        return [code for one in self.applies for code in one.cell.safeguards]


def ways(stops: Iterable[RubricStop], ticked: Collection[str], programme: Programme) -> dict[str, Way]:
    """Every process, side by side, with the ticked stops that touch it."""
    applying = [stop for stop in stops if stop.code in ticked and not stop.is_retired]
    return {
        code: Way(process, tuple(Applies(stop, as_switched(stop.cell(code), programme)) for stop in applying))
        for code, process in PROCESSES.items()
    }


def as_switched(cell: Cell, programme: Programme) -> Cell:
    """The cell as it holds in a programme: two effects depend on the programme's switches."""
    if cell.effect == Effect.ROUTE and not programme.destroys_at_close:
        return Cell(words=cell.words)
    if cell.effect == Effect.AS_SWITCHED:
        if programme.formal_in_parallel:
            return replace(cell, effect=Effect.LIMIT, lifted_by=LiftedBy.NONE)
        return replace(cell, effect=Effect.HOLD, lifted_by=cell.lifted_by or LiftedBy.NOBODY)
    return cell
