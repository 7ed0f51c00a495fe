"""The pages of somebody who has written to the office and is in no case yet."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from portal.cases.actions import write_tie
from portal.cases.statuses import TieSource
from portal.intake import actions, limits
from portal.intake.models import Message, Request
from portal.intake.statuses import RequestStatus
from tests.counting import full_cost
from tests.factories import make_pass, make_request, make_staff, the_request, use_pass
from tests.portal.cases.people import opened_case, requester_of

pytestmark = pytest.mark.django_db
HOME, TALK, HELD, REACH, STOP = (
    reverse(f"portal:party:{name}") for name in ("home", "conversation", "held", "reach", "stop")
)


@pytest.fixture(autouse=True)
def fresh_counters():
    cache.clear()


@pytest.fixture
def written(client):
    """A request whose writer has come in with their code."""
    request = make_request(story="We share a room", unit="ENG", keep_from="Pat")
    use_pass(client, request.entry)
    return request


def test_the_first_page_says_where_it_stands_and_by_when_somebody_answers(client, written):
    shown = client.get(HOME).content.decode()

    assert "We have your request" in shown
    assert f"{written.reply_due_on.day} {written.reply_due_on:%B}" in shown
    assert written.reference in shown
    assert "<title>Your page</title>" in shown


def test_news_is_told_until_it_was_read(client, written):
    dana = make_staff(first_name="Dana", last_name="Okafor")
    actions.answer(entry_id=written.entry_id, body="Hello", by=dana)

    before = client.get(HOME).content.decode()
    client.head(TALK)
    after_head = client.get(HOME).content.decode()
    client.get(TALK)
    after = client.get(HOME).content.decode()

    assert "1 new" in before
    assert "1 new" in after_head
    assert "1 new" not in after
    assert "Dana Okafor" in after


def test_the_writer_writes_and_reads_their_own_words(client, written):
    client.post(TALK, {"body": "Is there news?"})

    assert "Is there news?" in client.get(TALK).content.decode()
    assert Message.objects.get().direction == "TO_OFFICE"


@pytest.mark.parametrize(("body", "said"), [("", "Please write something first."), ("x" * 4001, "by 1 letter")])
def test_a_message_that_cannot_be_sent_is_not_lost(client, written, body, said):
    response = client.post(TALK, {"body": body})

    assert response.status_code == 422
    assert said in response.content.decode()
    assert body in response.content.decode()
    assert Message.objects.count() == 0


def test_very_many_messages_have_to_wait_and_are_not_lost(client, written, monkeypatch):
    monkeypatch.setattr(limits.WRITING, "per_network", 1)
    client.post(TALK, {"body": "One"})

    response = client.post(TALK, {"body": "Not lost"})

    assert response.status_code == 429
    assert "Not lost" in response.content.decode()
    assert Message.objects.count() == 1


def test_all_that_is_held_is_shown_to_its_writer(client, written):
    shown = client.get(HELD).content.decode()

    for words in ("Alex Rivera", "alex@example.org", "We share a room", "Sam Lee", "School of Engineering", "Pat"):
        assert words in shown
    assert "Who sees it" in shown
    # A backup of the keys lives on for some weeks.
    assert "Within six weeks" in shown


def test_who_must_not_see_it_is_held_and_shown_too(client, written):
    somebody, somebody_else = make_staff(last_name="Halloran"), make_staff(last_name="Ferrer")
    write_tie(matter=written.matter, person=somebody, source=TieSource.NAMED, actor=None)
    write_tie(matter=written.matter, person=somebody_else, source=TieSource.DECLARED, actor=None)

    shown = client.get(HELD).content.decode()

    assert "Halloran" in shown
    # What they said of themselves is theirs.
    assert "Ferrer" not in shown


def test_what_was_written_at_first_is_still_shown_when_there_is_a_case(client):
    case = opened_case()
    person = requester_of(case)
    request = make_request(story="We share a room", about="Noise at night")
    Request.objects.filter(pk=request.pk).update(
        case=case, entry=person.entry, matter=case.matter, status=RequestStatus.CASE_OPENED
    )
    use_pass(client, person.entry)

    shown = client.get(HELD).content.decode()

    assert "We share a room" in shown
    assert "Noise at night" in shown


def test_the_writer_changes_how_it_is_safe_to_reach_them(client, written):
    client.post(REACH, {"safe_way": "PHONE", "phone": "555-0101", "when": "evenings"})

    assert the_request().contact == {"phone": "555-0101", "when": "evenings"}


def test_the_writer_ends_it_after_reading_what_that_means(client, written):
    asked = client.get(STOP).content.decode()
    before = the_request().status
    client.post(STOP)
    shown = client.get(HOME).content.decode()

    assert "You may stop at any time and need not say why." in asked
    assert before == "NEW"
    assert the_request().ending == "NOT_PURSUED"
    assert "This has ended" in shown


def test_a_pass_without_a_request_opens_nothing(client):
    use_pass(client, make_pass().entry)

    for url in (HOME, HELD, REACH, STOP):
        assert client.get(url).status_code == 404


def test_without_a_pass_every_page_leads_to_the_code(client):
    for url in (HOME, TALK, HELD, REACH, STOP):
        assert client.get(url).url.startswith(reverse("portal:passes:enter"))


def test_one_writers_pages_show_nothing_of_another(client, written):
    other = make_request(name="Canary Bird", story="Canary story")
    actions.write_message(entry_id=other.entry_id, body="Canary words", by=other.entry)

    for url in (HOME, TALK, HELD, REACH, STOP):
        assert "Canary" not in client.get(url).content.decode()


def test_every_page_carries_quick_exit(client, written):
    for url in (HOME, TALK, HELD, REACH, STOP):
        assert "data-exit" in client.get(url).content.decode()


def test_the_pages_cost_the_same_for_one_message_and_for_three(client, written):
    dana = make_staff()
    actions.answer(entry_id=written.entry_id, body="Hello", by=dana)
    client.get(TALK)
    one = full_cost(client, TALK), full_cost(client, HOME)
    for _number in range(2):
        actions.answer(entry_id=written.entry_id, body="Hello", by=dana)
    client.get(TALK)

    assert (full_cost(client, TALK), full_cost(client, HOME)) == one
    assert max(one) <= 15
