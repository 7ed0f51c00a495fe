"""Who must not see a request, who is held, and what is refused."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.cases.models import Tie
from portal.intake import limits
from portal.intake.models import Draft, Request
from portal.vault import tokens
from tests.factories import make_staff, sign_in, the_request, verified

from .walking import GIVEN, answer, answer_all, open_office, page, send, start

pytestmark = pytest.mark.django_db
CHECK, SENT, GONE = (reverse(f"portal:intake:{name}") for name in ("check", "sent", "gone"))


@pytest.fixture(autouse=True)
def fresh_counters():
    cache.clear()


def test_somebody_under_18_reads_the_rule_first_and_is_held(client):
    open_office()
    start(client)

    answered = answer(client, "age", age="MINOR")
    skipped = client.get(page("people"))
    unread = client.post(page("minors"), {})
    read = client.post(page("minors"), {"understood": "on"})

    assert answered.url == skipped.url == page("minors")
    assert unread.status_code == 422
    assert read.url == page("people")
    for slug in list(GIVEN)[1:]:
        answer(client, slug)
    send(client)
    assert the_request().is_held_for_age
    assert AuditLink.objects.filter(kind=AuditEvent.REQUEST_HELD).count() == 1


def test_what_must_be_passed_on_stands_before_the_first_box(client):
    open_office()
    start(client)

    shown = client.get(page("age")).content.decode()

    assert "What this office must pass on" in shown
    assert "risk of serious harm" in shown
    assert "<textarea" not in shown
    assert 'href="tel:' in shown


def test_people_who_must_not_see_it_are_walled_off_before_it_stands_in_a_list(client):
    dana, luis = open_office(), make_staff(first_name="Luis", last_name="Ortega")

    answer_all(client, people={"tied": [str(luis.pk)]})
    send(client)

    request = the_request()
    assert [tie.person for tie in Tie.objects.all()] == [luis]
    sign_in(client, luis)
    assert client.get(request.get_absolute_url()).status_code == 404
    assert request.reference not in client.get(reverse("portal:desk:requests")).content.decode()
    sign_in(client, dana)
    assert client.get(request.get_absolute_url()).status_code == 200


def test_when_everybody_is_named_the_office_does_not_take_it(client):
    dana = open_office()
    start(client)
    answer(client, "age")

    answered = answer(client, "people", tied=[str(dana.pk)])
    shown = client.get(answered.url).content.decode()
    for slug in list(GIVEN)[2:]:
        answer(client, slug)
    sent = send(client)

    assert answered.url == sent.url == reverse("portal:intake:independent")
    assert "The ombuds office" in shown
    assert Request.objects.count() == 0


def test_a_member_of_staff_who_writes_from_their_own_address_does_not_see_it_at_work(client):
    open_office()
    luis = make_staff(email="luis@example.edu")

    answer_all(client, contact={"email": "Luis@example.edu"})
    send(client)

    assert [(tie.person, tie.source) for tie in Tie.objects.all()] == [(luis, "SAME_ADDRESS")]
    assert the_request() not in Request.objects.visible_to(verified(luis))


def test_the_people_in_it_can_be_found_again(client):
    open_office()
    answer_all(client)
    send(client)

    request = the_request()
    assert tokens.find("NAME", "rivera alex") == {request.pk}
    assert tokens.find("NAME", "Sam Lee") == {request.pk}
    assert tokens.find("EMAIL", "ALEX@example.org") == {request.pk}


def test_a_program_that_fills_every_box_is_stopped_and_a_person_can_mend_it(client):
    open_office()
    answer_all(client)

    stopped = send(client, website="https://example.com")

    assert stopped.status_code == 422
    assert "Please leave this box empty" in stopped.content.decode()
    assert Request.objects.count() == 0
    assert send(client).url == SENT


def test_too_many_from_one_network_are_asked_to_wait_and_told_the_telephone(client):
    open_office()
    answer_all(client)
    for _number in range(limits.SENDING.per_network):
        send(client, website="x")

    refused = send(client)

    assert refused.status_code == 429
    assert 'href="tel:6175550142"' in refused.content.decode()
    assert Request.objects.count() == 0
    assert Draft.objects.count() == 1


def test_what_was_typed_stands_on_the_page_that_asks_to_wait(client, monkeypatch):
    open_office()
    answer_all(client)
    monkeypatch.setattr(limits.ANSWERING, "per_network", 1)

    refused = answer(client, "about", story="Not lost")

    assert refused.status_code == 429
    assert "Not lost" in refused.content.decode()


def test_no_address_is_kept_by_the_counters(client):
    first = limits._hashed("192.0.2.0")

    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        assert limits._hashed("192.0.2.0") != first
    assert "192" not in first[:3]


def test_a_full_disk_is_said_before_anything_is_half_taken(client, monkeypatch):
    open_office()
    answer_all(client)
    monkeypatch.setattr(limits, "disk_is_full", lambda: True)

    refused = send(client)

    assert refused.status_code == 503
    assert 'href="tel:6175550142"' in refused.content.decode()
    assert Request.objects.count() == 0
