"""Background: talks in four parts, people outside only with permission, one dynamics sheet."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.cases import actions
from portal.cases.models import CollateralContact, DynamicsSheet, Meeting
from portal.cases.statuses import CaseStatus, Channel
from tests.factories import make_neutral, make_staff, sign_in, use_pass, verified
from tests.factories.cases import make_case
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    make_texts()
    return make_case(CaseStatus.ARRANGING, coordinator=make_staff(), accepted=[make_neutral()])


@pytest.fixture
def client(case):
    client = Client()
    sign_in(client, case.coordinator)
    return client


def today():
    return timezone.localdate().isoformat()


def url(case, name, *more):
    return reverse(f"portal:cases:{name}", args=[case.reference, *more])


def test_a_talk_is_kept_in_its_four_parts(case, client):
    sent = {"held_on": today(), "channel": "PHONE", "information": "What is kept", "questions": "Who reads it?"}
    sent |= {"expectations": "An apology", "options": "Coaching too"}

    client.post(url(case, "write_meeting", 1), sent)

    page = client.get(url(case, "background")).text
    assert all(words in page for words in ("What is kept", "Who reads it?", "An apology", "Coaching too"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"expectations": "  "}, "at least one of the four parts"),
        ({"held_on": "2999-01-01"}, "has not come yet"),
        ({"held_on": "soon"}, "date"),
        ({"channel": "PIGEON"}, "one of the answers"),
        ({"expectations": "x" * 8001}, "shorten this by 1 letter: at most 8,000 fit"),
    ],
)
def test_a_talk_that_is_wrong_is_not_kept_and_nothing_typed_is_lost(case, client, change, words):
    sent = {"held_on": today(), "channel": "PHONE", "expectations": "An apology"} | change

    page = client.post(url(case, "write_meeting", 1), sent)

    assert words in page.text
    assert sent["expectations"].strip()[:50] in page.text
    assert not Meeting.objects.exists()


def test_nobody_outside_is_asked_without_permission(case, client):
    sent = {"number": "1", "name": "Coach Hale", "ask_about": "The team trip", "channel": "PHONE"}

    refused = client.post(url(case, "add_collateral"), sent)
    kept = CollateralContact.objects.exists()
    client.post(url(case, "add_collateral"), sent | {"allowed": "on"})

    assert "Without their permission" in refused.text
    assert "Coach Hale" in refused.text
    assert not kept
    assert CollateralContact.objects.get().permission_channel == Channel.PHONE


def make_contact(case):
    person = case.participants.first()
    person.case = case
    return actions.add_collateral(
        participant_id=person.pk,
        name="Coach Hale",
        reach="",
        ask_about="The trip",
        channel="PHONE",
        by=case.coordinator,
    )


def test_what_they_said_is_kept(case, client):
    contact = make_contact(case)

    client.post(url(case, "write_learned", contact.pk), {"talked_on": today(), "learned": "They quarrelled"})

    assert "They quarrelled" in client.get(url(case, "background")).text


def test_the_permission_ends_when_its_giver_leaves(case):
    contact = make_contact(case)
    case.participants.filter(pk=contact.named_by_id).update(left_at=timezone.now())

    with pytest.raises(actions.TransitionRefused):
        actions.write_learned(contact_id=contact.pk, talked_on=timezone.localdate(), learned="x", by=case.coordinator)


def test_what_was_said_tomorrow_is_refused(case):
    contact = make_contact(case)
    tomorrow = timezone.localdate() + timedelta(days=1)

    with pytest.raises(actions.TransitionRefused):
        actions.write_learned(contact_id=contact.pk, talked_on=tomorrow, learned="x", by=case.coordinator)


def test_the_contact_of_another_case_is_not_there(case, client):
    contact = make_contact(make_case(coordinator=case.coordinator))

    assert client.get(url(case, "write_learned", contact.pk)).status_code == 404


def test_the_sheet_is_kept_and_changed(case, client):
    client.post(url(case, "dynamics"), {"edition": "0", "power": "Same lab"})
    client.post(url(case, "dynamics"), {"edition": "1", "power": "Same lab, one supervises"})

    sheet = DynamicsSheet.objects.get()
    assert (sheet.power, sheet.edition) == ("Same lab, one supervises", 2)


def test_of_two_at_once_the_slower_is_told_who_was_faster_and_keeps_their_words(case, client):
    colleague = make_staff(first_name="Rosa", last_name="Quill")
    actions.change_dynamics(case_id=case.pk, parts={"power": "Hers"}, edition=0, by=colleague)

    page = client.post(url(case, "dynamics"), {"edition": "0", "power": "Mine"})

    assert page.status_code == 409
    assert "Rosa Quill changed the sheet" in page.text
    assert "Hers" in page.text
    assert "Mine" in page.text
    assert DynamicsSheet.objects.get().power == "Hers"


def test_neutrals_and_participants_find_none_of_it(case):
    contact, neutral, person = make_contact(case), case.assignments.get().neutral, case.participants.first()
    neutral_client, person_client = Client(), Client()
    sign_in(neutral_client, neutral)
    use_pass(person_client, person.entry)

    for name, *more in [("background",), ("dynamics",), ("add_collateral",), ("write_learned", contact.pk)]:
        assert neutral_client.get(url(case, name, *more)).status_code == 403
        assert person_client.get(url(case, name, *more)).status_code in (302, 404)
    assert not CollateralContact.objects.visible_to(verified(neutral)).exists()
    assert not CollateralContact.objects.visible_to(person.entry).exists()
    with pytest.raises(PermissionDenied):
        actions.change_dynamics(case_id=case.pk, parts={}, edition=0, by=neutral)
