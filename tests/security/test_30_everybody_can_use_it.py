"""Promise 30: axe fails the build, on every screen of the journeys and on their errors; the keyboard is enough."""

from inspect import getsource
from pathlib import Path

import pytest

from tests.journeys.browser import Person

from .proofs import missing

JOURNEYS = Path(__file__).parent.parent / "journeys"
PROOFS = {
    "tests.journeys.test_public_site": [
        "test_every_public_page_is_free_of_barriers_by_day_and_by_night",
        "test_nothing_is_cut_off_on_a_very_narrow_screen",
        "test_the_keyboard_reaches_the_content_first",
    ],
    "tests.journeys.test_a_visitor_finds_their_way": ["test_a_wrong_address_is_answered_kindly_and_without_barriers"],
    "tests.journeys.test_a_request_without_scripts": ["test_a_request_works_without_scripts"],
}


def test_the_gates_stand():
    assert missing(PROOFS) == set()


def test_the_continuous_run_includes_the_journeys():
    assert "make journeys" in (JOURNEYS.parent.parent / ".ci" / "run").read_text()


@pytest.mark.parametrize("step", [Person.open, Person.press])
def test_every_screen_that_a_journey_reaches_is_looked_at(step):
    assert "self.check()" in getsource(step)
    assert "Axe().run" in getsource(Person.check)
