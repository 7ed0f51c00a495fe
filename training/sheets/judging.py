"""What one row says, once it is understood; or why it is not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from training.addresses import address_hash
from training.models import Course
from training.statuses import Fate

from .reading import SheetRow

_EARLIEST = date(1980, 1, 1)
_LONGEST_NAME = 120
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Past:
    """What somebody learned, as the row says it."""

    name: str
    address: str
    course: Course
    day: date
    quarters: int

    @property
    def person(self) -> str:
        return address_hash(self.address)


def understood(row: SheetRow, courses: dict[str, Course], today: date) -> Past | Fate:
    """The record in a row, or its fate. The first thing that is wrong is the one that is told."""
    # The lower of two merged cells is empty: its row is not.
    for is_so, fate in ((row.is_merged, Fate.MERGED), (row.is_empty, Fate.EMPTY), (row.has_formula, Fate.FORMULA)):
        if is_so:
            return fate
    name, address = str(row.cells["name"]), str(row.cells["address"]).strip()
    course = courses.get(str(row.cells["course"]).casefold())
    wrong = _wrong_person(name, address) or (None if course else Fate.NO_COURSE)
    day, quarters = _day(row.cells["day"], today), _quarters(row.cells.get("hours", ""), course)
    for found in (wrong, day, quarters):
        if isinstance(found, Fate):
            return found
    assert course is not None and isinstance(day, date) and isinstance(quarters, int)  # noqa: S101, PT018
    return Past(name, address, course, day, quarters)


def _wrong_person(name: str, address: str) -> Fate | None:
    if not name or len(name) > _LONGEST_NAME:
        return Fate.NO_NAME
    try:
        validate_email(address)
    except ValidationError:
        return Fate.NO_ADDRESS
    return None


def _day(typed: Any, today: date) -> date | Fate:
    """Written as 2024-05-03. What could be two days, or a mere number, is not guessed at."""
    text = str(typed)
    try:
        day = date.fromisoformat(text) if _ISO.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or day < _EARLIEST:
        return Fate.NO_DAY
    return Fate.FUTURE if day > today + timedelta(days=0) else day


def _quarters(typed: Any, course: Course | None) -> int | Fate:
    """Hours in quarters; without any, those of the course."""
    if course is None:
        return 0
    text = str(typed).strip().replace(",", ".")
    try:
        quarters = float(text) * 4 if text else float(course.hours * 4)
    except ValueError:
        return Fate.NO_HOURS
    if quarters != quarters or not 1 <= quarters <= 1600 or quarters != int(quarters):
        return Fate.NO_HOURS
    return int(quarters)
