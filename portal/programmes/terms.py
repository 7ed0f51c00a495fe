"""Academic terms: the coarsest date that a statistic may carry."""

from datetime import date, timedelta

# The last month of each term.
_TERMS = ((5, "Spring"), (8, "Summer"), (12, "Fall"))


def term_of(day: date) -> str:
    """The term a day lies in, as "2026 Fall"."""
    season = next(name for last_month, name in _TERMS if day.month <= last_month)
    return f"{day.year} {season}"


def start_of_term(day: date) -> date:
    """The first day of the term that a day lies in."""
    before = [last for last, _name in _TERMS if last < day.month]
    return date(day.year, (before[-1] if before else 0) + 1, 1)


def end_of_term(day: date) -> date:
    """The last day of the term that a day lies in."""
    last_month = next(last for last, _name in _TERMS if day.month <= last)
    return date(day.year + last_month // 12, last_month % 12 + 1, 1) - timedelta(days=1)
