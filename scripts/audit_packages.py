"""Looks up every locked package in the public list of known weaknesses (osv.dev), and fails when one has any.

Only names and versions of packages are sent. What is known and does not concern us stands in audit-ignores.toml, each
with a reason and a last day; after that day it fails again.
"""

import json
import re
import sys
import tomllib
from datetime import date, timedelta
from pathlib import Path
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parent.parent
IGNORES = ROOT / "audit-ignores.toml"
LOCK = ROOT / "requirements.lock"
ADDRESS = "https://api.osv.dev/v1/querybatch"
# Nobody puts off a weakness for longer without looking again.
LONGEST = timedelta(days=90)


def locked(text: str) -> list[tuple[str, str]]:
    """Name and version of each package in the lock file."""
    return re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==([\w.!+-]+)", text, flags=re.M)


def ignores(text: str, today: date) -> tuple[set[str], list[str]]:
    """The ids that may be ignored today, and what is wrong with the lines of the list."""
    valid, wrong = set(), []
    for line in tomllib.loads(text).get("ignore", []):
        name, until = line.get("id", "a line without an id"), line.get("until")
        if not isinstance(until, date) or len(line.get("why", "")) < 20:
            wrong.append(f"{name}: say why in a sentence, and until which day")
        elif until < today:
            wrong.append(f"{name}: ended on {until}; take the new version, or look again and say why not")
        elif until > today + LONGEST:
            wrong.append(f"{name}: {until} is more than {LONGEST.days} days away")
        else:
            valid.add(name)
    return valid, wrong


def weaknesses(packages: list[tuple[str, str]], answer: dict) -> dict[str, str]:
    """Id of each known weakness, and the package it is in, from an answer to `ask`."""
    found = {}
    for (name, version), result in zip(packages, answer["results"], strict=True):
        found |= {one["id"]: f"{name} {version}" for one in result.get("vulns", [])}
    return found


def ask(packages: list[tuple[str, str]]) -> dict:
    queries = [{"package": {"name": name, "ecosystem": "PyPI"}, "version": version} for name, version in packages]
    request = Request(ADDRESS, json.dumps({"queries": queries}).encode(), {"Content-Type": "application/json"})
    with urlopen(request, timeout=60) as response:  # noqa: S310 (a constant address)
        return json.load(response)


def main() -> int:
    allowed, wrong = ignores(IGNORES.read_text(encoding="utf-8"), date.today())
    packages = locked(LOCK.read_text(encoding="utf-8"))
    found = weaknesses(packages, ask(packages))
    wrong += [
        f"{package}: https://osv.dev/vulnerability/{name}" for name, package in found.items() if name not in allowed
    ]
    print("\n".join(wrong) or f"{len(packages)} packages, nothing known against them.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
