"""Finding times that suit several people. A person's free half hours are one integer; knows no case and no database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations, product
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

    A calendar of None has not been given yet: it is named with every proposal and rules nothing out.
    """
    missing = tuple(who for who, free in calendars.items() if free is None)
    given = {who: run_starts(free, length) for who, free in calendars.items() if free is not None}
    found: list[Proposal[Who]] = []
    seen = 0
    for level in _suiting_all_but(given.values(), run_starts(allowed, length)):
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

    `starts` are sets of possible starts (see `run_starts`), everyone else's times already taken into account.
    """
    first = [place for place in range(len(starts)) if place in leads]
    second = [place for place in range(len(starts)) if place not in leads]
    groups = (product(first, second), combinations(first, 2), combinations(second, 2))
    found: list[tuple[int, int]] = []
    for group in groups:
        found += _earliest(group, starts, most - len(found))
    return found


def _earliest(pairs: Iterable[tuple[int, int]], starts: Sequence[int], most: int) -> list[tuple[int, int]]:
    """The pairs with the earliest common start, and among those the ones with most choice."""
    if most <= 0:
        return []
    kept: list[tuple[int, int, int, int]] = []
    limit = 0  # the latest start still worth keeping, as a set of one; 0 means that any is
    for one, other in pairs:
        common = starts[one] & starts[other]
        low = common & -common
        if low and (not limit or low <= limit):
            kept.append((low, -common.bit_count(), one, other))
            if len(kept) >= 4 * most:
                kept = nsmallest(most, kept)
                limit = kept[-1][0]
    return [(one, other) for _low, _choice, one, other in nsmallest(most, kept)]
