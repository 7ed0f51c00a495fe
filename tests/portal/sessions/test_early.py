"""A session that is opened long before its booked time: the page says so before anybody presses (decision 85)."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from portal.sessions.actions import prepare_session
from tests.counting import full_cost
from tests.factories import sign_in
from tests.factories.sessions import make_booked_case, make_running_session

pytestmark = pytest.mark.django_db

EARLY = "It is not time yet"


@pytest.fixture
def session():
    case, pair = make_booked_case()
    return prepare_session(case_id=case.pk, by=pair[0])


def opened(client, session, viewer, *, before):
    with time_machine.travel(session.booking.starts_at - before, tick=False):
        sign_in(client, viewer)
        return client.get(session.get_absolute_url()).text


@pytest.mark.parametrize(
    ("before", "is_told"),
    [
        (timedelta(hours=5), True),
        (timedelta(hours=2, minutes=1), True),
        (timedelta(hours=2), False),
        (timedelta(minutes=-30), False),
    ],
)
def test_until_two_hours_before_the_page_says_that_it_is_early(client, session, before, is_told):
    page = opened(client, session, session.case.assignments.first().neutral, before=before)

    assert (EARLY in page) is is_told
    assert ("ask the office to move the booking" in page) is is_told


def test_staff_find_the_way_to_move_the_booking_there(client, session):
    page = opened(client, session, session.case.coordinator, before=timedelta(hours=5))

    assert EARLY in page
    assert reverse("portal:scheduling:move", args=[session.case.reference]) in page
    assert page.index(EARLY) < page.index("open the signing")


def test_a_session_that_runs_is_not_called_early(client):
    session, pair = make_running_session()
    sign_in(client, pair[0])

    assert EARLY not in client.get(session.get_absolute_url()).text


def test_saying_so_asks_the_database_nothing(session):
    costs = []  # a first visit costs more than a second and is not compared
    for before in (timedelta(hours=9), timedelta(hours=5), timedelta(hours=1)):
        client = Client()
        with time_machine.travel(session.booking.starts_at - before, tick=False):
            sign_in(client, session.case.coordinator)
            costs.append(full_cost(client, session.get_absolute_url()))

    assert costs[1] == costs[2]
