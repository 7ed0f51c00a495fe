"""Coaching and facilitation: the same way with other roles, and what is theirs alone."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.cases import actions
from portal.cases.models import Case, CoachingSheet, GroupBrief, Participant
from portal.cases.statuses import (
    CaseStatus,
    Change,
    Channel,
    Ending,
    GroupReason,
    ParticipantRole,
    Reached,
    Route,
    Willing,
)
from portal.cases.transitions import missing
from portal.reports.coding import coded_values
from tests.factories import make_neutral, make_staff, sign_in, use_pass
from tests.factories.cases import make_case, make_participant
from tests.factories.office import make_programme
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db
BRIEF = {"group": "The Tuesday lab", "objectives": "A plan", "success_signs": "It holds", "reason": GroupReason.BOTH}


@pytest.fixture(autouse=True)
def texts():
    return make_texts()


def make_one(process, status=CaseStatus.OPENED, **facts):
    """A case of one person who has not answered yet."""
    case = make_case(status, process=process, names=(), coordinator=make_staff(), **facts)
    role = {"COACHING": ParticipantRole.COACHEE, "FACILITATION": ParticipantRole.GROUP_SPONSOR}[process]
    person = make_participant(case, name="Alex", role=role, is_requester=True, willing=Willing.ASKED)
    person.rights_read_at = timezone.now()
    person.save()
    return case, person


def client_of(user):
    client = Client()
    sign_in(client, user)
    return client


@pytest.mark.parametrize("process", ["COACHING", "FACILITATION"])
def test_one_yes_leads_straight_to_looking_for_a_time(process):
    case, person = make_one(process)

    actions.answer_taking_part(participant_id=person.pk, yes=True, channel=Channel.SELF, by=person.entry)

    assert Case.objects.get(pk=case.pk).status == CaseStatus.ARRANGING


def test_a_mediation_never_skips_asking_the_others():
    case = make_case(CaseStatus.OPENED, coordinator=make_staff())

    assert [line.words for line in missing(case, "arrange")] == ["The others have not been invited yet"]


def test_in_coaching_nobody_else_is_ever_asked():
    case, person = make_one("COACHING")

    with pytest.raises(actions.TransitionRefused, match="for one person"):
        actions.add_person(case_id=case.pk, route=Route.REQUESTER, channel=Channel.SELF, by=person.entry)
    with pytest.raises(actions.TransitionRefused, match="for one person"):
        actions.move_case(case_id=case.pk, step="invite", actor=case.coordinator)

    page = client_of(case.coordinator).get(case.get_absolute_url()).text
    assert "Add a person" not in page
    assert "Waiting for Alex to say whether they take part" in page


def test_a_coachee_is_not_asked_how_to_reach_others():
    _case, person = make_one("COACHING")
    client = Client()
    use_pass(client, person.entry)

    page = client.get(reverse("portal:party:home")).text
    answer = client.get(reverse("portal:party:take_part")).text

    assert "Say how we may reach the others" not in page
    assert "coaching understanding" in page
    assert "One trained coach talks with you alone" in answer


@pytest.mark.parametrize("headcount", [2, 500])
def test_no_group_is_too_small_or_too_big_and_nobody_is_named(headcount):
    case, _person = make_one("FACILITATION")

    actions.change_brief(case_id=case.pk, headcount=headcount, by=case.coordinator, **BRIEF)

    assert GroupBrief.objects.get().headcount == headcount
    assert case.participants.count() == 1


def test_a_group_says_what_it_wants_before_a_time_is_booked():
    case, _person = make_one("FACILITATION", CaseStatus.ARRANGING)
    words = "The group's objectives have to be written down"
    before = [line.words for line in missing(case, "book")]

    actions.change_brief(case_id=case.pk, headcount=12, by=case.coordinator, **BRIEF)

    assert words in before
    assert words not in [line.words for line in missing(Case.objects.get(pk=case.pk), "book")]


def test_the_brief_is_written_on_its_screen_and_a_wrong_one_loses_nothing():
    case, _person = make_one("FACILITATION")
    client, url = client_of(case.coordinator), reverse("portal:cases:brief", args=[case.reference])
    sent = {"form": "brief", "group": "The lab", "objectives": "A plan", "reason": "START", "headcount": "1"}

    wrong = client.post(url, sent)
    kept = GroupBrief.objects.exists()
    client.post(url, sent | {"headcount": "24"})

    assert wrong.status_code == 422
    assert "A group is two people or more." in wrong.text
    assert "A plan" in wrong.text
    assert not kept
    assert GroupBrief.objects.get().headcount == 24


def test_at_the_end_the_group_is_asked_whether_it_reached_it_and_only_the_code_is_counted():
    case, _person = make_one("FACILITATION", CaseStatus.HELD)
    actions.change_brief(case_id=case.pk, headcount=12, by=case.coordinator, **BRIEF)

    actions.check_objectives(case_id=case.pk, reached=Reached.PARTLY, by=case.coordinator)

    values = coded_values(Case.objects.get(pk=case.pk).matter)
    assert values["reached"] == Reached.PARTLY
    assert "A plan" not in str(values)


def test_before_a_session_nobody_is_asked_whether_it_was_reached():
    case, _person = make_one("FACILITATION", CaseStatus.ARRANGING)
    actions.change_brief(case_id=case.pk, headcount=None, by=case.coordinator, **BRIEF)

    with pytest.raises(actions.TransitionRefused):
        actions.check_objectives(case_id=case.pk, reached=Reached.ALL, by=case.coordinator)


def test_a_rating_reaches_the_statistics_only_as_up_or_down():
    case, person = make_one("COACHING", CaseStatus.ARRANGING)
    client = Client()
    use_pass(client, person.entry)
    client.post(reverse("portal:party:rating"), {"rating": "3"})
    sheet = CoachingSheet.objects.get()
    sheet.rating_after = 8
    sheet.save()

    values = coded_values(Case.objects.get(pk=case.pk).matter)

    assert (sheet.rating_before, values["change"]) == (3, Change.BETTER)


@pytest.mark.parametrize("rating", ["0", "11", "many", ""])
def test_a_rating_outside_the_scale_is_refused(rating):
    _case, person = make_one("COACHING")
    client = Client()
    use_pass(client, person.entry)

    page = client.post(reverse("portal:party:rating"), {"rating": rating})

    assert "Error" in page.text
    assert not CoachingSheet.objects.exists()


def test_nobody_but_a_coachee_has_a_rating():
    case = make_case(coordinator=make_staff())
    client = Client()
    use_pass(client, case.participants.first().entry)

    assert client.get(reverse("portal:party:rating")).status_code == 404


def test_the_coach_counts_what_was_shared_and_nothing_else_is_kept():
    coach = make_neutral()
    case, _person = make_one("COACHING", CaseStatus.ARRANGING, accepted=[coach])
    client, url = client_of(coach), reverse("portal:cases:coaching", args=[case.reference])

    client.post(url, {"form": "shared"})
    client.post(url, {"form": "goals", "goals": "Say no kindly"})

    assert CoachingSheet.objects.get().resources_shared == 1
    assert "Say no kindly" in client.get(url).text


def test_the_sheets_of_another_service_are_not_there_and_strangers_find_none():
    case, _person = make_one("COACHING")
    brief = reverse("portal:cases:brief", args=[case.reference])
    coaching = reverse("portal:cases:coaching", args=[case.reference])

    assert client_of(case.coordinator).get(brief).status_code == 404
    assert client_of(make_neutral()).get(coaching).status_code == 404
    with pytest.raises(PermissionDenied):
        actions.change_goals(case_id=case.pk, goals="x", by=make_neutral())


def make_declined(**facts):
    coordinator = make_staff()
    return make_case(
        CaseStatus.ENDED,
        programme=make_programme(conducts=["COACHING", "MEDIATION"]),
        coordinator=coordinator,
        ending=Ending.DECLINED,
        ended_from=CaseStatus.INVITING,
        ended_at=timezone.now(),
        invited_at=timezone.now(),
        answer_by=timezone.localdate(),
        **facts,
    )


def test_a_declined_mediation_goes_on_as_coaching_with_one_press():
    case = make_declined(names=("Alex Ash", "Sam"))
    client = client_of(case.coordinator)

    assert "Go on as conflict coaching" in client.get(case.get_absolute_url()).text
    client.post(reverse("portal:cases:turn_to_coaching", args=[case.reference]))

    case = Case.objects.get(pk=case.pk)
    [person] = case.participants.all()
    assert (case.process, case.status, case.ending) == ("COACHING", CaseStatus.OPENED, "")
    assert (person.name, person.role, person.willing) == ("Alex Ash", ParticipantRole.COACHEE, Willing.ASKED)


def test_the_other_person_loses_their_page_and_leaves_nothing():
    case = make_declined()
    other = case.participants.get(is_requester=False)

    actions.turn_to_coaching(case_id=case.pk, by=case.coordinator)

    other.entry.refresh_from_db()
    assert other.entry.revoked_at is not None
    assert not Participant.objects.filter(pk=other.pk).exists()


def test_what_did_not_end_for_want_of_an_answer_does_not_turn_to_coaching():
    case = make_case(CaseStatus.ARRANGING, coordinator=make_staff())

    with pytest.raises(actions.TransitionRefused):
        actions.turn_to_coaching(case_id=case.pk, by=case.coordinator)
    with pytest.raises(PermissionDenied):
        actions.turn_to_coaching(case_id=make_declined().pk, by=make_neutral())
