"""Why somebody comes to a coach, what they take home, and what a sponsor says for a group."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from portal.cases import actions
from portal.cases.models import CoachingSheet, GroupBrief
from portal.cases.statuses import (
    CaseStatus,
    Channel,
    Ending,
    Route,
)
from portal.scheduling.actions import ask_neutrals
from portal.sessions.actions import answer_further
from tests.factories import make_neutral, make_staff, use_pass
from tests.factories.cases import make_assignment, make_case, make_participant
from tests.factories.office import make_programme
from tests.factories.texts import make_texts
from tests.portal.histories.office import Team, Way

from .test_services import BRIEF, client_of, make_one

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def texts():
    return make_texts()


def test_a_sponsor_says_on_their_own_page_what_the_group_wants():
    case, person = make_one("FACILITATION")
    client = Client()
    use_pass(client, person.entry)
    assert "Say what your group wants to reach" in client.get(reverse("portal:party:home")).text
    sent = {"group": "The lab", "objectives": "A plan", "reason": "START", "headcount": "500", "success_signs": ""}

    assert client.post(reverse("portal:party:group"), sent | {"objectives": ""}).status_code == 422
    assert not GroupBrief.objects.exists()
    assert client.post(reverse("portal:party:group"), sent).status_code == 302

    brief = GroupBrief.objects.get()
    assert (brief.case, brief.headcount, brief.objectives) == (case, 500, "A plan")
    assert "A plan" in client.get(reverse("portal:party:group")).text


def test_nobody_but_the_sponsor_finds_that_page_or_writes_the_brief():
    case, _person = make_one("FACILITATION")
    other = make_participant(case, name="Robin")
    client = Client()
    use_pass(client, other.entry)

    assert client.get(reverse("portal:party:group")).status_code == 404
    with pytest.raises(PermissionDenied):
        actions.change_brief(case_id=case.pk, headcount=3, by=other.entry, **BRIEF)


def test_why_somebody_comes_to_a_coach_is_written_down_and_known_after_a_no():
    case, _person = make_one("COACHING")
    client, url = client_of(case.coordinator), reverse("portal:cases:coaching", args=[case.reference])
    client.post(url, {"form": "goals", "goals": "Say it calmly", "reason": "BY_MYSELF"})
    assert CoachingSheet.objects.get().reason == "BY_MYSELF"

    declined = make_case(CaseStatus.ENDED, ending=Ending.DECLINED, coordinator=make_staff())
    make_programme(conducts=["MEDIATION", "COACHING"])
    actions.turn_to_coaching(case_id=declined.pk, by=declined.coordinator)
    assert CoachingSheet.objects.get(case=declined).reason == "OTHER_DECLINES"


def test_a_coachee_can_print_a_sheet_that_the_office_has_no_copy_of():
    _case, person = make_one("COACHING")
    client = Client()
    use_pass(client, person.entry)
    assert "/papers/reflection/" in client.get(reverse("portal:party:rating")).text
    page = Client().get("/papers/reflection/").text
    assert "This sheet is yours" in page


def test_a_coachee_reads_nothing_of_others_on_the_own_page():
    _case, person = make_one("COACHING")
    client = Client()
    use_pass(client, person.entry)
    page = client.get(reverse("portal:party:home")).text
    assert "Nobody else sees your answers" in page
    assert "The others" not in page


def test_a_coach_finds_questions_and_ways_that_others_have_tried():
    case, _person = make_one("COACHING", CaseStatus.ARRANGING)
    coach = make_neutral("COACHING")
    make_assignment(case, coach, accepted=True)
    page = client_of(coach).get(reverse("portal:cases:coaching", args=[case.reference])).text
    assert "Ways that others have tried" in page
    assert "/resources/" in page


def test_a_second_coach_and_a_second_coachee_are_refused():
    case, _person = make_one("COACHING", CaseStatus.ARRANGING)
    two = [make_neutral("COACHING"), make_neutral("COACHING")]
    with pytest.raises(actions.TransitionRefused, match="exactly 1"):
        ask_neutrals(case_id=case.pk, neutrals=two, by=case.coordinator)
    with pytest.raises(actions.TransitionRefused):
        actions.add_person(case_id=case.pk, route=Route.STAFF_MAIL, channel=Channel.PHONE, by=case.coordinator)
    assert case.participants.count() == 1


def test_in_facilitation_one_or_several_may_lead_and_only_those_trained_for_it():
    case, _person = make_one("FACILITATION", CaseStatus.ARRANGING)
    three, untrained = [make_neutral("FACILITATION") for _ in range(3)], make_neutral("MEDIATION")
    with pytest.raises(actions.TransitionRefused):
        ask_neutrals(case_id=case.pk, neutrals=[untrained], by=case.coordinator)
    assert len(ask_neutrals(case_id=case.pk, neutrals=three, by=case.coordinator)) == 3


@pytest.mark.parametrize("process", ["COACHING", "FACILITATION"])
def test_as_many_sessions_as_are_wanted(process):
    way = Way(Team(process, make_programme(conducts=[process])))
    way.everyone_takes_part()
    way.asks_neutrals()
    for number in (1, 2, 3):
        assert way.books()
        assert way.starts()
        assert way.ends_well()
        assert way.case.sessions.count() == number
        way.says(way.people()[0], answer_further, by_self=True, yes=True)
        assert way.now().status == CaseStatus.ARRANGING
