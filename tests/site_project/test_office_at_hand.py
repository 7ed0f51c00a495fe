"""The office's facts stand on every page. They are read once, and again when somebody changed them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.programmes.models import Office
from portal.programmes.queries import current_office
from tests.factories import make_office, make_staff, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kept_pages")]

PAGE = "/portal/roster/"


@pytest.fixture(autouse=True)
def office():
    return make_office()


@pytest.fixture
def staff(client):
    sign_in(client, make_staff("DIRECTOR"))
    return client


def looks(client):
    with CaptureQueriesContext(connection) as asked:
        client.get(PAGE)
    return sum('FROM "portal_office"' in one["sql"] for one in asked)


def test_the_second_page_asks_for_them_no_more(staff):
    assert [looks(staff), looks(staff)] == [1, 0]


def test_what_is_changed_is_on_the_next_page(staff, django_capture_on_commit_callbacks):
    staff.get(PAGE)
    with django_capture_on_commit_callbacks(execute=True):
        office = Office.objects.get()
        office.name = "Office for Talking Again"
        office.save()

    assert "Office for Talking Again" in staff.get(PAGE).text


def test_a_page_that_changes_its_copy_changes_nobody_elses(staff):
    mine = current_office(staff.get(PAGE).wsgi_request)
    mine.name = "Only in this form"

    assert current_office(staff.get(PAGE).wsgi_request).name != "Only in this form"


def test_where_nothing_may_be_kept_it_is_read_each_time(staff, settings):
    settings.CACHES = settings.CACHES | {"pages": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

    assert [looks(staff), looks(staff)] == [1, 1]
