"""Where screening chose to ask twice, a yes counts only when it is given a second time, a day after the first."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from portal.cases import transitions
from portal.cases.actions import TransitionRefused
from portal.cases.models import Case, Consent
from portal.cases.queries import people_of, steps_for
from portal.cases.statuses import ASK_TWICE, CaseStatus, Willing
from portal.party.queries import own_place
from portal.party.tasks import tasks_of
from portal.screening.actions import decide, screen_again
from portal.screening.statuses import Safeguard
from tests.factories import make_case, make_participant, make_request, make_staff, use_pass, verified
from tests.factories.screening import make_finding
from tests.factories.texts import make_texts
from tests.portal.cases.people import answer, fresh, inviting_case, join, others_of, read, requester_of, say_yes

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 10, 7, 12, tzinfo=ZoneInfo("America/New_York"))
DAY = timedelta(hours=24)


def careful(case):
    """Case whose screening in force has chosen it."""
    case.safeguards = [ASK_TWICE]
    case.save()
    return case


def asked():
    """Two people are asked, and a yes counts only when it is given twice."""
    return careful(inviting_case())


def waiting(case):
    case = Case.objects.select_related("programme", "matter").get(pk=case.pk)
    return [line.words for line in transitions.missing(case, "arrange")]


def test_the_code_is_the_safeguard_of_screening():
    assert ASK_TWICE == Safeguard.TWO_STEP


def test_what_screening_chose_is_kept_with_the_case_sealed():
    make_texts()
    request = make_request()
    staff = verified(make_staff())

    decide(request_id=request.pk, finding=make_finding(safeguards=["TWO_STEP", "SHORTER"]), by=staff)

    case = Case.objects.get()
    assert case.asks_twice
    assert b"TWO_STEP" not in Case.objects.values_list("safeguards", flat=True).get().ciphertext


def test_screening_again_changes_what_holds():
    make_texts()
    case = make_case(CaseStatus.ARRANGING, coordinator=verified(make_staff()))

    screen_again(case_id=case.pk, finding=make_finding(safeguards=["TWO_STEP"]), by=case.coordinator)
    assert Case.objects.get().asks_twice

    screen_again(case_id=case.pk, finding=make_finding(), by=case.coordinator)
    assert not Case.objects.get().asks_twice


def test_a_first_yes_does_not_count_and_the_gate_says_from_when_the_second_does(time_machine):
    time_machine.move_to(NOON, tick=False)
    case = asked()
    requester = requester_of(case)

    say_yes(requester)

    assert fresh(requester).willing == Willing.ASKED
    first = "Alex has said yes once; it counts when they say it again, from Thursday, 8 October, 12:00 on"
    assert waiting(case)[0] == first
    assert people_of(Case.objects.get())[0].word == "Has said yes once"


def test_a_second_yes_within_the_day_is_refused_kindly(time_machine):
    time_machine.move_to(NOON, tick=False)
    requester = requester_of(asked())
    say_yes(requester)

    time_machine.move_to(NOON + DAY - timedelta(minutes=1), tick=False)
    with pytest.raises(TransitionRefused, match=r"from Thursday, 8 October, 12:00 .* on"):
        answer(requester, True)

    assert Consent.objects.filter(kind="TAKE_PART").count() == 1


def test_the_second_yes_a_day_later_counts_and_with_the_last_one_it_goes_on(time_machine):
    time_machine.move_to(NOON, tick=False)
    case = asked()
    requester, other = requester_of(case), join(others_of(case)[0], case.coordinator)
    say_yes(requester)
    say_yes(other)

    time_machine.move_to(NOON + DAY, tick=False)
    answer(requester, True)
    assert fresh(requester).willing == Willing.YES
    assert waiting(case) == ["Waiting for Sam0 to say yes a second time"]
    answer(other, True)

    assert Case.objects.get().status == CaseStatus.ARRANGING


def test_staff_enter_the_second_yes_for_somebody_who_phones(time_machine):
    time_machine.move_to(NOON, tick=False)
    case = asked()
    requester = requester_of(case)
    say_yes(requester, by=case.coordinator)

    time_machine.move_to(NOON + DAY, tick=False)
    assert "YES" in dict(steps_for(fresh(requester)))
    answer(requester, True, by=case.coordinator)

    assert fresh(requester).willing == Willing.YES
    assert list(Consent.objects.filter(kind="TAKE_PART").values_list("channel", flat=True)) == ["PHONE", "PHONE"]


def test_a_no_in_between_counts_at_once_and_the_day_begins_anew(time_machine):
    time_machine.move_to(NOON, tick=False)
    case = asked()
    requester = requester_of(case)
    say_yes(requester)
    time_machine.move_to(NOON + DAY / 2, tick=False)
    answer(requester, False)
    assert fresh(requester).willing == Willing.NO

    time_machine.move_to(NOON + DAY, tick=False)
    answer(requester, True)

    assert fresh(requester).willing == Willing.ASKED
    assert "has said yes once" in waiting(case)[0]


def test_a_yes_given_before_the_office_began_to_ask_twice_has_to_be_said_once_more(time_machine):
    time_machine.move_to(NOON, tick=False)
    case = inviting_case()
    requester, other = requester_of(case), join(others_of(case)[0], case.coordinator)
    say_yes(requester)
    say_yes(other)
    assert Case.objects.get().status == CaseStatus.ARRANGING

    careful(Case.objects.get())
    time_machine.move_to(NOON + DAY, tick=False)
    case = Case.objects.select_related("programme", "matter").get()
    book = [line.words for line in transitions.missing(case, "book")]
    assert {"Waiting for Alex to say yes a second time", "Waiting for Sam0 to say yes a second time"} <= set(book)
    assert dict(steps_for(fresh(requester)))["YES"] == "Says yes a second time"

    answer(requester, True)
    answer(other, True)
    case = Case.objects.select_related("programme", "matter").get()
    assert not [line.words for line in transitions.missing(case, "book") if "second" in line.words]


def test_elsewhere_one_yes_is_enough():
    requester = requester_of(inviting_case())

    say_yes(requester)

    assert fresh(requester).willing == Willing.YES


def test_the_own_page_says_when_it_can_be_said_again(client, time_machine):
    time_machine.move_to(NOON, tick=False)
    requester = requester_of(asked())
    read(requester)
    use_pass(client, requester.entry)
    assert "a yes counts only when you give it a second time" in client.get("/my/answer/").text

    page = client.post("/my/answer/", {"answer": "YES"}, follow=True)

    assert "Your yes rests for a day." in page.text
    assert "You can say it again from Thursday, 8 October, 12:00 (New York time) on" in page.text
    time_machine.move_to(NOON + DAY, tick=False)
    tasks = {task.title: str(task.word) for task in tasks_of(own_place(fresh(requester).entry))}
    assert tasks["Say a second time whether you want to take part"] == "To do"


@pytest.mark.parametrize("people", [1, 3])
def test_the_gate_asks_the_database_as_often_for_one_as_for_three(people, django_assert_num_queries):
    make_texts()
    case = careful(make_case(CaseStatus.INVITING, names=()))
    for number in range(people):
        make_participant(case, name=f"Person {number}", willing=Willing.ASKED)
    case = Case.objects.select_related("programme", "matter").get()

    with django_assert_num_queries(3):
        transitions.missing(case, "arrange")
