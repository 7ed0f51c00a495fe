"""After a circle its facilitators look back on how it was led; participants never read it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from portal.cases.actions import TransitionRefused
from portal.cases.models import Case
from portal.circles import actions
from portal.circles.models import Debrief
from portal.circles.statuses import Held
from portal.sessions.actions import end_session, take_turn
from portal.sessions.statuses import Outcome, Round
from tests.factories import sign_in, verified
from tests.factories.circles import make_running_circle

pytestmark = pytest.mark.django_db

CANARY = "begin with the longer break"


def held():
    session, pair = make_running_circle()
    for code in Round:
        for person in session.case.participants.all():
            take_turn(session_id=session.pk, participant_id=person.pk, by=pair[0], in_round=code, passed=False)
    end_session(session_id=session.pk, outcome=Outcome.NO_PLAN, minutes=90, by=pair[0])
    return session, pair


def look_back(session, by, **facts):
    usual = dict.fromkeys(("everyone_heard", "pace_held", "safety_held", "pair_worked"), Held.YES)
    words = {"next_time": CANARY, "wants_talk": False}
    return actions.look_back(session_id=session.pk, by=by, **(usual | words | facts))


def test_each_facilitator_keeps_one_of_their_own_sealed():
    session, pair = held()

    look_back(session, pair[0])
    look_back(session, pair[0], pace_held=Held.PARTLY)
    look_back(session, pair[1])

    assert Debrief.objects.count() == 2
    assert Debrief.objects.get(facilitator=pair[0]).pace_held == Held.PARTLY
    assert all(CANARY.encode() not in one.ciphertext for one in Debrief.objects.values_list("next_time", flat=True))


def test_nobody_looks_back_before_the_circle_is_over_or_on_one_they_did_not_lead():
    session, pair = make_running_circle()
    with pytest.raises(TransitionRefused):
        look_back(session, pair[0])

    with pytest.raises(PermissionDenied):
        look_back(session, session.case.coordinator)


def test_no_participant_reads_it_and_staff_and_the_pair_do():
    session, pair = held()
    row = look_back(session, pair[0])
    person = session.case.participants.select_related("entry").first()

    assert list(Debrief.objects.visible_to(person.entry)) == []
    assert list(Debrief.objects.visible_to(pair[1])) == [row]
    assert list(Debrief.objects.visible_to(verified(session.case.coordinator))) == [row]


def test_a_facilitator_fills_it_in_and_the_coordinator_sees_who_would_like_to_talk(client):
    session, pair = held()
    circle = reverse("portal:circles:circle", args=[session.case.reference])
    page = reverse("portal:circles:look_back", args=[session.case.reference])
    sign_in(client, pair[0])
    assert page in client.get(circle).text
    assert client.post(page, {"next_time": "Words typed with care"}).status_code == 422

    answers = dict.fromkeys(("everyone_heard", "pace_held", "safety_held", "pair_worked"), "YES")
    assert client.post(page, answers | {"next_time": CANARY, "wants_talk": "on"}).status_code == 302

    client.logout()
    sign_in(client, session.case.coordinator)
    seen = client.get(circle).text
    assert CANARY in seen
    assert "Would like to talk it over" in seen
    assert client.get(page).status_code == 403


def test_it_goes_with_the_case():
    session, pair = held()
    look_back(session, pair[0])

    Case.objects.get(pk=session.case_id).delete()

    assert not Debrief.objects.exists()
