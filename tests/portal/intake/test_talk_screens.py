"""Staff read, answer and write down the conversation of everybody in a case, not of the requester alone."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.cases.statuses import CaseStatus
from portal.intake.actions import write_message
from portal.intake.models import Message
from tests.counting import full_cost
from tests.factories import make_neutral, make_staff, sign_in, use_pass
from tests.factories.cases import make_case
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(client):
    make_texts()
    case = make_case(CaseStatus.ARRANGING, coordinator=make_staff(), accepted=[make_neutral()])
    sign_in(client, case.coordinator)
    return case


def other_of(case):
    return case.participants.select_related("entry").get(number=2)


def page_of(case):
    return reverse("portal:intake:talk", args=[case.reference, 2])


def test_what_the_other_party_writes_reaches_the_office_and_is_answered(client, case):
    own = Client()
    use_pass(own, other_of(case).entry)
    assert "Has written" not in client.get(case.get_absolute_url()).text
    own.post(reverse("portal:party:conversation"), {"body": "I cannot come on Fridays"})

    assert "Has written" in client.get(case.get_absolute_url()).text
    assert page_of(case) in client.get(reverse("portal:cases:person", args=[case.reference, 2])).text
    assert "I cannot come on Fridays" in client.get(page_of(case)).text
    client.post(page_of(case), {"part": "answer", "answer-body": "Then not on a Friday"})

    assert "Then not on a Friday" in own.get(reverse("portal:party:conversation")).text
    assert "Has written" not in client.get(case.get_absolute_url()).text


def test_what_they_said_on_the_phone_is_written_down(client, case):
    client.post(page_of(case), {"part": "told", "told-channel": "PHONE", "told-body": "Rather mornings"})

    row = Message.objects.get()
    assert (row.body, row.channel, row.author, row.entry) == (
        "Rather mornings",
        "PHONE",
        case.coordinator,
        other_of(case).entry,
    )


@pytest.mark.parametrize(
    "sent",
    [
        {"part": "answer", "answer-body": " "},
        {"part": "told", "told-body": "Rather mornings", "told-channel": "PIGEON"},
        {"part": "answer", "answer-body": "x" * 100_000},
    ],
)
def test_bad_input_is_told_and_keeps_nothing(client, case, sent):
    page = client.post(page_of(case), sent)

    assert page.status_code == 422
    assert sent.get("told-body", "") in page.text
    assert not Message.objects.exists()


def test_mediators_and_those_with_no_such_page_read_nothing(client, case):
    other = other_of(case)
    write_message(entry_id=other.entry_id, body="For the office alone", by=other.entry)
    mediator = Client()
    sign_in(mediator, case.assignments.first().neutral)

    assert mediator.get(page_of(case)).status_code == 403
    assert "Has written" not in mediator.get(case.get_absolute_url()).text
    type(other).objects.filter(pk=other.pk).update(entry=None)
    page = client.get(page_of(case))
    assert "No page of their own yet" in page.text
    assert "For the office alone" not in page.text
    assert client.post(page_of(case), {"part": "answer", "answer-body": "Hello"}).status_code == 200
    assert Message.objects.count() == 1


def test_it_costs_at_most_fifteen_queries_however_much_was_said(client, case):
    other, costs = other_of(case), []
    client.get(page_of(case))
    for _ in range(3):
        write_message(entry_id=other.entry_id, body="One more", by=other.entry)
        costs.append(full_cost(client, page_of(case)))

    assert max(costs) <= 15
    assert costs[0] == costs[2]
