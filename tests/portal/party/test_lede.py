"""What stands at the top of a participant's first page: how news reaches them, and how far everybody is."""

import pytest
from django.urls import reverse

from portal.cases.models import Case
from portal.cases.statuses import CaseStatus
from portal.intake import actions as talking
from portal.party.lede import lede_of, shared_of
from portal.screening.actions import screen_again
from portal.sessions.actions import stop_for_safety
from tests.factories import make_case, use_pass, verified
from tests.factories.screening import make_finding
from tests.factories.sessions import make_running_session
from tests.portal.cases.people import answer, fresh, inviting_case, join, opened_case, others_of, read, requester_of

pytestmark = pytest.mark.django_db

WISH = "Say whether you would like a further session"
FIRST_US = "First somebody from the office talks with each of you alone."
TOLD_LATER = "if everyone says yes, we tell you all"
ALL_IN = "Everyone has said yes and takes part."


def home_of(client, person):
    use_pass(client, fresh(person).entry)
    return " ".join(client.get(reverse("portal:party:home")).content.decode().split())


@pytest.mark.parametrize(
    ("contact", "words"),
    [
        ({"way": "EMAIL", "email": "alex@example.net"}, "We write to you when there is news."),
        ({"way": "PHONE", "phone": "555-0101"}, "We phone you when there is news."),
        ({"way": "CODE"}, "News stands on this page: come back with your code to look."),
        ({"way": "EMAIL"}, "News stands on this page: come back with your code to look."),
        ({}, "News stands on this page: come back with your code to look."),
    ],
)
def test_news_is_promised_only_by_the_way_that_somebody_gave(contact, words):
    person = make_case().participants.first()
    person.contact = contact

    assert lede_of(person, []) == f"Nothing is waiting for you now. {words}"


def test_everyone_takes_part_is_said_with_the_last_yes_and_not_before(client):
    case = inviting_case()
    requester, other = requester_of(case), join(others_of(case)[0], case.coordinator)
    read(requester)
    read(other)
    answer(requester, True)
    between = home_of(client, requester)
    answer(other, True)

    for shown in (home_of(client, requester), home_of(client, other)):
        assert ALL_IN in shown
        assert TOLD_LATER not in shown
    assert TOLD_LATER in between
    assert ALL_IN not in between


@pytest.mark.parametrize("willing", ["ASKED", "NO", "YES"])
@pytest.mark.parametrize("status", CaseStatus)
def test_the_sentence_on_the_others_follows_the_step_and_nobodys_answer(status, willing):
    case = make_case(status)
    person, other = case.participants.all()
    before = shared_of(person)

    other.willing = willing
    other.save()

    assert shared_of(fresh(person)) == before
    assert (ALL_IN in before) == (status in {CaseStatus.ARRANGING, CaseStatus.BOOKED})


def test_nobody_else_sees_the_answers_where_nobody_else_is_asked():
    assert shared_of(make_case(process="COACHING").participants.first()) == "Nobody else sees your answers."


@pytest.fixture
def stopped():
    session, pair = make_running_session()
    stop_for_safety(session_id=session.pk, by=pair[0])
    return Case.objects.get(pk=session.case_id)


def test_after_a_stop_for_safety_no_further_session_is_offered(client, stopped, django_assert_max_num_queries):
    alex = stopped.participants.first()
    further = reverse("portal:party:further")
    home_of(client, alex)

    with django_assert_max_num_queries(15):
        shown = " ".join(client.get(reverse("portal:party:home")).content.decode().split())

    assert f'href="{further}"' not in shown
    assert WISH in shown
    assert FIRST_US in shown
    assert client.get(further).status_code == 302
    client.post(further, {"yes": "yes"})
    assert not alex.consents.filter(kind="FURTHER_SESSION").exists()


def test_it_is_offered_once_the_office_has_screened_again(client, stopped):
    screen_again(case_id=stopped.pk, finding=make_finding(), by=verified(stopped.coordinator))

    shown = home_of(client, stopped.participants.first())

    assert f'href="{reverse("portal:party:further")}"' in shown
    assert FIRST_US not in shown


def test_a_message_that_was_not_read_stands_above_everything_else(client):
    requester = requester_of(opened_case())
    talking.answer(entry_id=requester.entry_id, body="When can we talk?", by=requester.case.coordinator)

    before = home_of(client, requester)
    client.get(reverse("portal:party:conversation"))
    after = home_of(client, requester)

    assert "1 new message from the office" in before
    assert "new message" not in after
