""" "Train us" (M11): what a group wishes goes to the training side, with its permission, and nothing else."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from portal.cases import actions
from portal.cases.statuses import Channel, ParticipantRole
from portal.records.actions import close
from portal.records.destruction import finish
from portal.vault import keyring
from tests.factories import make_case, make_office, make_participant, make_request, make_staff, sign_in
from tests.factories.closing import confirm_all_outside
from training.models import GroupRequest

pytestmark = pytest.mark.django_db
SENT = {
    "group": "The Tuesday lab",
    "audience": "STUDENTS",
    "people": "12",
    "hours": "4",
    "hopes": "We can talk about hard things",
    "when": "",
    "name": "Kim Osei",
    "address": "kim@example.org",
    "permitted": "on",
    "channel": "PHONE",
    "token": "7f0d5d9e-9f3c-4c0e-8f32-0d1b3a6f9f11",
}


@pytest.fixture(autouse=True)
def office():
    make_office()


def make_group(**facts):
    case = make_case(process="FACILITATION", names=(), coordinator=make_staff(), **facts)
    make_participant(case, name="Kim Osei", role=ParticipantRole.GROUP_SPONSOR, is_requester=True)
    return case


def facts(**changes):
    keys = ("name", "address", "group", "audience", "hopes", "when")
    return {key: SENT[key] for key in keys} | {"people": 12, "hours": 4} | changes


def test_what_is_asked_for_in_a_facilitation_stands_in_the_list_of_training(client):
    case = make_group()
    sign_in(client, case.coordinator)
    url = reverse("portal:cases:train_us", args=[case.reference])
    assert "Kim Osei" in client.get(url).text

    assert client.post(url, SENT).status_code == 302
    client.post(url, SENT)

    wish = GroupRequest.objects.get()
    assert (wish.group, wish.people, wish.hours, wish.address) == ("The Tuesday lab", 12, 4, "kim@example.org")
    assert wish.vault_key != case.vault_key


@pytest.mark.parametrize(("field", "value"), [("permitted", ""), ("people", "1"), ("people", "501"), ("hopes", "")])
def test_without_permission_or_with_a_mistake_nothing_is_passed_on_and_nothing_typed_is_lost(client, field, value):
    case = make_group()
    sign_in(client, case.coordinator)

    answer = client.post(reverse("portal:cases:train_us", args=[case.reference]), SENT | {field: value})

    assert answer.status_code == 422
    assert "The Tuesday lab" in answer.text
    assert not GroupRequest.objects.exists()


@pytest.mark.parametrize("people", [2, 500])
def test_no_group_is_too_small_or_too_big(people):
    case = make_group()
    wish = {"wish_id": SENT["token"], "facts": facts(people=people), "channel": Channel.PHONE}
    actions.ask_for_training(matter_id=case.matter_id, by=case.coordinator, **wish)
    assert GroupRequest.objects.get().people == people


def test_it_can_be_said_in_a_request_too(client):
    request, by = make_request(), make_staff()
    sign_in(client, by)
    assert client.post(reverse("portal:intake:train_us", args=[request.reference]), SENT).status_code == 302
    assert GroupRequest.objects.get().hopes == SENT["hopes"]


def test_whoever_may_not_open_the_case_hands_nothing_on():
    case = make_group()
    wish = {"wish_id": SENT["token"], "facts": facts(), "channel": Channel.PHONE}
    with pytest.raises(PermissionDenied):
        actions.ask_for_training(matter_id=case.matter_id, by=make_staff("TRAINING_MANAGER"), **wish)
    assert not GroupRequest.objects.exists()


def test_the_wish_outlives_the_destroyed_case_and_does_not_name_it():
    request = make_request()
    by = make_staff()
    wish = {"wish_id": SENT["token"], "facts": facts(), "channel": Channel.PHONE}
    actions.ask_for_training(matter_id=request.matter_id, by=by, **wish)
    request.status, request.ending, request.ended_at = "ENDED", "INFORMATION", timezone.now()
    request.save()
    confirm_all_outside(request.matter, by)

    finish(close(matter_id=request.matter_id, by=by).pk)

    with keyring.scope():
        kept = GroupRequest.objects.get()
        assert kept.name == "Kim Osei"
    assert str(request.pk) not in str(vars(kept))
    assert str(request.matter_id) not in str(vars(kept))
