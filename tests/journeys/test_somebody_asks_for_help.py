"""Somebody writes to the office on their phone; staff answer; they come back and read."""

import re

import pytest
from django.core.cache import cache

from portal.audit.models import AuditLink
from portal.intake.models import Draft, Request
from tests.factories import sign_in
from tests.portal.intake.walking import open_office

CODE = re.compile(r"([2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}")


@pytest.fixture
def dana(live_server):
    cache.clear()
    return open_office()


def walk(visitor):
    """All questions, with a mistake on the way."""
    visitor.open("/request/?from=POSTER-7")
    visitor.press("Start")
    visitor.reads("What this office must pass on")
    visitor.press("Continue")
    visitor.reads("There is a problem")
    visitor.page.get_by_label("I am 18 or older").check()
    visitor.press("Continue")
    visitor.press("Continue")
    visitor.page.get_by_label("Mediation").check()
    visitor.press("Continue")
    visitor.page.get_by_label("E-mail", exact=False).first.check()
    visitor.page.fill("input[name=email]", "alex at home")
    visitor.page.get_by_label("No, only I do").check()
    visitor.press("Continue")
    visitor.reads("This does not look like an e-mail address")
    visitor.page.fill("input[name=email]", "alex@example.org")
    visitor.press("Continue")
    visitor.fill(Your_name="Alex Rivera")
    visitor.press("Continue")
    visitor.press("Continue")
    visitor.fill(What_happened="We share a room and cannot sleep.")
    visitor.press("Continue")
    visitor.press("Continue")
    visitor.reads("Check your answers")


def test_a_request_is_sent_answered_and_read(person, dana, client):
    visitor = person(phone=True)
    walk(visitor)
    visitor.press("Send")
    visitor.reads("Somebody answers you by")
    code = CODE.search(visitor.page.inner_text("body"))[0]
    visitor.press("I have kept my code")

    staff = person()
    sign_in(client, dana)
    session = client.cookies["sessionid"].value
    staff.context.add_cookies([{"name": "sessionid", "value": session, "url": staff.server.url}])
    staff.open("/portal/requests/")
    staff.press(Request.objects.get().reference)
    staff.reads("We share a room and cannot sleep.")
    staff.press("Put the answer on their page")
    staff.reads("Please write something first.")
    staff.page.fill("textarea[name=answer-body]", "Thank you for writing.")
    staff.press("Put the answer on their page")
    staff.open("/portal/requests/log/")

    visitor.open("/my/enter/")
    visitor.page.locator("input[name=code]").fill(code.lower())
    visitor.page.locator("main button[type=submit]").first.click()
    visitor.check()
    visitor.reads("We are talking with you")
    visitor.press("Messages")
    visitor.reads("Thank you for writing.")
    visitor.page.locator("textarea").fill("Thursday would be good.")
    visitor.press("Send")
    for path in ("/my/held/", "/my/reach/", "/my/stop/"):
        visitor.open(path)

    assert AuditLink.objects.exists()
    assert Draft.objects.count() == 0
