"""One row after another, with the number that the sheet shows and what is wrong with how it was written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

MOST_ROWS = 20_000
LONGEST_CELL = 500
# What a column may be called, in plain letters.
COLUMNS = {
    "name": {"name", "full name", "participant", "learner"},
    "address": {"address", "e-mail", "email", "e-mail address", "email address", "mail"},
    "course": {"course", "course code", "training"},
    "day": {"day", "date", "completed", "completed on", "date completed"},
    "hours": {"hours", "hours attended"},
}
_NEEDED = ("name", "address", "course", "day")
# A cell that a program would work out, instead of showing it.
_WORKED_OUT = ("=", "+", "@", "\t=", "\r=")


class SheetRefused(Exception):
    """The sheet cannot be read at all. Its words are for whoever brought it."""


@dataclass
class SheetRow:
    """`cells` are as typed; `has_formula` and `is_merged` say how."""

    number: int
    cells: dict[str, Any] = field(default_factory=dict)
    has_formula: bool = False
    is_merged: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.has_formula and not any(str(value).strip() for value in self.cells.values())


def rows_of(content: bytes, extension: str) -> Iterator[SheetRow]:
    """Every row beneath the headings. Raises SheetRefused for a sheet without them, or one that is too long."""
    from . import csv_files, workbooks

    lines, merged = csv_files.lines(content) if extension == "csv" else workbooks.lines(content)
    columns: dict[int, str] = {}
    count = 0
    for number, values in lines:
        if not columns:
            columns = _columns(values, number)
            continue
        count += 1
        if count > MOST_ROWS:
            raise SheetRefused(_("This sheet has more than %(most)d rows. Please split it.") % {"most": MOST_ROWS})
        yield _row(number, values, columns, merged)
    if not columns:
        raise SheetRefused(_("This sheet is empty."))


def _columns(values: list[Any], number: int) -> dict[int, str]:
    """Which column is which, by the headings in the first row that is not empty."""
    if not any(str(value or "").strip() for value in values):
        return {}
    headings = [_plain(value) for value in values]
    found = {at: name for at, heading in enumerate(headings) for name, known in COLUMNS.items() if heading in known}
    missing = [name for name in _NEEDED if name not in found.values()]
    if missing:
        words = _("Row %(number)d should hold the headings. Missing: %(missing)s.")
        raise SheetRefused(words % {"number": number, "missing": ", ".join(missing)})
    if len(set(found.values())) != len(found):
        raise SheetRefused(_("Two columns have the same heading."))
    return found


def _row(number: int, values: list[Any], columns: dict[int, str], merged: list[tuple[int, int, int, int]]) -> SheetRow:
    row = SheetRow(number)
    for at, name in columns.items():
        value = values[at] if at < len(values) else None
        row.has_formula |= _is_worked_out(value)
        row.is_merged |= any(top <= number <= low and left <= at <= right for top, low, left, right in merged)
        row.cells[name] = _as_typed(value)
    return row


def _is_worked_out(value: Any) -> bool:
    if not isinstance(value, str):
        return value is not None and not isinstance(value, int | float | bool | date | datetime)
    text = value.lstrip(" ")
    return text.startswith(_WORKED_OUT) or (text.startswith("-") and not text[1:2].isdigit())


def _as_typed(value: Any) -> Any:
    """Days and numbers as such, all else as text that fits."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return unicodedata.normalize("NFC", str(value if value is not None else "")).strip()[:LONGEST_CELL]


def _plain(value: Any) -> str:
    return " ".join(str(value or "").replace("_", " ").split()).casefold()


def first_lines(content: str, count: int) -> str:
    return "\n".join(islice(content.splitlines(), count))
