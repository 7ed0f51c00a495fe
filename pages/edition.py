"""The edition of the public site: a random word, replaced when anything changes that visitors read.

What was made for one edition, a whole page or a menu, is never shown in the next. Random, so that a word that was
lost never comes back as an old one.
"""

import secrets
from collections.abc import Callable
from typing import Any

from django.core.cache import caches

_NAME = "edition"
# What this process has read for an edition: name -> (edition, value).
_memory: dict[str, tuple[str, Any]] = {}


def current() -> str:
    """The word of this edition; "" where nothing may be kept."""
    known = caches["pages"].get(_NAME)
    if known is None:
        caches["pages"].add(_NAME, secrets.token_hex(8), timeout=None)
        known = caches["pages"].get(_NAME)
    return known or ""


def renew() -> None:
    """Begin a new edition, for every process at once. Call it when the change is committed."""
    caches["pages"].set(_NAME, secrets.token_hex(8), timeout=None)


def remembered(name: str, make: Callable[[], Any]) -> Any:
    """What every page needs and editors seldom change: read once for each edition and process."""
    edition = current()
    known = _memory.get(name)
    if known and edition and known[0] == edition:
        return known[1]
    value = make()
    _memory[name] = (edition, value)
    return value
