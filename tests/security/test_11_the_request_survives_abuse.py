"""Promise 11: floods, replays, huge and wrong input, a full disk: nothing is taken twice, nobody is turned away."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from portal.intake import limits
from portal.intake.models import Draft, Request
from tests.factories import make_staff
from tests.portal.intake.walking import GIVEN, answer, answer_all, open_office, page, send, start

pytestmark = pytest.mark.django_db
CONTACT_ME, INFORMATION = reverse("portal:intake:contact_me"), reverse("portal:intake:information")
SHORT = {"age": "ADULT", "safe_way": "PHONE", "phone": "555-0101"}


@pytest.fixture(autouse=True)
def office():
    cache.clear()
    open_office()


@pytest.mark.parametrize("url", [CONTACT_ME, INFORMATION, reverse("portal:intake:check")])
def test_a_flood_from_one_network_is_stopped_with_a_page_that_helps(client, url):
    answer_all(client)
    for _number in range(limits.SENDING.per_network):
        client.post(url, {"website": "spam"})

    refused = client.post(url, {"website": "spam"})

    assert refused.status_code == 429
    assert 'href="tel:6175550142"' in refused.content.decode()
    assert Request.objects.count() == 0


def test_a_flood_from_elsewhere_leaves_a_visitor_their_way_in(client):
    for number in range(limits.SENDING.overall):
        limits.SENDING.count(f"network {number}")

    answer_all(client)
    send(client)

    assert Request.objects.count() == 1


def test_opening_pages_keeps_nothing(client):
    for _number in range(3):
        client.get(reverse("portal:intake:start"))
        client.get(CONTACT_ME)
        client.head(reverse("portal:intake:start"))

    assert Draft.objects.count() == 0


def test_starting_again_and_again_keeps_one_draft(client):
    for _number in range(5):
        start(client)

    assert Draft.objects.count() == 1


def test_the_short_form_sent_twice_is_one_request(client):
    token = client.get(CONTACT_ME).context["form"].initial["token"]

    first, second = (client.post(CONTACT_ME, SHORT | {"token": token}) for _number in range(2))

    assert first.url == second.url == reverse("portal:intake:sent")
    assert Request.objects.count() == 1
    assert Request.objects.get().asks_for == "CONTACT"


def test_the_short_form_sent_again_after_the_code_was_kept_says_that_it_arrived(client):
    token = client.get(CONTACT_ME).context["form"].initial["token"]
    client.post(CONTACT_ME, SHORT | {"token": token})
    client.post(reverse("portal:intake:sent"))

    again = client.post(CONTACT_ME, SHORT | {"token": token})

    assert again.url == reverse("portal:intake:gone")
    assert Request.objects.count() == 1


def test_a_forged_token_is_only_a_new_one(client):
    client.post(CONTACT_ME, SHORT | {"token": "x" * 10_000})

    assert Request.objects.count() == 1


def test_the_short_form_walls_people_off_and_refuses_when_nobody_is_left(client):
    luis = make_staff()
    client.post(CONTACT_ME, SHORT | {"tied": [str(luis.pk)]})
    everybody = [code for code, _label in client.get(CONTACT_ME).context["form"].fields["tied"].choices]

    refused = client.post(CONTACT_ME, SHORT | {"tied": everybody})

    assert [tie.person for tie in Request.objects.get().matter.ties.all()] == [luis]
    assert "The ombuds office" in refused.content.decode()


@pytest.mark.parametrize("slug", list(GIVEN))
def test_wrong_types_get_a_message_and_change_nothing(client, slug):
    answer_all(client)
    before = bytes(Draft.objects.get().sealed)

    response = client.post(page(slug), {name: ["\x00", "[]", "{}", "9" * 5000] for name in GIVEN[slug]})

    assert response.status_code == 422
    assert bytes(Draft.objects.get().sealed) == before


def test_a_body_beyond_all_measure_is_refused(client):
    start(client)

    assert answer(client, "about", story="x" * 600_000).status_code == 400


def test_a_full_disk_is_said_on_every_way_in(client, monkeypatch):
    answer_all(client)
    monkeypatch.setattr(limits, "disk_is_full", lambda: True)

    refused = [start(client), answer(client, "about"), send(client), client.post(CONTACT_ME, SHORT)]

    assert [one.status_code for one in refused] == [503] * 4
    assert all('href="tel:6175550142"' in one.content.decode() for one in refused)
    assert Request.objects.count() == 0


def test_information_only_leaves_nothing_about_anybody(client):
    client.post(INFORMATION, {"asks_for": "COACHING"})
    refused = client.post(INFORMATION, {"asks_for": ""})

    assert refused.status_code == 422
    assert (Request.objects.count(), Draft.objects.count()) == (0, 0)
