"""People who want no mail: on the list when something is new, off it when staff say that they told them."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.cases.actions import send_news, tell, write_tie
from portal.cases.models import Telling
from portal.cases.statuses import CaseStatus, Channel, StopReason, TieSource, Willing
from portal.intake.actions import answer
from portal.mail.models import Mailing
from portal.withdrawals.actions import stop_case, withdraw
from tests.counting import full_cost
from tests.factories import make_case, make_neutral, make_participant, make_request, make_staff, sign_in, verified
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db
CALLS = reverse("portal:desk:calls")
BY_PHONE = {"way": "PHONE", "phone": "555 0117", "when": "after six"}


@pytest.fixture
def dana():
    make_texts()
    return make_staff(first_name="Dana")


@pytest.fixture
def case(dana):
    return make_case(CaseStatus.INVITING, coordinator=dana, names=("Alex",))


@pytest.fixture
def client(dana):
    client = Client()
    sign_in(client, dana)
    return client


def told_url(telling):
    return reverse("portal:desk:told", args=[telling.pk])


@pytest.mark.parametrize(
    ("contact", "mails", "calls"),
    [
        ({"way": "EMAIL", "email": "kim@example.net"}, 1, 0),
        ({"way": "CODE"}, 0, 0),
        (BY_PHONE, 0, 1),
        ({"phone": "555 0117"}, 0, 1),
    ],
)
def test_news_goes_the_way_that_somebody_chose(case, contact, mails, calls):
    kim = make_participant(case, contact=contact)

    send_news([kim])

    assert (Mailing.objects.count(), Telling.objects.count()) == (mails, calls)


def test_nobody_is_listed_of_whom_nothing_is_held(case):
    nobody = make_participant(case, name="", contact={}, with_page=False, willing=Willing.ASKED)

    send_news([nobody])

    assert not Telling.objects.exists()


def test_the_list_says_whom_to_call_where_and_when(client, case):
    send_news([make_participant(case, name="Kim Sol", contact=BY_PHONE)])

    page = client.get(CALLS).text
    desk = client.get(reverse("portal:desk:home")).text

    assert all(words in page for words in ("Kim Sol", "555 0117", "after six", case.reference))
    assert "1 person to phone" in desk


def test_news_twice_is_one_call_and_told_is_off_the_list_until_something_else_is_new(client, case, dana):
    kim = make_participant(case, contact=BY_PHONE)
    send_news([kim])
    send_news([kim])
    (telling,) = Telling.objects.all()

    client.post(told_url(telling), {"channel": "PHONE"})
    client.post(told_url(telling), {"channel": "PAPER"})
    page = client.get(CALLS).text
    send_news([kim])

    telling.refresh_from_db()
    assert (telling.told_by, telling.channel) == (dana, Channel.PHONE)
    assert "Nobody to phone" in page
    assert AuditLink.objects.filter(kind=AuditEvent.NEWS_TOLD).count() == 1
    assert Telling.objects.open().count() == 1


def test_the_writer_of_a_request_who_wants_a_call_is_on_the_list(client, dana):
    request = make_request(safe_way="PHONE", contact={"phone": "555 0119", "when": "mornings"})

    answer(entry_id=request.entry_id, body="We read it.", by=verified(dana))

    page = client.get(CALLS).text
    assert all(words in page for words in ("Alex Rivera", "555 0119", "mornings", request.reference))


def test_whoever_answered_by_phone_and_holds_no_code_hears_of_a_stop(case, dana):
    kim = make_participant(case, contact={}, with_page=False, answered_at=case.opened_at)

    stop_case(case_id=case.pk, reason=StopReason.SAFETY, by=verified(dana))

    assert Telling.objects.get().participant == kim


def test_whoever_leaves_is_not_phoned_any_more(case):
    kim = make_participant(case, contact=BY_PHONE)
    send_news([kim])

    withdraw(participant_id=kim.pk, channel=Channel.SELF, by=kim.entry)

    assert not Telling.objects.filter(entry=kim.entry).exists()


def test_an_odd_channel_changes_nothing(client, case):
    send_news([make_participant(case, contact=BY_PHONE)])

    response = client.post(told_url(Telling.objects.get()), {"channel": "SELF"}, follow=True)

    assert "Say how you told them." in response.text
    assert Telling.objects.open().count() == 1


def test_who_has_a_tie_and_who_only_conducts_see_nobody(case):
    send_news([make_participant(case, contact=BY_PHONE)])
    telling = Telling.objects.get()
    tied, neutral = make_staff(), make_neutral()
    write_tie(matter=case.matter, person=tied, source=TieSource.DECLARED, actor=None)
    first, second = Client(), Client()
    sign_in(first, tied)
    sign_in(second, neutral)

    assert "Nobody to phone" in first.get(CALLS).text
    assert first.post(told_url(telling), {"channel": "PHONE"}).status_code == 404
    assert second.get(CALLS).status_code == 403
    assert second.post(told_url(telling), {"channel": "PHONE"}).status_code == 404
    assert Telling.objects.open().count() == 1


def test_nobody_says_of_themselves_that_staff_told_them(case, dana):
    send_news([make_participant(case, contact=BY_PHONE)])

    with pytest.raises(ValueError, match="how they told"):
        tell(telling_id=Telling.objects.get().pk, channel=Channel.SELF, by=verified(dana))


def test_the_list_costs_the_same_with_one_and_with_three(client, case, dana):
    send_news([make_participant(case, name="One", contact=BY_PHONE)])
    client.get(CALLS)  # the first visit fills what a process keeps
    one = full_cost(client, CALLS)

    for name in ("Two", "Three"):
        send_news([make_participant(make_case(coordinator=dana, names=()), name=name, contact=BY_PHONE)])

    assert full_cost(client, CALLS) == one <= 15


def test_the_desk_stays_cheap_when_people_wait_to_be_phoned(client, case):
    send_news([make_participant(case, contact=BY_PHONE)])
    client.get(reverse("portal:desk:home"))  # the first visit fills what a process keeps

    assert full_cost(client, reverse("portal:desk:home")) <= 15 + 1
