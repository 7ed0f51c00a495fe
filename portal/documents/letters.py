"""Anything that is sent or shown can be printed as a letter: nobody needs a screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from . import queries, rendering
from .fields import BLANK, Blank
from .statuses import DocumentKind

if TYPE_CHECKING:
    from portal.programmes.models import Office, Programme


def letter_pdf(
    programme: Programme,
    *,
    subject: str,
    words: str,
    recipient: Sequence[str] | Blank = BLANK,
    day: date | Blank = BLANK,
    sender: str = "",
    language: str = "en",
    office: Office | None = None,
    is_record: bool = False,
) -> bytes:
    """A letter from the office, as a tagged PDF. `words` may use the markup of our texts.

    Without recipient and day there are places to write them in by hand. A record says that it is not to be passed on.
    """
    template = queries.current(DocumentKind.LETTER, programme, language)
    values = {"recipient": recipient, "day": day, "subject": subject, "words": words, "sender": sender}
    return rendering.render_pack([(template, values)], title=subject, office=office, is_record=is_record)
