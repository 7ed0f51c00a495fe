"""The statistics as a file for a spreadsheet: the same suppressed numbers, and no cell that runs."""

from __future__ import annotations

import csv
import io

from .queries import Statistics

# A cell that begins like this is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(found: Statistics) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["table", "line", "count", "share in %"])
    for table in found.tables:
        for words, cell in table.rows:
            writer.writerow([_plain(str(table.title)), _plain(words), str(cell), cell.share or ""])
        writer.writerow([_plain(str(table.title)), "all", str(table.total), ""])
    return out.getvalue()


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
