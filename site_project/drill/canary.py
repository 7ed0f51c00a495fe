"""The word that must be gone, and all the shapes in which it could hide."""

from __future__ import annotations

import base64
from itertools import count

WORD = "quillfeather"

_numbers = count(1)


def phrase() -> str:
    """A few words that fit any free-text field; each has a number, so that a find names its field."""
    return f"{WORD.capitalize()} in note {next(_numbers)}"


def name() -> str:
    return f"Robin {WORD.capitalize()}"


def email() -> str:
    return f"{WORD}.{next(_numbers)}@example.net"


def needles() -> dict[str, bytes]:
    """The word as bytes in every encoding we can think of; compared in lower case where that makes sense."""
    plain = WORD.encode()
    found = {"UTF-8": plain, "UTF-16": WORD.encode("utf-16-le"), "hexadecimal": plain.hex().encode()}
    for lead in range(3):
        # Base64 of the inner letters at each of the three places where a word can begin.
        encoded = base64.b64encode(b"x" * lead + plain)
        found[f"base64, shifted by {lead}"] = encoded[4:-4] if lead else encoded[:-4]
    return found
