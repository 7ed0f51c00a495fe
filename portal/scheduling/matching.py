"""Finding times that suit several people. A person's free half hours are one integer; knows no case and no database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations, product
from operator import or_
from typing import Generic, TypeVar

Who = TypeVar("Who")

# A proposal that does not suit so many people is no proposal.
MOST_UNFIT = 2


@dataclass(frozen=True)
class Proposal(Generic[Who]):
    """A start, and for whom it is open or wrong: `missing` have not given times, `unfit` are not free then."""

    bit: int
    missing: tuple[Who, ...] = ()
    unfit: tuple[Who, ...] = ()

    @property
    def suits_everyone(self) -> bool:
        return not self.missing and not self.unfit


def run_starts(free: int, length: int) -> int:
    """Where `length` half hours in a row are free: the set of their first half hours."""
    have = 1
    while have < length:
        step = min(have, length - have)
        free &= free >> step
        have += step
    return free


def bits(mask: int) -> Iterator[int]:
    """The members of a set, smallest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def propose(calendars: Mapping[Who, int | None], *, allowed: int, length: int, most: int) -> list[Proposal[Who]]:
    """The earliest starts that suit everyone, then those that suit all but one, then all but two.

    A calendar of None has not been given yet: it is named with every proposal and rules nothing out. A start that suits
    nobody of those who have given times is no proposal.
    """
    missing = tuple(who for who, free in calendars.items() if free is None)
    given = {who: run_starts(free, length) for who, free in calendars.items() if free is not None}
    found: list[Proposal[Who]] = []
    seen = 0
    for level in _suiting_all_but(given.values(), run_starts(allowed, length))[: len(given)]:
        for bit in bits(level & ~seen):
            if len(found) == most:
                return found
            unfit = tuple(who for who, starts in given.items() if not starts >> bit & 1)
            found.append(Proposal(bit=bit, missing=missing, unfit=unfit))
        seen |= level
    return found


def _suiting_all_but(calendars: Iterable[int], allowed: int) -> list[int]:
    """levels[k] is the set of starts that suit all but at most k people."""
    levels = [allowed] * (MOST_UNFIT + 1)
    for starts in calendars:
        for k in range(MOST_UNFIT, 0, -1):
            levels[k] = levels[k] & starts | levels[k - 1]
        levels[0] &= starts
    return levels


def best_pairs(starts: Sequence[int], leads: frozenset[int], *, most: int) -> list[tuple[int, int]]:
    """Positions of the pairs who can start earliest; one who leads beside one who does not comes first.

    `starts` are sets of possible starts (see `run_starts`), everyone else's times already taken into account, in the
    order in which people are preferred: of two pairs with the same earliest start the preferred one comes first.
    """
    first = [place for place, free in enumerate(starts) if free and place in leads]
    second = [place for place, free in enumerate(starts) if free and place not in leads]
    found = _meeting(_union(starts, first) & _union(starts, second), starts, first, second, most)
    for people in (first, second):
        found += _meeting(_shared(starts, people), starts, people, None, most - len(found))
    return found


def _meeting(
    where: int, starts: Sequence[int], people: list[int], others: list[int] | None, most: int
) -> list[tuple[int, int]]:
    """Walk through the starts at which some pair can meet, earliest first, until there are enough pairs.

    Every start walked to has a pair, and at each one only those who are free then are paired: far fewer steps than
    comparing everybody with everybody.
    """
    found: dict[tuple[int, int], None] = {}
    for bit in bits(where):
        here = [place for place in people if starts[place] >> bit & 1]
        there = None if others is None else [place for place in others if starts[place] >> bit & 1]
        for pair in combinations(here, 2) if there is None else product(here, there):
            if len(found) >= most:
                return list(found)
            found.setdefault(pair)
    return list(found)


def _union(starts: Sequence[int], people: Iterable[int]) -> int:
    return reduce(or_, (starts[place] for place in people), 0)


def _shared(starts: Sequence[int], people: Iterable[int]) -> int:
    """The starts that at least two of them have."""
    once = twice = 0
    for place in people:
        twice |= once & starts[place]
        once |= starts[place]
    return twice
