"""The year of the training programme: it begins in August, as the university's does."""

from datetime import date

_BEGINS_IN = 8


def year_of(day: date) -> int:
    return day.year if day.month >= _BEGINS_IN else day.year - 1


def first_day(year: int) -> date:
    return date(year, _BEGINS_IN, 1)


def last_day(year: int) -> date:
    return date(year + 1, _BEGINS_IN - 1, 31)
