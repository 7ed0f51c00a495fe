import pytest
from django.template import Context
from django.test import RequestFactory

from portal.templatetags.staff_menu import staff_menu
from tests.factories import make_staff, make_user

pytestmark = pytest.mark.django_db


def menu_of(user, path="/portal/requests/"):
    request = RequestFactory().get(path)
    request.user = user
    return staff_menu(Context({"request": request}))


def titles(menu):
    return {str(item.title) for item in menu.everything}


def test_a_coordinator_finds_the_daily_screens_but_not_the_people():
    menu = menu_of(make_staff("COORDINATOR"))

    assert {"Requests", "Roster", "Handbook", "Public site"} <= titles(menu)
    assert "People" not in titles(menu)


def test_a_neutral_finds_no_requests_and_no_roster():
    menu = menu_of(make_staff("NEUTRAL"))

    assert not {"Requests", "Roster", "People", "Programme"} & titles(menu)
    assert not menu.may_log_contact
    assert menu_of(make_staff("COORDINATOR")).may_log_contact


def test_the_page_shown_now_is_marked():
    everything = menu_of(make_staff("DIRECTOR"), "/portal/requests/R-AAAA/").everything

    assert [str(item.title) for item in everything if item.is_current] == ["Requests"]
    assert menu_of(make_staff("DIRECTOR"), "/portal/people/").is_current_behind


def test_somebody_without_a_role_finds_only_what_is_for_everybody():
    assert not {"Requests", "Cases", "Roster", "Statistics", "People"} & titles(menu_of(make_user()))


def test_only_those_who_log_contacts_are_offered_it():
    assert menu_of(make_staff("COORDINATOR")).may_log_contact
    assert not menu_of(make_staff("NEUTRAL")).may_log_contact
