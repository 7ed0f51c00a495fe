import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

from portal.passes import actions, arrivals, farewells
from portal.passes.models import PassSession
from portal.vault.actions import create_key
from tests.factories import make_office, make_pass, use_pass

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def office():
    cache.clear()
    make_office(exit_url="https://weather.example/")


def test_a_code_leads_to_ones_own_page(client):
    _entry, code, _phrase = make_pass()

    response = client.post("/my/enter/", {"code": code})

    assert (response.status_code, response.url) == (302, "/my/")
    cookie = response.cookies[settings.ACCORD_PASS_COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_a_wrong_code_is_kept_in_its_field_and_says_what_to_do(client):
    response = client.post("/my/enter/", {"code": "ABCD-EFGH"})

    page = response.content.decode()
    assert response.status_code == 200
    assert "ABCD-EFGH" in page
    assert "Error:" in page
    assert "we can give you" in page


def test_too_many_tries_say_how_long_to_wait(client):
    for _ in range(actions.TRIES.per_network):
        client.post("/my/enter/", {"code": "wrong"})

    response = client.post("/my/enter/", {"code": "wrong"})

    assert response.status_code == 429
    assert "ten minutes" in response.content.decode()


def test_an_invitation_shows_a_code_and_a_phrase_of_ones_own_once(client, monkeypatch):
    monkeypatch.setattr(arrivals, "_ARRIVALS", [])
    _invitation, code = actions.invite(key_id=create_key())

    first = client.post("/join/", {"code": code})
    second = client.post("/join/", {"code": code})

    own_code = re.search(r"(?:[2-9A-Z]{4}-){5}[2-9A-Z]{4}", first.content.decode()).group()
    assert own_code != code
    assert first["Cache-Control"].find("no-store") >= 0
    assert settings.ACCORD_PASS_COOKIE in first.cookies
    assert "does not open a page" in second.content.decode()
    assert own_code not in second.content.decode()


def test_leaving_ends_the_visit(client):
    use_pass(client, make_pass().entry)

    response = client.post("/my/leave/")

    assert response.url == "/my/enter/"
    assert PassSession.objects.count() == 0


def test_exit_ends_everything_and_leads_to_a_page_anybody_might_read(client, monkeypatch):
    said = []
    monkeypatch.setattr(farewells, "_FAREWELLS", [lambda request, response: said.append(True)])
    use_pass(client, make_pass().entry)

    response = client.get("/exit/")

    assert (response.status_code, response.url) == (302, "https://weather.example/")
    assert response["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert "no-store" in response["Cache-Control"]
    assert PassSession.objects.count() == 0
    assert said == [True]


def test_exit_works_for_somebody_who_holds_nothing(client):
    assert client.get("/exit/").status_code == 302


@pytest.mark.parametrize("after", [timedelta(minutes=31), timedelta(minutes=29)])
def test_a_pause_is_noticed_after_half_an_hour(after):
    actions.begin_visit(entry=make_pass().entry)
    with time_machine.travel(timezone.now() + after):
        assert PassSession.objects.get().is_idle is (after > timedelta(minutes=30))
