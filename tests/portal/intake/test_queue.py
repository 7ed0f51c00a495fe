"""The queue of requests and its clock."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from portal.intake import actions
from portal.intake.clocks import clock_of
from tests.counting import cost, full_cost
from tests.factories import make_request, make_staff, make_wish, sign_in, the_request

pytestmark = pytest.mark.django_db
QUEUE, LOG, SLIP = reverse("portal:desk:requests"), reverse("portal:intake:log_contact"), reverse("portal:intake:slip")
CALL = {"kind": "REQUEST", "came_by": "PHONE", "asks_for": "UNSURE", "safe_way": "PHONE", "phone": "555-0101"}


@pytest.fixture(autouse=True)
def fresh_counters():
    cache.clear()


@pytest.fixture
def dana(client):
    person = make_staff(first_name="Dana", last_name="Okafor")
    make_wish()
    sign_in(client, person)
    return person


def test_somebody_away_is_shown_with_their_cover(client, dana):
    luis = make_staff(first_name="Luis", away_until=timezone.localdate() + timedelta(days=2), cover=dana)
    request = make_request()
    actions.assign_request(request_id=request.pk, to=luis, by=dana)

    assert "Dana Okafor covers." in client.get(request.get_absolute_url()).content.decode()
    assert "away: Dana" in client.get(QUEUE).content.decode()
    assert request.reference in client.get(QUEUE, {"assigned": "MINE"}).content.decode()


@pytest.mark.parametrize(
    ("days", "word", "kind"),
    [(0, "Today", "wait"), (1, "Day 1 · reply due today", "wait"), (4, "Day 4 · reply overdue", "late")],
)
def test_the_clock_says_in_words_and_colour_how_long_somebody_waits(days, word, kind):
    with time_machine.travel("2026-03-02T15:00Z", tick=False):
        request = make_request()
    with time_machine.travel(f"2026-03-0{2 + days}T16:00Z", tick=False):
        clock = clock_of(request)

    assert (clock.word, clock.kind) == (word, kind)


def test_the_clock_of_an_answered_request_turns_late_after_the_target(client, dana):
    request = make_request(first_contact_at=timezone.now() - timedelta(days=6))
    actions.answer(entry_id=request.entry_id, body="Hello", by=dana)

    assert clock_of(the_request()).kind == "late"
    assert clock_of(the_request()).word == "Day 6"


def test_the_queue_shows_the_longest_waiting_first_and_narrows(client, dana):
    today = make_request(asks_for="COACHING", name="Kim Park", others="")
    older = make_request(first_contact_at=timezone.now() - timedelta(days=3))
    ended = make_request(name="Jo Field")
    actions.end_request(request_id=ended.pk, ending="INFORMATION", by=dana)

    def found(**filters):
        return [row.item.reference for row in client.get(QUEUE, filters).context["rows"]]

    assert found() == [older.reference, today.reference]
    assert found(asks_for="COACHING") == [today.reference]
    assert found(search="park kim") == [today.reference]
    assert found(search=older.reference.lower()) == [older.reference]
    assert found(search="Jo Field") == [ended.reference]
    assert found(status="ENDED") == [ended.reference]
    assert found(assigned="NOBODY") == [older.reference, today.reference]
    assert found(assigned="MINE") == []
    assert found(assigned="nonsense", page="99") == [older.reference, today.reference]
    assert found(search="Nobody Here") == []


def test_a_search_finds_nothing_behind_a_tie(client, dana):
    make_staff()
    hidden = make_request(tied=[dana])

    shown = client.get(QUEUE, {"search": hidden.reference})

    assert hidden.reference not in shown.content.decode().replace(f'value="{hidden.reference}"', "")
    assert client.get(QUEUE).context["count"].startswith("0 requests")


# They all give the same address, so they may belong together: the page says so.
def test_queue_and_page_cost_the_same_for_one_row_and_for_three(client, dana):
    def add(number):
        request = make_request(name=f"Person {number}", others=f"Ann Other{number}\nBo Other{number}")
        actions.answer(entry_id=request.entry_id, body="Hello", by=dana)
        actions.write_message(entry_id=request.entry_id, body="Hello", by=request.entry)
        return request

    first, _another = add(0), add(1)
    client.get(QUEUE)
    one = cost(client, QUEUE), cost(client, first.get_absolute_url())
    for number in (2, 3):
        add(number)
        actions.write_message(entry_id=first.entry_id, body="More", by=first.entry)

    assert (cost(client, QUEUE), cost(client, first.get_absolute_url())) == one
    assert max(one) <= 15
    assert full_cost(client, QUEUE) <= 15
    assert client.get(first.get_absolute_url()).context["together"]
    assert full_cost(client, first.get_absolute_url()) <= 15
