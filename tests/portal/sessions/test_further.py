"""A further session is wanted by phone, in person or on paper (P1, M32)."""

import pytest
from django.urls import reverse

from portal.cases.models import Case, Consent
from portal.cases.statuses import CaseStatus, Channel, ConsentKind
from portal.sessions.actions import end_session, stop_for_safety
from portal.sessions.statuses import Outcome
from tests.factories import sign_in
from tests.factories.sessions import make_running_session

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    session, pair = make_running_session()
    end_session(session_id=session.pk, outcome=Outcome.PARTIAL, minutes=100, by=pair[0])
    return Case.objects.get(pk=session.case_id)


def page_of(case):
    return reverse("portal:sessions:further_for", args=[case.reference])


def test_staff_write_down_each_yes_and_the_last_one_opens_the_search_for_a_time(client, case):
    sign_in(client, case.coordinator)
    alex, sam = case.participants.all()

    client.post(page_of(case), {"person": str(alex.pk), "yes": "yes", "channel": "PHONE"})
    between = client.get(page_of(case)).content.decode()
    client.post(page_of(case), {"person": str(sam.pk), "yes": "yes", "channel": "PAPER"})

    assert f"Waiting for {alex.display_name} to" not in between
    assert f"Waiting for {sam.display_name} to want a further session" in between
    assert Case.objects.get(pk=case.pk).status == CaseStatus.ARRANGING
    told = Consent.objects.filter(kind=ConsentKind.FURTHER_SESSION).order_by("given_at")
    assert [(one.participant, one.channel, one.recorded_by) for one in told] == [
        (alex, Channel.PHONE, case.coordinator),
        (sam, Channel.PAPER, case.coordinator),
    ]


def test_the_case_leads_there_and_an_empty_form_is_answered_kindly(client, case):
    sign_in(client, case.coordinator)

    shown = client.get(case.get_absolute_url()).content.decode()
    empty = client.post(page_of(case), {})

    assert page_of(case) in shown
    assert empty.status_code == 422
    problems = [problem.anchor for problem in empty.context["form"].errors_for_summary()]
    assert problems == ["id_person_0", "id_yes_0", "id_channel_0"]
    assert not Consent.objects.filter(kind=ConsentKind.FURTHER_SESSION).exists()


def test_when_the_question_is_not_open_nothing_is_written_and_nothing_typed_is_lost(client, case):
    sign_in(client, case.coordinator)
    Case.objects.filter(pk=case.pk).update(status=CaseStatus.ARRANGING)
    alex = case.participants.first()

    page = client.post(page_of(case), {"person": str(alex.pk), "yes": "no", "channel": "PHONE"})

    assert page.status_code == 422
    assert "This question is not open now." in page.content.decode()
    assert not Consent.objects.filter(kind=ConsentKind.FURTHER_SESSION).exists()


def test_who_conducts_the_case_writes_down_no_answer_of_a_party(client, case):
    sign_in(client, case.assignments.first().neutral)

    assert client.get(page_of(case)).status_code == 403


def test_after_a_stop_for_safety_staff_read_what_comes_first_and_nothing_is_written(client):
    session, pair = make_running_session()
    stop_for_safety(session_id=session.pk, by=pair[0])
    case = Case.objects.get(pk=session.case_id)
    sign_in(client, case.coordinator)
    alex = case.participants.first()

    refused = client.post(page_of(case), {"person": str(alex.pk), "yes": "yes", "channel": "PHONE"})

    assert "First the office talks with each of them and screens this again." in refused.content.decode()
    assert not Consent.objects.filter(kind=ConsentKind.FURTHER_SESSION).exists()
