"""Promise 4: whoever has a tie does not learn that the matter exists: from the next request on, and nowhere."""

import pytest
from django.urls import reverse

from tests.factories import make_staff, sign_in

from .proofs import missing
from .world import STAFF_URLS, make_world, tie

pytestmark = pytest.mark.django_db
LISTS = ("portal:desk:home", "portal:desk:requests", "portal:desk:cases", "portal:reports:statistics")
PROOFS = {
    "tests.portal.intake.test_queue": ["test_a_search_finds_nothing_behind_a_tie"],
    "tests.portal.intake.test_handling": [
        "test_staff_see_that_two_requests_may_belong_together_unless_a_tie_hides_one"
    ],
}


def test_the_proofs_beside_the_feature_stand():
    assert missing(PROOFS) == set()


@pytest.fixture
def world():
    return make_world()


def shown(client, *names):
    return "".join(client.get(reverse(name)).content.decode() for name in names)


def references(world):
    return world.case.reference, world.request.reference


def test_lists_counts_and_search_are_without_it(world):
    with_tie, without = world.viewers["tied coordinator"], world.viewers["coordinator"]
    for reference in references(world):
        assert reference in shown(without, *LISTS)

        assert reference not in shown(with_tie, *LISTS)
    assert with_tie.get(reverse("portal:desk:requests")).context["count"].startswith("0 ")
    for name, reference in zip(("portal:desk:cases", "portal:desk:requests"), references(world), strict=True):
        found = with_tie.get(reverse(name), {"search": reference}).content.decode()
        assert f'href="/{name.split(":")[2]}/{reference}' not in found
        assert f"/{reference}/" not in found


def test_a_tie_that_is_declared_later_hides_it_from_the_next_request_on(world, client):
    person = make_staff("COORDINATOR")
    sign_in(client, person)
    assert client.get(world.case.get_absolute_url()).status_code == 200

    tie(world.case.matter, person)

    assert client.get(world.case.get_absolute_url()).status_code == 404
    assert world.case.reference not in shown(client, *LISTS)


def test_a_tie_ends_the_access_of_a_mediator_who_already_conducts(world):
    client = world.viewers["mediator"]
    assert client.get(world.case.get_absolute_url()).status_code == 200

    tie(world.case.matter, world.case.assignments.get(is_lead=True).neutral)

    assert client.get(world.case.get_absolute_url()).status_code == 404
    assert (
        client.get(world.address("portal:sessions:session", STAFF_URLS["portal:sessions:session"])).status_code == 404
    )
    assert world.case.reference not in shown(client, "portal:desk:home", "portal:desk:cases")
