"""What the screen before closing asks of the databases, with something in each of its parts."""

import pytest
from django.urls import reverse

from portal.cases.models import Matter
from portal.records.actions import place_hold
from portal.records.statuses import HoldKind
from tests.counting import full_cost
from tests.factories.allegations import make_routed_allegation
from tests.factories.cases import make_participant
from tests.factories.closing import confirm_all_outside, make_ended_case
from tests.factories.people import make_staff
from tests.factories.requests import make_request
from tests.factories.signing_in import sign_in, verified
from tests.factories.texts import make_resolution_texts

pytestmark = [pytest.mark.django_db(databases=["default", "keys"]), pytest.mark.usefixtures("kept_pages")]


def suspend(matter):
    director = make_staff("DIRECTOR", matter.programme)
    place_hold(matter_id=matter.pk, kind=HoldKind.LITIGATION, reason="A court asks", by=director)


def test_closing_a_case_asks_as_often_for_two_people_as_for_three_and_no_more_than_it_may(client):
    case = make_ended_case(programme=make_resolution_texts())
    make_routed_allegation(case.matter)
    confirm_all_outside(case.matter, case.coordinator)
    suspend(case.matter)
    sign_in(client, verified(case.coordinator))
    address = reverse("portal:records:close", args=[case.reference])
    client.get(address)
    before = full_cost(client, address)

    make_participant(case, name="Kim")
    make_routed_allegation(case.matter)
    suspend(case.matter)

    assert full_cost(client, address) == before <= 15
    page = client.get(address).content.decode()
    assert "The consent of Kim is not on record" in page
    assert page.count("<h2>Destruction is suspended</h2>") == 2


def test_closing_a_request_asks_no_more_than_it_may(client):
    request = make_request(programme=make_resolution_texts())
    matter = Matter.objects.get(pk=request.matter_id)
    make_routed_allegation(matter)
    suspend(matter)
    coordinator = make_staff(programme=matter.programme)
    sign_in(client, coordinator)
    address = reverse("portal:records:close", args=[request.reference])
    client.get(address)

    assert full_cost(client, address) <= 15
    assert "The request has not ended yet" in client.get(address).content.decode()
