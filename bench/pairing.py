"""Finding a pair and a time, measured beside the least that any answer has to compute.

The bound: sets of half hours as integers, one AND and one popcount for each pair (`python -m bench.pairing`).
"""

from __future__ import annotations

import json
import platform
import random
import statistics
import sys
from collections.abc import Callable
from datetime import date
from itertools import combinations
from pathlib import Path
from time import perf_counter

from portal.scheduling.matching import best_pairs, propose, run_starts

SLOTS = 520
LENGTH = 4
RESULTS = Path(__file__).parent / "results"


def calendars(count: int, slots: int, seed: int) -> list[int]:
    """Free half hours in runs, as people have them: about a third of the time, in pieces of one to five hours."""
    source = random.Random(seed)  # noqa: S311 - figures, not secrets
    made = []
    for _number in range(count):
        free, place = 0, 0
        while place < slots:
            run = source.randint(2, 10)
            if source.random() < 0.33:
                free |= ((1 << run) - 1) << place
            place += run
        made.append(free & ((1 << slots) - 1))
    return made


def timed(work: Callable[[], object], rounds: int) -> float:
    """The median time of one call, in milliseconds."""
    times = []
    for _round in range(rounds):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return statistics.median(times)


def bound(starts: list[int]) -> int:
    count = 0
    for one, other in combinations(starts, 2):
        count = (one & other).bit_count()
    return count


def suggest(neutrals: list[int], parties: list[int], slots: int, *, lead: int = 3) -> list[tuple[int, int]]:
    """What the screen asks: whose starts suit the parties, and the best three pairs of them.

    Every `lead`-th leads. With 1 all of them do, and every pair has to be compared, as in the bound; with 3 the search
    ends with the pairs of one who leads and one who does not.
    """
    everyone = (1 << slots) - 1
    for free in parties:
        everyone &= free
    starts = [run_starts(free & everyone, LENGTH) for free in neutrals]
    leads = frozenset(range(0, len(neutrals), lead))
    return best_pairs(starts, leads, most=3)


def measure() -> dict[str, float]:
    neutrals, parties = calendars(80, SLOTS, 1), calendars(2, SLOTS, 2)
    parties = [free | calendars(1, SLOTS, 3 + place)[0] for place, free in enumerate(parties)]
    least = timed(lambda: bound(neutrals), 60)
    ours = timed(lambda: suggest(neutrals, parties, SLOTS), 60)
    all_pairs = timed(lambda: suggest(neutrals, parties, SLOTS, lead=1), 60)
    unhindered = timed(lambda: suggest(neutrals, [(1 << SLOTS) - 1], SLOTS, lead=1), 60)
    # The worst case for the walk: nobody shares a start with anybody, but for one pair that shares a third of them all.
    alone = [1 << place for place in range(SLOTS - 78, SLOTS)] + [calendars(1, SLOTS - 80, 9)[0]] * 2
    apart = timed(lambda: best_pairs(alone, frozenset(), most=3), 60)
    people = dict(enumerate(calendars(6, 28 * 48, 5)))
    many = calendars(500, 28 * 48, 6)
    return {
        "80 neutrals, 520 slots: bound (ms)": round(least, 3),
        "80 neutrals, 520 slots: suggestion for two parties (ms)": round(ours, 3),
        "ratio to the bound": round(ours / least, 2),
        "80 neutrals, 520 slots: suggestion, all pairs compared (ms)": round(all_pairs, 3),
        "ratio to the bound, all pairs compared": round(all_pairs / least, 2),
        "80 neutrals, 520 slots: all pairs compared, every time open (ms)": round(unhindered, 3),
        "ratio to the bound, all pairs compared, every time open": round(unhindered / least, 2),
        "80 neutrals, 520 slots: hardly anybody meets (ms)": round(apart, 3),
        "ratio to the bound, hardly anybody meets": round(apart / least, 2),
        "6 people, 28 days: proposals (ms)": round(
            timed(lambda: propose(people, allowed=(1 << 28 * 48) - 1, length=LENGTH, most=10), 60), 3
        ),
        "500 neutrals, 6 people, 28 days: suggestion (ms)": round(
            timed(lambda: suggest(many, list(people.values())[:1], 28 * 48, lead=1), 5), 1
        ),
        "500 neutrals, 28 days, every time open (ms)": round(
            timed(lambda: suggest(many, [(1 << 28 * 48) - 1], 28 * 48, lead=1), 5), 1
        ),
    }


def main() -> None:
    figures = measure()
    RESULTS.mkdir(exist_ok=True)
    today = date.today().isoformat()
    result = {"on": today, "python": platform.python_version(), "machine": platform.machine(), "figures": figures}
    (RESULTS / f"pairing-{today}.json").write_text(json.dumps(result, indent=2) + "\n")
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
