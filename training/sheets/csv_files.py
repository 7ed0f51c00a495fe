"""A table as plain text, with whatever between the columns and in whichever writing a program saved it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from .reading import SheetRefused, first_lines

Merged = list[tuple[int, int, int, int]]


def lines(content: bytes) -> tuple[Iterator[tuple[int, list[Any]]], Merged]:
    """Each line with its number. Plain text has no merged cells."""
    return _lines(content), []


def _lines(content: bytes) -> Iterator[tuple[int, list[Any]]]:
    # The upload was checked to be UTF-8; a mark at its beginning is not part of the first heading.
    text = content.decode("utf-8-sig")
    reader = csv.reader(io.StringIO(text, newline=""), dialect=_dialect(text), strict=False)
    try:
        yield from enumerate(reader, 1)
    except csv.Error as error:
        raise SheetRefused(_("Line %(number)d cannot be read.") % {"number": reader.line_num}) from error


def _dialect(text: str) -> type[csv.Dialect]:
    """Commas, semicolons or tabs: whichever the first line has most of."""
    first = first_lines(text.lstrip(), 1)

    class Found(csv.excel):
        delimiter = max(",;\t", key=first.count)

    return Found
