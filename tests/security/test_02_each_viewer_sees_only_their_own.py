"""Promise 2: who gets in where, tried for every URL, every role and every relation to a case.

A new URL fails here until it has its line in `matrix`. Not visible is 404 with the bytes of what does not exist.
"""

import pytest

from .matrix import INSIDERS, OF_A_MATTER, OF_THE_OFFICE, OUTSIDERS, OWN, ROLES
from .world import PASS_URLS, STAFF_URLS, make_world, tried

pytestmark = pytest.mark.django_db
CLOSED = (403, 404)
# Taking back a time twice is taking it back once: it answers the same when there is no such time in this case.
TWICE_IS_ONCE = "portal:scheduling:take_back"


@pytest.fixture
def world():
    return make_world()


def test_every_url_behind_a_closed_door_has_its_line():
    listed = set(OF_A_MATTER) | set(OF_THE_OFFICE) | OWN
    urls = {*STAFF_URLS, *PASS_URLS}

    assert urls - listed == set(), "say in tests/security/matrix.py who gets in"
    assert listed - urls == set(), "these are gone"
    assert set(PASS_URLS) == OWN
    assert not set(OF_A_MATTER) & set(OF_THE_OFFICE)


def test_each_part_of_a_matter_opens_for_those_of_its_line_and_for_nobody_else(world):
    let_in = {
        name: {
            who for who in INSIDERS if tried(world.viewers[who], world.address(name, asked)).status_code not in CLOSED
        }
        for name, asked in STAFF_URLS.items()
        if name in OF_A_MATTER
    }

    assert let_in == OF_A_MATTER


def test_a_matter_is_missing_for_everybody_else_with_the_same_bytes(world):
    for name in OF_A_MATTER:
        address = world.address(name, STAFF_URLS[name])
        nothing = world.address(name, STAFF_URLS[name], missing=True)
        for who in OUTSIDERS:
            shown = tried(world.viewers[who], address)
            assert shown.status_code == 404, (who, address)
        # The last of them stands for all: the page for what is missing names neither path nor person.
        assert shown.content == tried(world.viewers[who], nothing).content, address


def test_nobody_without_a_second_factor_is_told_whether_something_exists(world):
    for name in OF_A_MATTER:
        address = world.address(name, STAFF_URLS[name])
        for who in ("anonymous", "party A"):
            response = world.viewers[who].get(address)
            assert (response.status_code, response.url.split("?")[0]) == (302, "/sign-in/"), (who, address)


def test_what_belongs_to_another_case_is_not_found_under_this_one(world):
    nested = {
        name: asked for name, asked in STAFF_URLS.items() if name in OF_A_MATTER and len(set(asked) - {"step"}) > 1
    }
    nested.pop(TWICE_IS_ONCE)
    assert len(nested) > 20

    for name, asked in nested.items():
        foreign = world.address(name, asked, nested_in=world.other_case)
        assert tried(world.viewers["coordinator"], foreign).status_code in CLOSED, foreign


def test_the_offices_own_pages_open_for_the_roles_of_their_line(world):
    let_in = {
        name: {
            who
            for who in ROLES
            if tried(world.viewers[who], world.address(name, STAFF_URLS[name])).status_code not in CLOSED
        }
        for name in OF_THE_OFFICE
    }

    assert let_in == OF_THE_OFFICE


def test_a_partys_pages_ask_everybody_else_for_a_code_and_hide_what_is_not_theirs(world):
    for name in OWN:
        address = world.address(name, PASS_URLS[name], nested_in=world.other_case)
        for who in ("anonymous", "coordinator", "mediator"):
            assert world.viewers[who].get(address).url.startswith("/my/enter/"), (who, address)
        if PASS_URLS[name] and name.startswith("portal:"):
            assert tried(world.viewers["party A"], address).status_code == 404, address
