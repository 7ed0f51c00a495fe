"""Which events a list shows: what the address asks for, and nothing it does not understand."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.http import urlencode

PER_PAGE = 12


def coming(events: QuerySet) -> QuerySet:
    """Not over yet, soonest first; those without a date at the end."""
    is_coming = Q(ends_at__gte=timezone.now()) | Q(ends_at=None)
    return events.filter(is_coming).order_by(F("starts_at").asc(nulls_last=True), "path")


def over(events: QuerySet) -> QuerySet:
    return events.filter(ends_at__lt=timezone.now()).order_by("-ends_at", "path")


def gathered(events: QuerySet, asked: Mapping[str, str]) -> dict[str, Any]:
    """What a list prints for `?when=past&kind=WORKSHOP&page=2`. One row too many says that there are more."""
    is_past = asked.get("when") == "past"
    kind = asked.get("kind", "") if asked.get("kind") in events.model.kinds() else ""
    page = _number(asked.get("page", ""))
    rows = over(events) if is_past else coming(events)
    rows = rows.filter(kind=kind) if kind else rows
    found = list(rows[(page - 1) * PER_PAGE : page * PER_PAGE + 1])
    same = {"when": "past" if is_past else "", "kind": kind}
    return {
        "events": found[:PER_PAGE],
        "is_past": is_past,
        "kind": kind,
        "page_number": page,
        "before": address(same, page - 1) if page > 1 else "",
        "after": address(same, page + 1) if len(found) > PER_PAGE else "",
        "choices": [
            (label, address({**same, "kind": code}, 1), code == kind) for code, label in events.model.kinds().items()
        ],
        "all_kinds": address({**same, "kind": ""}, 1),
        "other_times": address({"when": "" if is_past else "past", "kind": kind}, 1),
    }


def address(asked: Mapping[str, str], page: int) -> str:
    """The query for a list: only what differs from the plain one."""
    query = {name: value for name, value in asked.items() if value} | ({"page": page} if page > 1 else {})
    return f"?{urlencode(query)}" if query else "?"


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 5 and int(text) else 1
