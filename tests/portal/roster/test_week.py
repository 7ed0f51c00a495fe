from datetime import time

from portal.roster.forms import HoursForm
from portal.roster.week import joined, slots_of


def test_a_day_has_twenty_eight_half_hours():
    slots = slots_of(6)

    assert (len(slots), slots[0], slots[-1]) == (28, "6T08:00", "6T21:30")


def test_neighbouring_half_hours_become_one_span():
    slots = [(0, time(9, 30)), (0, time(9)), (0, time(9)), (0, time(12)), (1, time(9))]

    assert joined(slots) == [(0, time(9), time(10)), (0, time(12), time(12, 30)), (1, time(9), time(9, 30))]


def test_the_form_takes_the_half_hours_of_the_grid_only():
    form = HoursForm({"hours": ["2T18:00", "2T18:30"]})

    assert form.is_valid()
    assert form.spans == [(2, time(18), time(19))]
    assert HoursForm({}).is_valid()
    for wrong in ("7T18:00", "2T22:00", "2T18:15", "x"):
        assert not HoursForm({"hours": [wrong]}).is_valid()
