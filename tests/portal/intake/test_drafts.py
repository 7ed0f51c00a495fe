"""What is kept of a request before and after it is sent: for one browser, for a while, once."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from portal.cases.models import Matter
from portal.intake.models import Draft, Request
from tests.factories import the_request

from .walking import GIVEN, answer, answer_all, open_office, page, send, start

pytestmark = pytest.mark.django_db
CHECK, SENT, GONE = (reverse(f"portal:intake:{name}") for name in ("check", "sent", "gone"))


@pytest.fixture(autouse=True)
def fresh_counters():
    cache.clear()


def test_sending_twice_is_one_request_and_shows_the_same_code(client):
    open_office()
    answer_all(client)
    draft = client.cookies["draft"].value
    first = send(client)
    shown = client.get(first.url).content

    client.cookies["draft"] = draft
    second = send(client)

    assert Request.objects.count() == 1
    assert second.url == SENT
    assert client.get(second.url).content == shown or "We have it" in client.get(second.url).content.decode()


def test_sending_again_after_the_code_was_kept_says_kindly_that_it_has_arrived(client):
    open_office()
    answer_all(client)
    draft = client.cookies["draft"].value
    send(client)
    client.post(SENT)

    client.cookies["draft"] = draft
    second = send(client)

    assert Request.objects.count() == 1
    assert second.url == GONE
    assert "it has reached us, once" in client.get(GONE).content.decode()


def test_the_slip_is_gone_when_the_visitor_says_so_or_after_twenty_minutes(client):
    open_office()
    answer_all(client)
    send(client)

    with time_machine.travel(timezone.now() + timedelta(minutes=21), tick=False):
        later = client.get(SENT)
    client.post(SENT)

    assert later.url == GONE
    assert Draft.objects.count() == 0


def test_nothing_readable_is_stored_before_sending(client):
    open_office()

    answer_all(client)

    (row,) = Draft.objects.values_list("sealed", flat=True)
    assert b"Rivera" not in bytes(row)
    assert client.cookies["draft"]["httponly"]
    assert Matter.objects.count() == 0


def test_a_draft_lasts_two_hours_and_is_not_prolonged_by_answering(client):
    open_office()
    start(client)
    answer(client, "age")

    with time_machine.travel(timezone.now() + timedelta(minutes=119), tick=False):
        answer(client, "people")
    with time_machine.travel(timezone.now() + timedelta(minutes=121), tick=False):
        late = client.get(page("service"))

    assert late.url == GONE


def test_what_was_typed_after_the_two_hours_is_not_lost(client):
    open_office()
    answer_all(client)

    with time_machine.travel(timezone.now() + timedelta(hours=3), tick=False):
        answered = answer(client, "about", story="A long story")
        assert answered.url == page("age")
        for slug in GIVEN:
            if slug != "about":
                answer(client, slug)
        checked = client.get(CHECK)

    assert "A long story" in checked.content.decode()


def test_exit_deletes_the_draft(client):
    open_office()
    answer_all(client)

    client.get(reverse("portal:passes:exit"))

    assert Draft.objects.count() == 0
    assert not client.cookies["draft"].value


def test_without_a_draft_every_question_leads_to_the_start(client):
    open_office()

    assert client.get(page("about")).url == reverse("portal:intake:start")
    assert send(client).url == GONE


def test_a_foreign_or_broken_cookie_opens_nothing(client):
    open_office()
    answer_all(client)

    client.cookies["draft"] = "not-a-key"

    assert client.get(CHECK).url == reverse("portal:intake:start")


def test_a_campaign_code_travels_along_as_an_opaque_word(client):
    open_office()
    page_with_code = client.get(reverse("portal:intake:start"), {"from": "POSTER-7"})
    answer_all(client)
    start(client, **{"from": "POSTER-7"})
    for slug in GIVEN:
        answer(client, slug)
    send(client)

    assert 'value="POSTER-7"' in page_with_code.content.decode()
    assert the_request().campaign == "POSTER-7"


def test_a_campaign_code_of_another_shape_is_dropped(client):
    open_office()

    shown = client.get(reverse("portal:intake:start"), {"from": "<script>"})

    assert "script&gt;" not in shown.content.decode()
