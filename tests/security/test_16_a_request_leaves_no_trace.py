"""Promise 16, for a request: its words stand in no log line, mail, path, title or clear column."""

import io
import logging

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from portal.intake import actions
from portal.mail.actions import deliver_due
from site_project.logs import JsonFormatter
from tests.factories import make_staff, sign_in, the_request
from tests.portal.intake.walking import answer_all, open_office, send

from .raw import raw_dump

pytestmark = pytest.mark.django_db(transaction=True)
CANARY = "heliotrope"


@pytest.fixture
def log_lines():
    stream, root = io.StringIO(), logging.getLogger()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    root.addHandler(handler)
    yield stream
    root.removeHandler(handler)


def test_a_word_of_a_request_is_found_nowhere_but_on_the_pages_of_those_who_may_read_it(client, log_lines):
    cache.clear()
    dana = open_office()
    make_staff()
    boxes = {"about": ("about", "story", "tried", "hope", "soon"), "you": ("name", "needs"), "people": ("keep_from",)}
    told = {slug: dict.fromkeys(names, f"{CANARY} Alex") for slug, names in boxes.items()}
    mailbox = {"email": f"{CANARY}@example.org", "when": CANARY}

    answer_all(client, **told, others={"others": f"{CANARY} Lee", "connection": CANARY}, contact=mailbox)
    send(client)
    sign_in(client, dana)
    shown = client.get(the_request().get_absolute_url())
    client.get(reverse("portal:desk:requests"), {"search": CANARY})
    actions.answer(entry_id=the_request().entry_id, body=f"Dear {CANARY}", by=dana)
    deliver_due()

    assert CANARY in shown.content.decode()
    assert CANARY not in shown.content.decode().partition("</title>")[0]
    assert CANARY not in log_lines.getvalue().lower()
    assert CANARY.encode() not in raw_dump().lower()
    (letter,) = mail.outbox
    assert CANARY not in letter.subject + letter.body + letter.from_email
