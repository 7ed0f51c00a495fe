"""A learner whose code is lost or has run out comes back by way of their mailbox."""

import pytest
from django.utils import timezone

from portal.mail.models import Mailing
from portal.passes.actions import EntryRefused, begin_visit, enter
from portal.passes.models import PassSession
from tests.factories.training import make_learner

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
START = "/enrol/new-code/"


def words(response):
    return " ".join(response.content.decode().split())


def prove(client, address):
    client.post(START, {"address": address})
    digits = Mailing.objects.filter(kind="ADDRESS_CODE").latest("created_at").context["code"]
    return client.post(f"{START}digits/", {"code": digits}, follow=True)


def code_on(page):
    return page.split('<span class="code">')[1].split("</span>")[0]


def test_the_owner_of_the_mailbox_gets_a_new_code_and_the_old_one_ends(client):
    learner = make_learner(address="robin.vale@example.org")
    begin_visit(entry=learner.entry)
    learner.entry.expires_at = timezone.now()
    learner.entry.save()

    page = words(prove(client, "Robin.Vale+courses@example.org"))

    assert enter(code=code_on(page), network="10.0.0.0/24")
    # The visit that was begun with the old code is gone; the one just begun is not.
    assert PassSession.objects.count() == 1


def test_an_address_that_nobody_has_is_told_only_to_whoever_reads_its_mail(client):
    make_learner(address="robin.vale@example.org")
    known = client.post(START, {"address": "robin.vale@example.org"})
    unknown = client.post(START, {"address": "nobody@example.org"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)

    page = words(prove(client, "nobody@example.org"))

    assert "We have no code to show" in page


def test_wrong_digits_give_nothing(client):
    learner = make_learner(address="robin.vale@example.org")
    before = learner.entry.code_hash
    client.post(START, {"address": "robin.vale@example.org"})
    digits = Mailing.objects.get(kind="ADDRESS_CODE").context["code"]
    wrong = "000000" if digits != "000000" else "111111"

    response = client.post(f"{START}digits/", {"code": wrong})
    learner.entry.refresh_from_db()

    assert "This is not the code we sent" in words(response)
    assert learner.entry.code_hash == before


def test_digits_work_once(client):
    make_learner(address="robin.vale@example.org")
    first = code_on(words(prove(client, "robin.vale@example.org")))
    digits = Mailing.objects.filter(kind="ADDRESS_CODE").latest("created_at").context["code"]

    again = client.post(f"{START}digits/", {"code": digits})

    assert again.url == START
    assert enter(code=first, network="10.0.0.0/24")


def test_another_browser_has_no_part_in_it(client, client_of_somebody_else):
    make_learner(address="robin.vale@example.org")
    prove(client, "robin.vale@example.org")

    assert "We have no code to show" in words(client_of_somebody_else.get(f"{START}done/"))
    with pytest.raises(EntryRefused):
        enter(code="AAAA-AAAA-AAAA-AAAA-AAAA-AAAA", network="10.0.0.0/24")


@pytest.fixture
def client_of_somebody_else():
    from django.test import Client

    return Client()
