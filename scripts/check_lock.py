"""Does requirements.lock still say what pyproject.toml asks for? Answers offline, by reading both."""

import re
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent


def wishes() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return [Requirement(text) for text in project["project"]["dependencies"] + project["dependency-groups"]["dev"]]


def locked() -> dict[str, str]:
    pins = re.findall(r"^([A-Za-z0-9._-]+)==([^ ]+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in pins}


def named_directly() -> set[str]:
    """Packages that the lock says are there because pyproject.toml asked for them."""
    names, current = set(), ""
    for line in (ROOT / "requirements.lock").read_text().splitlines():
        if pin := re.match(r"([A-Za-z0-9._-]+)==", line):
            current = canonicalize_name(pin[1])
        elif "accord (pyproject.toml" in line:
            names.add(current)
    return names


def complaints() -> list[str]:
    pins, asked = locked(), {canonicalize_name(wish.name): wish for wish in wishes()}
    found = [f"not locked: {wish}" for name, wish in asked.items() if name not in pins]
    found += [
        f"locked at {pins[name]}, asked for {wish}"
        for name, wish in asked.items()
        if name in pins and not wish.specifier.contains(pins[name], prereleases=True)
    ]
    found += [f"locked, no longer asked for: {name}" for name in sorted(named_directly() - asked.keys())]
    if "://" in (ROOT / "requirements.lock").read_text():
        found.append("the lock holds an address: make it with `make lock`")
    return found


if __name__ == "__main__":
    for complaint in (problems := complaints()):
        print(f"requirements.lock: {complaint}. Run `make lock`.")
    sys.exit(bool(problems))
