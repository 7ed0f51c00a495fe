"""No small number is shown, and none can be computed from what is."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.reports.suppression import MINIMUM_BASE, THRESHOLD, suppress, total

TABLES = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 9), max_size=5)


def shown_values(counts):
    """The values that each hidden cell may have, for a reader who has the shown cells and the total."""
    cells = suppress(counts)
    hidden = [name for name, cell in cells.items() if cell.count is None]
    known = sum(cell.count for cell in cells.values() if cell.count is not None)
    whole = total(counts).count
    sums = range(1, THRESHOLD) if whole is None else [whole - known]
    most = max(sums, default=0)
    fitting = [each for each in product(range(1, most + 1), repeat=len(hidden)) if sum(each) in sums]
    return {name: {each[place] for each in fitting} for place, name in enumerate(hidden)}


@given(TABLES)
def test_no_hidden_number_can_be_computed_from_the_shown_ones_and_the_total(counts):
    for values in shown_values(counts).values():
        assert len(values) > 1


@given(TABLES)
def test_a_reader_who_takes_every_hidden_cell_for_a_small_one_learns_nothing_either(counts):
    cells = suppress(counts)
    hidden = [counts[name] for name, cell in cells.items() if cell.count is None]

    if hidden and max(hidden) < THRESHOLD and total(counts).count is not None:
        small = product(range(1, THRESHOLD), repeat=len(hidden))
        fitting = [each for each in small if sum(each) == sum(hidden)]
        assert all(len(set(values)) > 1 for values in zip(*fitting, strict=True))


@given(TABLES)
def test_no_small_number_is_ever_shown_and_what_is_shown_is_true(counts):
    for name, cell in suppress(counts).items():
        assert cell.count is None or cell.count == counts[name]
        assert cell.count is None or cell.count == 0 or cell.count >= THRESHOLD
    assert total(counts).count not in range(1, THRESHOLD)


@given(TABLES)
def test_no_share_stands_beside_a_hidden_number_or_on_a_small_base(counts):
    for cell in suppress(counts).values():
        assert cell.share is None or (cell.count is not None and sum(counts.values()) >= MINIMUM_BASE)


def test_zeros_are_shown_and_hide_nothing():
    assert {name: str(cell) for name, cell in suppress({"a": 0, "b": 12, "c": 0}).items()} == {
        "a": "0",
        "b": "12",
        "c": "0",
    }


def test_a_single_small_number_takes_the_next_smallest_with_it():
    assert {name: str(cell) for name, cell in suppress({"a": 2, "b": 12, "c": 7, "d": 0}).items()} == {
        "a": "<5",
        "b": "12",
        "c": "<5",
        "d": "0",
    }


@pytest.mark.parametrize("same", [1, 4])
def test_equal_numbers_that_their_sum_would_give_away_take_another_with_them(same):
    cells = suppress({"a": same, "b": same, "c": 20, "d": 30})

    assert [name for name, cell in cells.items() if cell.count is None] == ["a", "b", "c"]


@pytest.mark.parametrize("counts", [{"a": 4, "b": 4}, dict.fromkeys("abcde", 1), dict.fromkeys("abcd", 1)])
def test_a_table_that_nothing_can_keep_secret_has_no_lines(counts):
    assert suppress(counts) == {}
