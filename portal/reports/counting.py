"""Numbers for many tables in one query: they are of one moment, and none is read later than another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from django.db.models import Count, QuerySet, TextField, Value
from django.db.models.functions import Cast


def counts_of(tables: Mapping[str, tuple[QuerySet, str]]) -> dict[str, Counter[str]]:
    """How many rows have which code, for each table: its rows and the column that is counted.

    Every value is text, a number as well; what has none is not counted.
    """
    # The database counts each column by itself: groups of all columns together are nearly as many as there are rows.
    grouped = [
        rows.order_by().values_list(Value(name), Cast(column, TextField())).annotate(number=Count("*"))
        for name, (rows, column) in tables.items()
    ]
    counts: dict[str, Counter[str]] = {name: Counter() for name in tables}
    for name, code, number in grouped[0].union(*grouped[1:], all=True):
        if code:
            counts[name][code] = number
    return counts
