"""Every address of the portal is opened once by those who work there: no page asks more than it may (decision 84)."""

import pytest

from tests.security.world import PASS_URLS, STAFF_URLS, make_world

from .walks import cost, too_dear

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("who", "urls", "at_least"),
    [("director", STAFF_URLS, 60), ("mediator", STAFF_URLS, 20), ("party A", PASS_URLS, 15)],
)
def test_no_screen_asks_more_than_it_may(who, urls, at_least):
    world = make_world()

    found = {name: cost(world.viewers[who], world.address(name, wanted)) for name, wanted in urls.items()}
    pages = {name: number for name, number in found.items() if number is not None}

    assert len(pages) >= at_least
    assert too_dear(pages) == {}
