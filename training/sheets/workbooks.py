"""A workbook: its first sheet, a row at a time. Formulas are seen as such and never worked out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext as _

from .reading import SheetRefused

Merged = list[tuple[int, int, int, int]]
MOST_MERGED = 5000
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
# A sheet may say that it goes on for a million rows, all of them empty.
_GOES_ON = 1000


def lines(content: bytes) -> tuple[Iterator[tuple[int, list[Any]]], Merged]:
    """Each row with its number, and the areas of merged cells as (top, bottom, left, right), columns from 0."""
    # Late: what reads workbooks is a tenth of the time that every command takes to start.
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
    # Whatever a workbook that somebody made up brings about.
    except Exception as error:
        raise SheetRefused(_("This workbook cannot be opened. Please save it again.")) from error
    if not book.worksheets:
        raise SheetRefused(_("This sheet is empty."))
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    return _lines(sheet), _merged(content, sheet._worksheet_path)


def _lines(sheet: Any) -> Iterator[tuple[int, list[Any]]]:
    empty = 0
    try:
        for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
            empty = empty + 1 if not any(value is not None for value in values) else 0
            if empty > _GOES_ON:
                return
            yield number, list(values)
    except SheetRefused:
        raise
    except Exception as error:
        raise SheetRefused(_("This workbook cannot be read to its end. Please save it again.")) from error


def _merged(content: bytes, path: str) -> Merged:
    """Read from the sheet's own XML: reading row by row, openpyxl does not tell."""
    from openpyxl.utils.cell import range_boundaries

    found: Merged = []
    with zipfile.ZipFile(io.BytesIO(content)) as package, package.open(path.lstrip("/")) as part:
        for _event, node in iterparse(part, forbid_dtd=True):
            if node.tag.endswith("}mergeCell"):
                left, top, right, low = range_boundaries(node.get("ref"))
                found.append((top, low, left - 1, right - 1))
            if not node.tag.endswith(("}v", "}c", "}is", "}t", "}f")) or node.tag.endswith("}c"):
                node.clear()
            if len(found) > MOST_MERGED:
                raise SheetRefused(_("This sheet has too many merged cells. Please take them apart."))
    return found
