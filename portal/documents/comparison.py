"""What changed from one version of a text to the next, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, OUT, IN = "same", "out", "in"


@dataclass(frozen=True)
class Line:
    """One line of the comparison: it stayed, went out or came in."""

    kind: str
    words: str


def compare(before: str, after: str) -> list[Line]:
    """Every line of both texts; unchanged ones are told as well, so that the whole can be read."""
    old, new = before.splitlines(), after.splitlines()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [line for step in matcher.get_opcodes() for line in _lines(step, old, new) if line.words.strip()]


def _lines(step: tuple[str, int, int, int, int], old: list[str], new: list[str]) -> Iterator[Line]:
    tag, old_from, old_to, new_from, new_to = step
    if tag == "equal":
        yield from (Line(SAME, words) for words in new[new_from:new_to])
        return
    yield from (Line(OUT, words) for words in old[old_from:old_to])
    yield from (Line(IN, words) for words in new[new_from:new_to])
