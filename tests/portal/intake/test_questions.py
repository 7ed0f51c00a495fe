"""A visitor writes to the office, one question a page."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from portal.intake.models import Request
from tests.factories import the_request

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


@pytest.mark.parametrize(
    ("slug", "changes", "said"),
    [
        ("age", {"age": ""}, "Please answer this question."),
        ("people", {"tied": ["somebody"]}, "Please choose one of the answers listed here."),
        ("service", {"asks_for": "REVENGE"}, "Please choose one of the answers listed here."),
        ("contact", {"email": "alex at home"}, "This does not look like an e-mail address"),
        ("contact", {"shared_mailbox": ""}, "Please say whether anybody else reads this mailbox."),
        ("contact", {"safe_way": "PHONE", "phone": ""}, "Please give the number on which it is safe to call."),
        ("about", {"story": "x" * 4001}, "Please shorten this by 1 letter: at most 4,000 fit."),
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


def test_the_check_page_offers_to_change_each_answer(client):
    open_office()
    answer_all(client)

    shown = client.get(CHECK).content.decode()

    for slug in GIVEN:
        assert f'href="{page(slug)}"' in shown
    assert "Alex Rivera" in shown
    assert "School of Engineering" in shown
    assert "confidential*</a>." in shown


def test_the_day_by_which_somebody_answers_follows_from_the_office_hours(client):
    open_office()
    answer_all(client)
    send(client)

    request = the_request()
    assert request.reply_due_on > timezone.localdate(request.first_contact_at) - timedelta(days=1)
    assert f"{request.reply_due_on.day} {request.reply_due_on:%B}" in client.get(SENT).content.decode()


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


@pytest.mark.parametrize(("service", "is_known"), [("MEDIATION", True), ("JUGGLING", False), ('"><script>', False)])
def test_whoever_comes_from_a_service_page_finds_the_service_chosen(client, service, is_known):
    open_office()

    first = client.get(reverse("portal:intake:start"), {"service": service}).text
    start(client, service=service)
    answer(client, "age")
    answer(client, "people")
    question = client.get(page("service")).text

    assert ('name="service" value="MEDIATION"' in first) is is_known
    assert '"><script>' not in first
    assert bool(re.search(r'value="MEDIATION"[^>]* checked', question)) is is_known


def test_an_answer_given_counts_more_than_the_page_somebody_came_from(client):
    open_office()
    start(client, service="MEDIATION")
    answer(client, "age")
    answer(client, "people")
    answer(client, "service", asks_for="COACHING")

    question = client.get(page("service")).text

    assert re.search(r'value="COACHING"[^>]* checked', question)
    assert not re.search(r'value="MEDIATION"[^>]* checked', question)


def test_what_is_missing_on_the_short_page_is_summed_up_from_top_to_bottom(client):
    open_office()

    page = client.post(reverse("portal:intake:contact_me"), {})

    problems = [problem.anchor for problem in page.context["form"].errors_for_summary()]
    assert problems == ["id_age_0", "id_safe_way_0"]
