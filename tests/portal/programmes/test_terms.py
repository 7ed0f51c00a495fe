from datetime import date

import pytest

from portal.programmes.terms import term_of


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (date(2026, 1, 1), "2026 Spring"),
        (date(2026, 5, 31), "2026 Spring"),
        (date(2026, 6, 1), "2026 Summer"),
        (date(2026, 8, 31), "2026 Summer"),
        (date(2026, 9, 1), "2026 Fall"),
        (date(2026, 12, 31), "2026 Fall"),
    ],
)
def test_every_day_lies_in_one_term(day, term):
    assert term_of(day) == term
