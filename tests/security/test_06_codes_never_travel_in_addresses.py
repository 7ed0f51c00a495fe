"""Promise 6: codes never stand in a path, query, log line, Referer or subject; looking changes nothing."""

import io
import json
import logging

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import get_resolver

from portal.accounts.actions import ask_for_new_password, invite_person
from portal.accounts.models import AccountInvitation
from portal.mail.actions import deliver_due
from portal.passes import actions, arrivals
from portal.passes.models import Invitation, Pass
from portal.vault.actions import create_key
from site_project.logs import JsonFormatter
from tests.factories import PASSWORD, make_office, make_pass, make_user

pytestmark = pytest.mark.django_db

LOOKED_AT = ["/join/", "/my/enter/", "/welcome/", "/sign-in/reset/"]


@pytest.fixture(autouse=True)
def office(monkeypatch):
    cache.clear()
    make_office()
    # Invitations stand alone here: what a case does with an arrival is its own affair.
    monkeypatch.setattr(arrivals, "_ARRIVALS", [])


@pytest.fixture
def log_lines():
    stream, root = io.StringIO(), logging.getLogger()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    root.addHandler(handler)
    yield stream
    root.removeHandler(handler)


@pytest.mark.parametrize("address", LOOKED_AT)
def test_looking_three_times_uses_nothing_up_and_reveals_nothing(client, address):
    _invitation, code = actions.invite(key_id=create_key())
    before = (Invitation.objects.usable().count(), Pass.objects.count(), AccountInvitation.objects.count())

    pages = [client.get(address), client.head(address), client.get(address, {"code": code})]

    assert [page.status_code for page in pages] == [200, 200, 200]
    assert all(code not in page.content.decode() for page in pages)
    assert before == (Invitation.objects.usable().count(), Pass.objects.count(), AccountInvitation.objects.count())
    assert actions.accept(code=code, network="192.0.2.0")


def test_a_code_in_the_query_opens_nothing(client):
    _entry, code, _phrase = make_pass()

    response = client.get("/my/enter/", {"code": code})

    assert response.status_code == 200
    assert code not in response.content.decode()
    assert not response.cookies.get("accord_pass")


# Links that open no case, end by themselves and change nothing when they are only opened (promise 6 names both).
ONE_TIME = {
    "preview/<str:token>/",
    "enrol/place/<str:token>/",
    # A form that is only counted, for whoever holds that place; and ten minutes at the door of one meeting.
    "enrol/place/<str:token>/evaluation/",
    "here/<str:token>/",
}


def test_no_address_takes_a_code():
    names = {str(pattern.pattern) for pattern in get_resolver().url_patterns}
    routes = [route for resolver in get_resolver().url_patterns for route in flatten(resolver)]
    assert names
    taking = {route for route in routes if "<str:code" in route or "<code" in route or "token>" in route.lower()}
    assert taking == ONE_TIME


def flatten(entry, route=""):
    here = route + str(entry.pattern)
    if here.startswith("cms/"):
        return []
    return (
        [deeper for child in entry.url_patterns for deeper in flatten(child, here)]
        if hasattr(entry, "url_patterns")
        else [here]
    )


def test_no_log_line_holds_a_code(client, log_lines):
    _entry, code, phrase = make_pass()
    _invitation, invited = actions.invite(key_id=create_key())

    client.post("/my/enter/", {"code": code})
    client.post("/my/enter/", {"code": code + "X"})
    client.post("/join/", {"code": invited})
    client.post("/join/", {"code": invited})

    lines = log_lines.getvalue()
    assert [json.loads(line) for line in lines.splitlines() if "answered" in line]
    for hidden in (code, invited, phrase, code.split("-")[0]):
        assert hidden not in lines


@pytest.mark.parametrize("address", LOOKED_AT)
def test_other_sites_never_learn_where_somebody_came_from(client, address):
    assert client.get(address)["Referrer-Policy"] == "same-origin"
    assert "no-store" in client.get(address)["Cache-Control"]


def test_mail_carries_a_staff_code_only_behind_the_hash(django_capture_on_commit_callbacks):
    invite_person(email="new@example.edu", first_name="New", last_name="Person", by=None)
    ask_for_new_password(email=make_user(email="old@example.edu", password=PASSWORD).email)

    deliver_due()

    assert len(mail.outbox) == 2
    for message in mail.outbox:
        link = next(word for word in message.body.split() if word.startswith("http"))
        address, _hash, code = link.partition("#")
        assert len(code) == 29
        assert "?" not in address
        assert code not in message.subject
        assert AccountInvitation.objects.usable("ENROL").count() == 1
