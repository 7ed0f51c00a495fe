"""What somebody typed into the search box, made safe and small."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 100
_MOST_WORDS = 8
# Letters and digits of any language, and nothing that a search language could read as its own sign.
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Asked:
    """`typed` as it was, to be shown again; `words` as they are looked up."""

    typed: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Asked:
        typed = " ".join(text.replace("\0", " ").split())
        # In small letters: AND, OR, NOT and NEAR are words of a search language in capitals only.
        return cls(typed, tuple(_WORD.findall(typed.lower()))[:_MOST_WORDS])

    @property
    def is_too_long(self) -> bool:
        return len(self.typed) > LONGEST

    @property
    def text(self) -> str:
        return " ".join(self.words)


def words_in(text: str) -> list[str]:
    return _WORD.findall(text.lower())
