"""A visitor writes to the office, one question a page."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.cases.models import Matter, Tie
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


def test_a_visitor_answers_question_by_question_and_gets_a_code(client):
    open_office()

    checked = answer_all(client)
    before = Request.objects.count()
    sent = send(client)
    slip = client.get(sent.url)

    assert checked.url == CHECK
    assert before == 0
    assert sent.url == SENT
    request = the_request()
    assert (request.name, request.story, request.asks_for) == ("Alex Rivera", "We share a room.", "MEDIATION")
    assert request.contact == {"email": "alex@example.org", "shared_mailbox": False, "when": ""}
    assert (request.constituency, request.unit, request.referral) == ("GRADUATE", "ENG", "FRIEND")
    page_text = slip.content.decode()
    assert request.reference in page_text
    assert re.search(r"([2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}", page_text)
    assert request.entry.phrase in page_text


def test_the_code_that_is_shown_opens_the_writers_page(client):
    open_office()
    answer_all(client)
    send(client)
    code = re.search(r"([2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}", client.get(SENT).content.decode())[0]

    client.post(reverse("portal:passes:enter"), {"code": code.lower().replace("-", " ")})

    assert client.get(reverse("portal:party:home")).status_code == 200


def test_almost_everything_may_be_left_out(client):
    open_office()
    nothing = {"name": "", "constituency": "", "unit": "", "needs": ""}

    answer_all(
        client,
        contact={"safe_way": "CODE", "email": "", "shared_mailbox": ""},
        you=nothing,
        others={"others": "", "connection": ""},
        about={"about": "", "story": "", "tried": "", "hope": ""},
    )
    send(client)

    request = the_request()
    assert (request.name, request.contact, request.safe_way) == ("", {}, "CODE")


def test_details_of_a_way_that_was_not_chosen_are_not_kept(client):
    open_office()
    answer_all(client, contact={"safe_way": "PHONE", "phone": "555-0199", "email": "alex@example.org"})

    send(client)

    assert the_request().contact == {"phone": "555-0199", "when": ""}


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

    assert late.url == reverse("portal:intake:start")


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


def test_a_later_question_leads_to_the_first_that_is_open(client):
    open_office()
    start(client)
    answer(client, "age")

    assert client.get(page("about")).url == page("people")
    assert client.get(CHECK).url == page("people")
    assert client.get(page("age")).status_code == 200


def test_a_question_that_does_not_exist_is_missing(client):
    open_office()

    assert client.get("/request/nothing/").status_code == 404


def test_without_a_draft_every_question_leads_to_the_start(client):
    open_office()

    assert client.get(page("about")).url == reverse("portal:intake:start")
    assert send(client).url == GONE


def test_a_foreign_or_broken_cookie_opens_nothing(client):
    open_office()
    answer_all(client)

    client.cookies["draft"] = "not-a-key"

    assert client.get(CHECK).url == reverse("portal:intake:start")


@pytest.mark.parametrize(
    ("slug", "changes", "said"),
    [
        ("age", {"age": ""}, "Please answer this question."),
        ("people", {"tied": ["somebody"]}, "Please choose one of the answers listed here."),
        ("service", {"asks_for": "REVENGE"}, "Please choose one of the answers listed here."),
        ("contact", {"email": "alex at home"}, "This does not look like an e-mail address"),
        ("contact", {"shared_mailbox": ""}, "Please say whether anybody else reads this mailbox."),
        ("contact", {"safe_way": "PHONE", "phone": ""}, "Please give the number on which it is safe to call."),
        ("about", {"story": "x" * 4001}, "This is longer than 4000 characters."),
    ],
)
def test_a_problem_is_said_in_words_and_nothing_typed_is_lost(client, slug, changes, said):
    open_office()
    answer_all(client)

    response = answer(client, slug, **changes)

    shown = response.content.decode()
    assert response.status_code == 422
    assert said in shown
    assert "<title>Error:" in shown
    for name, value in (GIVEN[slug] | changes).items():
        assert name == "asks_for" or not isinstance(value, str) or value in shown


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


def test_the_check_page_offers_to_change_each_answer(client):
    open_office()
    answer_all(client)

    shown = client.get(CHECK).content.decode()

    for slug in GIVEN:
        assert f'href="{page(slug)}"' in shown
    assert "Alex Rivera" in shown
    assert "School of Engineering" in shown


def test_the_day_by_which_somebody_answers_follows_from_the_office_hours(client):
    open_office()
    answer_all(client)
    send(client)

    request = the_request()
    assert request.reply_due_on > timezone.localdate(request.first_contact_at) - timedelta(days=1)
    assert f"{request.reply_due_on:%B} {request.reply_due_on.day}" in client.get(SENT).content.decode()


def test_every_public_page_of_a_request_carries_quick_exit(client):
    open_office()
    answer_all(client)

    for name in ("start", "check", "contact_me", "information"):
        assert "data-exit" in client.get(reverse(f"portal:intake:{name}")).content.decode()
    for slug in GIVEN:
        assert "data-exit" in client.get(page(slug)).content.decode()


def test_a_question_page_costs_few_queries(client, django_assert_max_num_queries):
    open_office()
    answer_all(client)

    for slug in GIVEN:
        with django_assert_max_num_queries(10):
            client.get(page(slug))
