"""The statistics cost the same however much there is to count, and what is subtracted was read at one moment."""

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.accounts.roles import Permission
from portal.intake.models import InformationTally
from portal.reports.models import Statistic, WaitingStatistic
from portal.reports.queries import live, publishable, statistics
from tests.counting import full_cost
from tests.factories.cases import make_case
from tests.factories.people import make_staff
from tests.factories.requests import make_request
from tests.factories.resolutions import make_agreed_resolution, make_keeping_programme
from tests.factories.signing_in import sign_in, verified
from tests.portal.reports.test_actions import line

pytestmark = pytest.mark.django_db

# What is found and counted; to see which programmes somebody may choose costs one more.
COUNTED = 4
TERMS = ("2025F", "2026S", "2026F")


def one_of_each(programme, term):
    """A row more of everything that is counted."""
    facts = line(programme=programme.code, term=term, stage="HELD", days_to_session=9)
    Statistic.objects.create(**facts)
    WaitingStatistic.objects.create(**facts)
    InformationTally.objects.create(programme=programme, term=term, came_by="WEB", asks_for="MEDIATION", count=2)
    make_request(programme=programme)
    make_case(programme=programme)
    make_agreed_resolution(programme=programme)


def asked(*reads):
    """The queries of both databases, savepoints aside."""
    with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
        for read in reads:
            read()
    return [one["sql"] for one in [*data, *keys] if "SAVEPOINT" not in one["sql"]]


@pytest.fixture
def programme():
    return make_keeping_programme()


@pytest.fixture
def viewer(programme):
    """Somebody whose roles have been read, as in any request before its screen begins."""
    person = verified(make_staff("DIRECTOR", programme))
    assert programme.pk in person.programmes_with(Permission.SEE_STATISTICS)
    return person


def test_the_screen_costs_the_same_with_one_and_with_three_rows_of_each_kind(client, programme, viewer):
    address = reverse("portal:reports:statistics")
    sign_in(client, viewer)
    one_of_each(programme, TERMS[0])
    client.get(address)
    screen, counted = full_cost(client, address), asked(lambda: statistics(programme), lambda: live(viewer, programme))

    for term in TERMS[1:]:
        one_of_each(programme, term)

    assert full_cost(client, address) == screen
    assert len(asked(lambda: statistics(programme), lambda: live(viewer, programme))) == len(counted) <= COUNTED


def test_all_tables_of_what_was_closed_are_of_one_moment(programme):
    one_of_each(programme, TERMS[0])

    on_the_screen = [sql for sql in asked(lambda: statistics(programme)) if Statistic._meta.db_table in sql]
    in_public = asked(lambda: publishable(programme))

    assert len(on_the_screen) == len(in_public) == 1
    # The lines that wait are in the same query: a batch that settles meanwhile is on one side or on the other.
    assert WaitingStatistic._meta.db_table in on_the_screen[0]


def test_all_tables_of_what_is_open_are_of_one_moment(programme, viewer):
    one_of_each(programme, TERMS[0])

    assert len(asked(lambda: live(viewer, programme))) == 1
