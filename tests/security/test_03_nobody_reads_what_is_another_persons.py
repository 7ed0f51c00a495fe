"""Promise 3: what one person said or how to reach them is on no page, paper or mail of anybody it was not meant for."""

import re
import zlib

import pytest
from django.core import mail

from portal.cases.statuses import Channel
from portal.intake.actions import write_message
from portal.mail.actions import deliver_due
from tests.pages.conftest import site  # noqa: F401 (a fixture)

from .proofs import missing
from .world import PASS_URLS, STAFF_URLS, make_world, tried

pytestmark = pytest.mark.django_db
CANARY = "Zanzibarina"
PROOFS = {
    "tests.portal.party.test_walls": ["test_the_requesters_pages_do_not_change_with_what_the_other_does"],
    "tests.security.test_16_mail_says_nothing": [],
}


def test_the_proofs_beside_the_feature_stand():
    assert missing(PROOFS) == set()


@pytest.fixture
def world():
    """Party B has told the office much; the canary is in all of it."""
    world = make_world()
    person = world.case.participants.get(number=2)
    person.contact = {
        "way": "EMAIL",
        "email": f"{CANARY.lower()}@example.net",
        "phone": CANARY,
        "shared_mailbox": False,
    }
    person.needs = {"access": CANARY, "pronouns": "", "language": ""}
    person.save()
    write_message(entry_id=person.entry_id, body=f"Only for you: {CANARY}", channel=Channel.SELF, by=person.entry)
    return world


def text_of(response):
    """What can be read in an answer; a PDF's streams are opened first."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if response["Content-Type"] == "application/pdf":
        body += b"".join(_unpacked(stream) for stream in re.findall(rb"stream\r?\n(.*?)endstream", body, flags=re.S))
    return body.decode("utf-8", "replace").casefold()


def _unpacked(stream):
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""


def reading(world, who, urls):
    return {
        name
        for name, asked in urls.items()
        if CANARY.casefold() in text_of(tried(world.viewers[who], world.address(name, asked)))
    }


def test_the_other_party_reads_none_of_it_on_any_page_or_paper(world):
    # The control: it exists, and its writer reads it.
    assert reading(world, "party B", PASS_URLS) >= {"portal:party:conversation", "portal:party:details"}

    assert reading(world, "party A", PASS_URLS) == set()


def test_a_mediator_reads_neither_address_nor_conversation(world):
    assert "portal:cases:person" in reading(world, "coordinator", STAFF_URLS)

    assert reading(world, "mediator", STAFF_URLS) == set()


@pytest.mark.parametrize("who", ["editor", "superuser"])
def test_whoever_runs_the_public_site_finds_nothing_of_it(world, who, site):  # noqa: F811
    client = world.viewers[who]

    for address in ("/cms/", f"/cms/pages/search/?q={CANARY}", "/cms/reports/site-history/"):
        assert f"{CANARY}@" not in client.get(address).content.decode()
    assert reading(world, who, STAFF_URLS) == set()


def test_no_mail_holds_a_word_of_it(world):
    deliver_due()

    # The address itself is the one thing that a mail needs.
    assert [one.subject for one in mail.outbox if CANARY.casefold() in (one.subject + one.body).casefold()] == []
