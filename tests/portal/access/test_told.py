"""Staff write down what somebody told them about their own record (P1)."""

import pytest
from django.urls import reverse

from portal.access import actions
from portal.access.models import AccessRequest, AmendmentRequest
from portal.access.statuses import AccessStatus, Decision
from portal.audit.events import AuditEvent
from portal.audit.queries import entries_of
from portal.cases.statuses import CaseStatus, Channel
from portal.disclosures.subjects import subjects_of
from tests.factories import make_staff, sign_in
from tests.factories.cases import make_case
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(client):
    make_texts()
    case = make_case(CaseStatus.ARRANGING, names=("Alex Rivera", "Sam Lee"), coordinator=make_staff())
    sign_in(client, case.coordinator)
    return case


def asked_for_change(case):
    subject = subjects_of(case.matter)[1]
    facts = {"about": "The day", "wanted": "Tuesday", "channel": Channel.SELF, "by": subject.row.entry}
    return actions.ask_for_change(subject=subject, **facts)


def test_something_is_wrong_in_a_record(client, case):
    url = reverse("portal:access:ask_change", args=[case.reference])
    assert url in client.get(reverse("portal:disclosures:sharing", args=[case.reference])).text
    sent = {"whose": "person-2", "about": "The day", "wanted": "It was Tuesday"}

    refused = client.post(url, sent)
    client.post(url, sent | {"channel": "PAPER"})

    asked = AmendmentRequest.objects.get()
    assert (refused.status_code, "It was Tuesday" in refused.text) == (422, True)
    assert (asked.whose, asked.channel, asked.recorded_by) == ("Sam Lee", "PAPER", case.coordinator)


def test_a_statement_comes_on_paper(client, case):
    asked = asked_for_change(case)
    url = reverse("portal:access:statement_for", args=[asked.pk])
    assert client.get(url).status_code == 404
    actions.decide_change(amendment_id=asked.pk, decision=Decision.REFUSED, reason="No", by=case.coordinator)
    assert url in client.get(asked.get_absolute_url()).text

    refused = client.post(url, {"statement": "It was Tuesday indeed"})
    client.post(url, {"statement": "It was Tuesday indeed", "channel": "PAPER"})

    asked.refresh_from_db()
    assert (refused.status_code, "It was Tuesday indeed" in refused.text) == (422, True)
    assert asked.statement == "It was Tuesday indeed"
    assert entries_of(case.matter, AuditEvent.STATEMENT_ATTACHED)[0].facts == {"channel": "PAPER"}


def test_a_request_is_taken_back_by_phone(client, case):
    subject = subjects_of(case.matter)[1]
    asked = actions.ask_for_access(subject=subject, wish="", channel=Channel.SELF, by=subject.row.entry)
    url = reverse("portal:access:take_back_for", args=[asked.pk])
    assert url in client.get(asked.get_absolute_url()).text

    client.post(url, {})
    assert AccessRequest.objects.get().is_open
    client.post(url, {"channel": "PHONE"})

    assert AccessRequest.objects.get().status == AccessStatus.TAKEN_BACK
    assert entries_of(case.matter, AuditEvent.ACCESS_TAKEN_BACK)[0].facts == {"channel": "PHONE"}
