"""Academic terms: the coarsest date that a statistic may carry."""

from datetime import date

# The last month of each term.
_TERMS = ((5, "Spring"), (8, "Summer"), (12, "Fall"))


def term_of(day: date) -> str:
    """The term a day lies in, as "2026 Fall"."""
    season = next(name for last_month, name in _TERMS if day.month <= last_month)
    return f"{day.year} {season}"
