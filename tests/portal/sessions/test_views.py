"""The session page, on a phone on the table."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from portal.accounts.models import StaffSession
from portal.agreements.models import Signature
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus
from portal.sessions.actions import begin_session, prepare_session
from portal.sessions.models import Session
from portal.sessions.statuses import Outcome
from portal.withdrawals.models import Withdrawal
from tests.factories import make_neutral, make_participant, sign_in, use_pass
from tests.factories.sessions import (
    make_booked_case,
    make_gathered_session,
    make_running_session,
    sign_all,
    signature_of,
)

pytestmark = pytest.mark.django_db


def _signed_in(user):
    client = Client()
    sign_in(client, user)
    return client


def test_from_the_case_to_the_page_of_its_session():
    case, pair = make_booked_case()
    client = _signed_in(pair[0])

    response = client.post(reverse("portal:sessions:booked", args=[case.reference]), follow=True)

    assert response.status_code == 200
    assert "who is in the room" in response.text
    assert Session.objects.count() == 1


def test_a_neutral_who_does_not_conduct_it_finds_no_session():
    session, _pair = make_gathered_session()
    client = _signed_in(make_neutral())

    response = client.get(session.get_absolute_url())

    assert response.status_code == 404


def test_ticking_nobody_is_told_kindly():
    case, pair = make_booked_case()
    session = prepare_session(case_id=case.pk, by=pair[0])
    client = _signed_in(pair[0])

    response = client.post(reverse("portal:sessions:present", args=[session.pk]), {})

    assert response.status_code == 422
    assert "Tick everyone who is in the room." in response.text


def test_the_device_is_handed_over_to_sign():
    session, pair = make_gathered_session()
    alex = session.case.participants.first()
    client = _signed_in(pair[0])
    url = reverse("portal:sessions:sign_here", args=[session.pk, alex.pk])

    assert "What is confidential" in client.get(url).text
    response = client.post(url, signature_of(session.case, alex))

    assert response.status_code == 302
    assert Signature.objects.get().typed_name == "Alex Moreau"


@pytest.mark.parametrize(
    ("typed", "words"), [({}, "Type your name to sign"), ({"typed_name": "123", "agreed": "on"}, "in letters")]
)
def test_an_empty_or_odd_signature_changes_nothing(typed, words):
    session, pair = make_gathered_session()
    alex = session.case.participants.first()
    client = _signed_in(pair[0])

    response = client.post(reverse("portal:sessions:sign_here", args=[session.pk, alex.pk]), typed)

    assert response.status_code == 422
    assert words in response.text
    assert not Signature.objects.exists()


def test_somebody_of_another_case_cannot_sign_here():
    session, pair = make_gathered_session()
    stranger = make_participant(make_booked_case()[0], name="Stranger")
    client = _signed_in(pair[0])

    response = client.post(
        reverse("portal:sessions:sign_here", args=[session.pk, stranger.pk]), {"typed_name": "X Y", "agreed": "on"}
    )

    assert response.status_code == 404
    assert not Signature.objects.exists()


def test_starting_too_early_says_who_is_missing():
    session, pair = make_gathered_session()
    client = _signed_in(pair[0])

    response = client.post(reverse("portal:sessions:begin", args=[session.pk]), follow=True)

    assert "Waiting for Alex to sign" in response.text
    assert Case.objects.get(pk=session.case_id).status == CaseStatus.BOOKED


def test_from_the_start_on_the_device_stays_on_this_page():
    session, pair = make_gathered_session()
    sign_all(session.case, pair)
    client = _signed_in(pair[0])

    client.post(reverse("portal:sessions:begin", args=[session.pk]))

    sign_in_row = StaffSession.objects.get(session_key=client.session.session_key)
    assert sign_in_row.confined_to == session.get_absolute_url()
    assert client.get(session.get_absolute_url()).status_code == 200
    assert "show that it is you" in client.get("/portal/").text


def test_a_device_that_stays_on_this_page_can_give_the_short_look_and_note_who_leaves():
    session, pair = make_gathered_session()
    client = _signed_in(pair[0])
    everyone = [*session.case.participants.values_list("pk", flat=True), *(one.pk for one in pair)]
    client.post(reverse("portal:sessions:present", args=[session.pk]), {"present": [str(one) for one in everyone]})
    look, leave = (f"{session.get_absolute_url()}{name}/" for name in ("look", "leave"))

    looked = client.post(look, {"answer": "FINE"})
    sign_all(session.case, pair)
    begin_session(session_id=session.pk, by=pair[0])
    shown = client.get(session.get_absolute_url()).text
    person = session.case.participants.last()
    left = client.post(leave, {"person": str(person.pk), "channel": "IN_PERSON"})

    assert looked.status_code == left.status_code == 302
    assert looked.url == left.url == session.get_absolute_url()
    assert leave in shown
    assert Withdrawal.objects.get().participant == person
    # The session is over with it, and so is what keeps the device there.
    assert StaffSession.objects.get(session_key=client.session.session_key).confined_to == ""


def test_the_end_asks_for_outcome_and_length_and_releases_the_device():
    session, pair = make_running_session()
    client = _signed_in(pair[0])
    url = reverse("portal:sessions:end", args=[session.pk])

    wrong = client.post(url, {"minutes": "long"})
    right = client.post(url, {"outcome": "VERBAL", "minutes": "95"})

    assert wrong.status_code == 422
    assert "whole minutes" in wrong.text
    assert right.status_code == 302
    assert Session.objects.get(pk=session.pk).outcome == Outcome.VERBAL


def test_stop_for_safety_shows_the_numbers():
    session, pair = make_running_session()
    client = _signed_in(pair[1])

    response = client.post(reverse("portal:sessions:stop", args=[session.pk]), follow=True)

    assert "The session is over" in response.text
    assert "tel:6175550100" in response.text


def test_the_points_have_neither_name_nor_form():
    session, pair = make_running_session()
    page = _signed_in(pair[0]).get(reverse("portal:sessions:points", args=[session.pk]))

    area = page.text[page.text.index("<textarea") : page.text.index("</textarea>")]

    assert " name=" not in area
    assert "<form" not in page.text[page.text.index("data-points") :]
    assert page.headers["Cache-Control"] == "no-store"


def test_the_session_pack_is_one_pdf():
    case, pair = make_booked_case()

    response = _signed_in(pair[0]).get(reverse("portal:sessions:pack", args=[case.reference]))

    assert response.headers["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")


@pytest.mark.parametrize("people", [2, 4])
def test_the_session_page_asks_the_same_queries_for_more_people(people, django_assert_max_num_queries):
    session, pair = make_gathered_session(names=["Ada", "Ben", "Cyd", "Dee"][:people])
    client = _signed_in(pair[0])

    with django_assert_max_num_queries(22):
        response = client.get(session.get_absolute_url())

    assert response.status_code == 200


def test_a_party_reads_signs_and_takes_a_copy():
    session, _pair = make_gathered_session()
    alex = session.case.participants.first()
    client = Client()
    use_pass(client, alex.entry)

    assert "Read and sign the agreement" in client.get(reverse("portal:party:home")).text
    client.post(reverse("portal:party:sign"), signature_of(session.case, alex))
    page = client.get(reverse("portal:party:agreement"))
    copy = client.get(reverse("portal:party:agreement_pdf"))

    assert "You signed this on" in page.text
    assert copy.content.startswith(b"%PDF-")


def test_whoever_has_signed_is_shown_what_they_signed():
    session, pair = make_gathered_session()
    sign_all(session.case, pair)
    client = Client()
    use_pass(client, session.case.participants.first().entry)

    assert "You signed this on" in client.get(reverse("portal:party:sign"), follow=True).text


def test_a_question_out_of_its_time_is_not_asked():
    case, _pair = make_booked_case()
    client = Client()
    use_pass(client, case.participants.first().entry)

    first = client.get(reverse("portal:party:go_on"), follow=True)
    again = client.post(reverse("portal:party:further"), {"yes": "yes"}, follow=True)

    assert "This question is not open any more." in first.text
    assert "This question is not open now." in again.text
    assert Case.objects.get().status == CaseStatus.BOOKED


def test_before_the_signing_opens_a_party_reads_only():
    case, _pair = make_booked_case()
    client = Client()
    use_pass(client, case.participants.first().entry)

    response = client.post(reverse("portal:party:sign"), {"typed_name": "Alex", "agreed": "on"}, follow=True)

    assert "We sign together at the start" in response.text
    assert client.get(reverse("portal:party:agreement_pdf")).status_code == 404
    assert not Signature.objects.exists()


def _everyone(case, pair):
    return [str(pk) for pk in [*case.participants.values_list("pk", flat=True), *(neutral.pk for neutral in pair)]]


def test_the_coordinator_opens_the_signing_and_keeps_the_desk():
    case, pair = make_booked_case()
    client = _signed_in(case.coordinator)
    page = client.post(reverse("portal:sessions:booked", args=[case.reference]), follow=True)
    session = Session.objects.get()

    client.post(reverse("portal:sessions:present", args=[session.pk]), {"present": _everyone(case, pair)})

    assert "Everyone is here: open the signing" in page.text
    assert "Sign on this device" in client.get(session.get_absolute_url()).text
    assert client.get("/portal/").status_code == 200


def test_the_device_of_a_mediator_stays_on_the_page_from_the_signing_on_and_shows_no_menu():
    case, pair = make_booked_case()
    session = prepare_session(case_id=case.pk, by=pair[0])
    client = _signed_in(pair[0])
    before = client.get(session.get_absolute_url()).text

    client.post(reverse("portal:sessions:present", args=[session.pk]), {"present": _everyone(case, pair)})
    after = client.get(session.get_absolute_url()).text

    assert 'class="nav-wide"' in before
    assert 'class="nav-wide"' not in after
    assert reverse("portal:accounts:sign_out") not in after
    links = re.findall(r'href="(/portal/[^"]*)"', after)
    assert [link for link in links if not link.startswith(session.get_absolute_url())] == []
    assert client.get(reverse("portal:sessions:own_pack", args=[session.pk])).status_code == 200
    assert client.get(case.get_absolute_url()).status_code == 403


def test_a_device_that_staff_hand_over_opens_nothing_else():
    session, _pair = make_gathered_session()
    client = _signed_in(session.case.coordinator)
    alex = session.case.participants.first()

    page = client.get(reverse("portal:sessions:sign_here", args=[session.pk, alex.pk]))

    assert page.status_code == 200
    assert client.get("/portal/").status_code == 403
