"""Public pages, kept and rendered anew, beside the least that could answer (`python -m bench.public`).

Needs a seeded site that is set up as in docs/checks.md. All targets take turns, so that a busy machine is busy for all.
"""

from __future__ import annotations

import json
import platform
import statistics
import subprocess
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

from ._targets import TARGETS

ROUNDS = 15
RESULTS = Path(__file__).parent / "results"
# How fast against what, and the least that we want.
GOALS = (
    ("ours, kept", "django cache", 1.0),
    ("ours, kept", "hello", 1.0),
    ("ours, home anew", "empty page", 1 / 3),
    ("ours, service anew", "empty page", 1 / 3),
)


def measure() -> dict[str, float]:
    """The median time of one answer in microseconds, for each target."""
    running = {name: _start(name) for name in TARGETS}
    times: dict[str, list[float]] = {name: [] for name in TARGETS}
    try:
        for _round in range(ROUNDS):
            for name, process in running.items():
                process.stdin.write("go\n")
                process.stdin.flush()
                times[name].append(float(process.stdout.readline()))
    finally:
        for process in running.values():
            process.terminate()
            process.wait()
    return {name: statistics.median(found) for name, found in times.items()}


def _start(name: str) -> subprocess.Popen:
    command = [sys.executable, "-m", "bench._targets", name]
    return subprocess.Popen(  # noqa: S603 - our own module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )


def main() -> None:
    times = measure()
    rates = {
        f"{one}: rate against {other} (goal {goal:.2f})": round(times[other] / times[one], 2)
        for one, other, goal in GOALS
    }
    today = date.today().isoformat()
    result = {
        "on": today,
        "python": platform.python_version(),
        "versions": {name: version(name) for name in ("django", "wagtail")},
        "machine": platform.machine(),
        "microseconds": {name: round(time) for name, time in times.items()},
        "ratios": rates,
    }
    (RESULTS / f"public-{today}.json").write_text(json.dumps(result, indent=2) + "\n")
    sys.stdout.write(json.dumps({**result["microseconds"], **rates}, indent=2) + "\n")


if __name__ == "__main__":
    main()
