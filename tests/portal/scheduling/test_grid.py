from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from portal.scheduling.grid import Grid
from portal.scheduling.matching import bits, run_starts

BOSTON = ZoneInfo("America/New_York")


def grid(first_day=date(2026, 3, 2), days=14, zone=BOSTON):
    return Grid(first_day=first_day, days=days, zone=zone)


def test_every_day_of_the_week_has_the_half_hours_from_eight_to_ten_at_night():
    boxes = grid().half_hours

    assert len(boxes) == 14 * 28
    assert {box.label for box in boxes if box.day == date(2026, 3, 8)} == {
        f"{hour:02d}:{minute}" for hour in range(8, 22) for minute in ("00", "30")
    }


def test_the_last_two_hour_session_of_a_day_ends_at_ten():
    one_day = grid(days=1)
    starts = [one_day.moment(bit) for bit in bits(run_starts(one_day.mask(one_day.by_value), 4))]

    assert max(starts).astimezone(BOSTON).strftime("%H:%M") == "20:00"


@pytest.mark.parametrize("change", [date(2026, 3, 8), date(2026, 11, 1)])
def test_a_change_of_the_clocks_leaves_local_times_as_people_gave_them(change):
    days = grid(first_day=change - timedelta(days=2), days=5)

    for box in days.half_hours:
        local = days.moment(box.bit).astimezone(BOSTON)
        assert local.isoformat(timespec="minutes")[:16] == box.value
        assert days.moment(box.bit) == box.starts_at


def test_hours_that_the_clocks_jump_over_are_not_offered():
    # In 2011 Samoa left out the 30th of December.
    days = grid(first_day=date(2011, 12, 29), days=3, zone=ZoneInfo("Pacific/Apia"))

    assert {box.day for box in days.half_hours} == {date(2011, 12, 29), date(2011, 12, 31)}


def test_a_span_touches_the_half_hours_that_it_only_partly_fills():
    one_day = grid(days=1)
    nine = datetime(2026, 3, 2, 9, 0, tzinfo=BOSTON).astimezone(UTC)

    touched = one_day.mask_between(nine + timedelta(minutes=10), nine + timedelta(minutes=70))

    assert [one_day.moment(bit) for bit in bits(touched)] == [nine + n * timedelta(minutes=30) for n in range(3)]


def test_a_span_outside_the_grid_touches_nothing():
    one_day = grid(days=1)

    before = datetime(2026, 2, 1, tzinfo=UTC)

    assert one_day.mask_between(before, before + timedelta(hours=2)) == 0


def test_values_that_were_made_up_are_left_out():
    assert grid().mask(["2026-03-02T03:00", "nonsense", "2030-01-01T09:00"]) == 0
