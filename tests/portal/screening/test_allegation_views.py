"""The screens of allegations: from the first word to the second signature."""

import pytest
from django.urls import reverse

from portal.screening.actions import route_allegation
from portal.screening.models import Allegation, AllegationRoute
from portal.screening.statuses import AllegationWay, Standing
from tests.factories.allegations import make_allegation
from tests.factories.people import make_staff
from tests.factories.requests import make_request
from tests.factories.signing_in import sign_in
from tests.factories.texts import make_resolution_texts

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def route(row):
    return route_allegation(
        allegation_id=row.pk, way=AllegationWay.MEDIATION, reason="Both want to talk.", by=row.added_by
    )


def url(name, *args):
    return reverse(f"portal:screening:{name}", args=args)


def test_the_screens_from_the_first_word_to_the_second_signature(client):
    request = make_request(programme=make_resolution_texts())
    by, director = make_staff(programme=request.programme), make_staff("DIRECTOR", request.programme)
    sign_in(client, by)
    assert url("allegations", request.reference) in client.get(request.get_absolute_url()).content.decode()

    typed = {"what": "", "law": "TITLE_IX", "basis": "SEX", "harmed": "Alex Rivera"}
    page = client.post(url("add_allegation", request.reference), typed)
    assert page.status_code == 422
    assert "Alex Rivera" in page.content.decode()
    client.post(url("add_allegation", request.reference), typed | {"what": "Sam wrote mean notes"})
    row = Allegation.objects.get()
    refused = client.post(url("route_allegation", request.reference, row.pk), {"way": "MEDIATION", "reason": "Why not"})
    assert refused.status_code == 422
    assert "Why not" in refused.content.decode()

    people = {"what": row.what, "law": "TITLE_IX", "basis": "SEX", "harmed_is": ["STUDENT"], "named_is": ["STUDENT"]}
    client.post(url("change_allegation", request.reference, row.pk), people | {"formal_complaint": "F-1"})
    client.post(url("formal_process", request.reference, row.pk), {"since": "2026-11-01", "paused_on": "2026-11-03"})
    client.post(url("route_allegation", request.reference, row.pk), {"way": "MEDIATION", "reason": "Both want it"})
    waiting = AllegationRoute.objects.get()
    assert client.post(url("sign_way", request.reference, waiting.pk), {"agrees": "on"}).status_code == 403

    sign_in(client, director)
    assert request.reference in client.get(url("waiting")).content.decode()
    assert client.post(url("sign_way", request.reference, waiting.pk), {"words": ""}).status_code == 422
    client.post(url("sign_way", request.reference, waiting.pk), {"agrees": "on"})

    page = client.get(url("allegations", request.reference)).content.decode()
    assert "Mediation" in page
    assert "rests since 3 November 2026" in page
    assert AllegationRoute.objects.get().standing == Standing.IN_FORCE


def test_an_id_of_another_matter_is_missing(client):
    programme = make_resolution_texts()
    one, other = make_request(programme=programme), make_request(programme=programme)
    row = make_allegation(other.matter)
    waiting = route(row)
    sign_in(client, make_staff("DIRECTOR", programme))

    for name, pk in (
        ("change_allegation", row.pk),
        ("route_allegation", row.pk),
        ("formal_process", row.pk),
        ("sign_way", waiting.pk),
    ):
        assert client.get(url(name, one.reference, pk)).status_code == 404


def test_the_other_programme_has_no_such_page_and_its_people_see_none(client):
    mediation = make_request()
    here = make_request(programme=make_resolution_texts())
    sign_in(client, make_staff("DIRECTOR", mediation.programme))

    assert client.get(url("allegations", mediation.reference)).status_code == 404
    assert client.get(url("allegations", here.reference)).status_code == 404


def test_the_page_asks_as_often_for_one_as_for_three(client, django_assert_max_num_queries):
    request = make_request(programme=make_resolution_texts())
    row = make_allegation(request.matter)
    route(row)
    sign_in(client, row.added_by)
    with django_assert_max_num_queries(16):
        client.get(url("allegations", request.reference))
    for _ in range(2):
        route(make_allegation(request.matter, by=row.added_by))

    with django_assert_max_num_queries(16):
        page = client.get(url("allegations", request.reference))

    assert page.content.decode().count("Waits for the director") == 3
