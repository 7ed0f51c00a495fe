"""Codes that people type: 120 random bits in groups of four, forgiving about case, spaces and dashes."""

import hashlib
import hmac
import secrets

from django.conf import settings

from .words import WORDS

# Without 0 O 1 I: nobody has to guess which one it was.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH = 24
GROUP = 4
_LONGEST_INPUT = 100


def new_code() -> str:
    """A code as it is shown: six groups of four."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return "-".join(letters[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def new_phrase() -> str:
    """Two words that prove a caller."""
    return f"{secrets.choice(WORDS)} {secrets.choice(WORDS)}"


def plain(typed: str) -> str:
    """What was typed, without case, spaces and dashes of any kind."""
    return "".join(sign for sign in typed[:_LONGEST_INPUT].upper() if sign.isalnum())


def digest(kind: str, typed: str) -> str:
    """What the database keeps of a code. The key is not in the database, so its rows alone match nothing."""
    return hmac.new(settings.ACCORD_TOKEN_KEY, f"{kind}\x00{plain(typed)}".encode(), hashlib.sha256).hexdigest()


def secret_digest(secret: str) -> str:
    """The same for a cookie's secret, in which case matters."""
    return hmac.new(settings.ACCORD_TOKEN_KEY, f"visit\x00{secret}".encode(), hashlib.sha256).hexdigest()


def same_words(phrase: str, said: str) -> bool:
    """Whether two phrases are the same when spoken."""
    return hmac.compare_digest(_spoken(phrase), _spoken(said))


def _spoken(words: str) -> bytes:
    return "".join(sign for sign in words[:_LONGEST_INPUT].casefold() if sign.isalpha()).encode()
