"""Whom to phone when the office is closed (P11): named, still here, without a tie, with a number."""

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.cases.models import Tie
from portal.emergencies.actions import name_people
from portal.programmes.contacts import dials
from tests.counting import full_cost
from tests.factories import make_staff, sign_in
from tests.factories.sessions import make_running_session

pytestmark = pytest.mark.django_db

NOBODY = "Outside office hours the emergency numbers are the ones to call."


@pytest.fixture
def session():
    return make_running_session()[0]


@pytest.fixture
def director(session):
    return make_staff("DIRECTOR", programme=session.case.programme)


@pytest.fixture
def luis(session, director):
    programme = session.case.programme
    luis = make_staff("CASE_MANAGER", programme=programme, first_name="Luis", last_name="Ferrer")
    name_people(programme=programme, director=director, on_call=luis, phone="555-0123", keep_days=7, by=director)
    return luis


def safety_page(client, session, viewer=None):
    sign_in(client, viewer or session.case.assignments.first().neutral)
    return client.get(reverse("portal:sessions:safety", args=[session.pk]))


def test_the_safety_page_says_who_is_on_call(client, session, luis):
    page = safety_page(client, session)

    assert "On call: Luis Ferrer, " in page.text
    assert 'href="tel:5550123"' in page.text
    assert NOBODY not in page.text


def test_the_emergency_page_says_it_too(client, session, luis):
    sign_in(client, session.case.coordinator)

    page = client.get(reverse("portal:screening:emergency", args=[session.case.reference]))

    assert "On call: Luis Ferrer, " in page.text
    told = client.get(reverse("portal:emergencies:tell", args=[session.case.reference]))
    assert 'href="tel:5550123"' in told.text


def test_nobody_else_reads_the_number(client, session, luis):
    page = safety_page(client, session, viewer=make_staff("NEUTRAL", programme=session.case.programme))

    assert page.status_code == 404
    assert "555-0123" not in page.text


def _has_no_number(luis, session):
    luis.phone = "ask at the desk"
    luis.save()


def _has_left(luis, session):
    luis.grants.update(ended_at=timezone.now(), ended_by=luis)


def _has_a_tie(luis, session):
    Tie.objects.create(matter=session.case.matter, person=luis, answer="YES", source="NAMED")


@pytest.mark.parametrize("but", [_has_no_number, _has_left, _has_a_tie])
def test_where_nobody_can_be_phoned_the_page_says_so(client, session, luis, but):
    but(luis, session)

    page = safety_page(client, session)

    assert NOBODY in page.text
    assert "Luis" not in page.text


def test_where_nobody_is_named_the_page_says_so(client, session):
    assert NOBODY in safety_page(client, session).text


def test_the_pages_stay_within_fifteen_queries(client, session, luis):
    mediator = session.case.assignments.first().neutral
    sign_in(client, mediator)

    assert full_cost(client, reverse("portal:sessions:safety", args=[session.pk])) <= 15
    assert full_cost(client, reverse("portal:screening:emergency", args=[session.case.reference])) <= 15


def test_whoever_names_the_people_gives_the_number_and_an_odd_one_changes_nothing(client, session, director, luis):
    sign_in(client, director)
    url = reverse("portal:emergencies:people", args=[session.case.programme.code])
    sent = {"director": str(director.pk), "on_call": str(luis.pk), "keep_days": "7"}

    odd = client.post(url, sent | {"phone": "at home"})
    luis.refresh_from_db()
    kept = luis.phone
    client.post(url, sent | {"phone": "+1 (617) 555-0124 ext. 9"})
    luis.refresh_from_db()

    assert (odd.status_code, "that a telephone can dial" in odd.text, "at home" in odd.text) == (422, True, True)
    assert (kept, luis.phone) == ("555-0123", "+1 (617) 555-0124 ext. 9")
    client.post(url, sent)
    luis.refresh_from_db()
    assert luis.phone == "+1 (617) 555-0124 ext. 9"


@pytest.mark.parametrize(
    ("written", "dialled"),
    [("555-0123", "5550123"), ("+1 (617) 555-0124 ext. 9", "+16175550124"), ("at home", ""), ("", ""), ("5", "")],
)
def test_what_a_telephone_dials(written, dialled):
    assert dials(written) == dialled
