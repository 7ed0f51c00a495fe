"""Taking every other person out of a text: names, addresses, numbers, references, and their own words.

Rather too much than too little: a person reads the draft, and may put back what was harmless, but not a name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\+?\d[\d\s().-]{5,}\d")
_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}")
_REFERENCE = re.compile(r"\b[RC]-[A-Z2-9]{5}\b")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*\n?|\n")
# Of a name like "Ana de la Cruz" these words say nothing.
# fmt: off
_SMALL = frozenset({
    "de", "da", "do", "dos", "del", "della", "di", "la", "le", "van", "von", "der", "den", "of",
    "the", "and", "al", "el", "bin", "ibn", "dr", "mr", "ms", "mrs", "mx",
})
# fmt: on
# So many words in a row are somebody's own way of saying it.
RUN = 6
_SHORTEST = 3


@dataclass
class Somebody:
    """What a person can be known by."""

    label: str
    names: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    # What they wrote or said themselves.
    words: list[str] = field(default_factory=list)


class Redactor:
    """Knows whose record it is and who else is in it."""

    def __init__(self, own: Somebody, others: Iterable[Somebody], references: Iterable[str] = ()) -> None:
        self.own_words = {word for name in own.names for word in _parts(name)}
        self.own_emails = {address.casefold() for address in own.emails}
        self.own_phones = {_digits(number) for number in own.phones}
        self.references = set(references)
        self.labels: dict[str, str] = {}
        self.runs: set[tuple[str, ...]] = set()
        for person in others:
            self._learn(person)

    def _learn(self, person: Somebody) -> None:
        for word in {word for name in person.names for word in _parts(name)} - self.own_words:
            self.labels.setdefault(word, f"[{person.label}]")
        for text in person.words:
            self.runs |= _runs(text)

    def redact(self, text: str) -> tuple[str, int]:
        """The text without other people, and how many places were changed."""
        kept, echoes = self._without_their_words(text)
        counter = [echoes]
        for pattern, change in (
            (_EMAIL, self._email),
            (_REFERENCE, self._reference),
            (_PHONE, self._phone),
            (_WORD, self._word),
        ):
            kept = pattern.sub(_counting(change, counter), kept)
        return re.sub(r"(\[[^\]\n]+\])(?:\s+\1)+", r"\1", kept), counter[0]

    def is_clean(self, text: str) -> bool:
        return self.redact(text)[1] == 0

    def about_own(self, text: str) -> str:
        """Only the sentences that name the person: of what is about a whole case, the rest is about others."""
        told = [part for part in _SENTENCE.findall(text) if self._names_own(part)]
        return "".join(part if part.endswith("\n") else f"{part.strip()} " for part in told).strip()

    def _names_own(self, sentence: str) -> bool:
        return any(word in self.own_words for found in _WORD.findall(sentence) for word in _parts(found))

    def _without_their_words(self, text: str) -> tuple[str, int]:
        """Sentences that repeat what somebody else said. A run may also go across the end of a sentence."""
        words = [(_plain(found.group()), found.start(), found.end()) for found in _WORD.finditer(text)]
        spans = []
        for length in {len(run) for run in self.runs}:
            for place in range(len(words) - length + 1):
                if tuple(word for word, _start, _end in words[place : place + length]) in self.runs:
                    spans.append((words[place][1], words[place + length - 1][2]))
        merged = _merged(spans)
        for start, end in reversed(merged):
            text = f"{text[:start]}[{_('words of another person')}]{text[end:]}"
        return text, len(merged)

    def _email(self, found: str) -> str:
        return found if found.casefold() in self.own_emails else f"[{_('address')}]"

    def _reference(self, found: str) -> str:
        return found if found in self.references else f"[{_('reference')}]"

    def _phone(self, found: str) -> str:
        digits = _digits(found)
        if len(digits) < 7 or _DAY.match(found) or digits in self.own_phones:
            return found
        return f"[{_('number')}]"

    def _word(self, found: str) -> str:
        plain = _plain(found)
        if plain in self.labels:
            return self.labels[plain]
        return next((self.labels[part] for part in _parts(found) if part in self.labels), found)


def _counting(change, counter: list[int]):
    def changed(match: re.Match[str]) -> str:
        # What was put in by an earlier step stays as it is.
        inside = match.string.rfind("[", 0, match.start()) > match.string.rfind("]", 0, match.start())
        after = change(match.group()) if not inside else match.group()
        counter[0] += after != match.group()
        return after

    return changed


def _plain(word: str) -> str:
    """Without case, accents and the s of possession."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()
    return re.sub(r"['\u2019]s?$", "", bare)


def _parts(name: str) -> set[str]:
    words = {
        part for word in _WORD.findall(name) for part in (_plain(word), *map(_plain, re.split(r"['\u2019-]", word)))
    }
    return {word for word in words if len(word) > 1 and word not in _SMALL}


def _digits(number: str) -> str:
    digits = re.sub(r"\D", "", number).removeprefix("00")
    return digits[1:] if len(digits) == 11 and digits.startswith("1") else digits


def _runs(text: str) -> set[tuple[str, ...]]:
    words = [_plain(word) for word in _WORD.findall(text)]
    if _SHORTEST <= len(words) < RUN:
        return {tuple(words)}
    runs = {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}
    return {run for run in runs if len(set(run)) >= _SHORTEST}


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
