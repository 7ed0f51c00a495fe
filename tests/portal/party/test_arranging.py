"""A participant's pages around pair and time."""

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from portal.cases.models import Case
from portal.cases.statuses import AssignmentEnd, CaseStatus
from portal.scheduling.gates import pair_agreed
from portal.scheduling.models import Availability
from tests.factories import (
    make_assignment,
    make_booking,
    make_case,
    make_neutral,
    make_office,
    make_participant,
    make_staff,
    use_pass,
)
from tests.factories.scheduling import local_time

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def office():
    return make_office()


@pytest.fixture
def pair():
    people = [make_neutral(first_name="Priya"), make_neutral(first_name="Jonas")]
    for person in people:
        person.neutral_profile.about = f"{person.first_name} has mediated for six years."
        person.neutral_profile.save()
    return people


@pytest.fixture
def case(pair):
    return make_case(coordinator=make_staff(), accepted=pair)


@pytest.fixture
def sam(client, case):
    person = case.participants.get(number=2)
    use_pass(client, person.entry)
    return person


def url(name, **kwargs):
    return reverse(f"portal:party:{name}", kwargs=kwargs or None)


def half_hours(day, *hours):
    return [f"{local_time(day, 8):%Y-%m-%dT}{hour:02d}:{minute}" for hour in hours for minute in ("00", "30")]


def test_the_task_list_asks_to_meet_the_mediators_and_for_times(client, sam):
    page = client.get(url("home")).text

    assert "Meet your mediators" in page
    assert "Tell us when you are free" in page


def test_the_mediators_are_met_by_name_and_their_own_words(client, sam):
    page = client.get(url("meet")).text

    assert "Priya has mediated for six years." in page
    assert "Jonas has mediated for six years." in page


def test_an_incomplete_pair_is_not_shown(client, case, pair, sam):
    case.assignments.filter(neutral=pair[0]).delete()

    assert client.get(url("meet")).status_code == 404
    assert "Meet your mediators" not in client.get(url("home")).text


def test_somebody_else_is_one_button_after_one_question(client, case, pair, sam):
    assignment = case.assignments.get(neutral=pair[0])

    page = client.get(url("somebody_else", pk=assignment.pk)).text
    assert "Nobody asks you why" in page
    assignment.refresh_from_db()
    assert assignment.is_accepted

    client.post(url("somebody_else", pk=assignment.pk))
    assignment.refresh_from_db()
    assert assignment.end_reason == AssignmentEnd.OBJECTION


def test_the_other_party_does_not_learn_who_asked_for_somebody_else(client, case, pair, sam):
    client.post(url("somebody_else", pk=case.assignments.get(neutral=pair[0]).pk))

    others_phone = Client()
    use_pass(others_phone, case.participants.get(number=1).entry)
    page = others_phone.get(url("home")).text
    assert "Sam" not in page
    assert "somebody else" not in page.lower()


def test_a_mediator_of_another_case_is_not_found(client, pair, sam):
    other = make_case(accepted=[pair[0]]).assignments.get()

    assert client.get(url("somebody_else", pk=other.pk)).status_code == 404
    assert client.post(url("somebody_else", pk=other.pk)).status_code == 404
    other.refresh_from_db()
    assert other.is_accepted


def test_saying_that_the_pair_is_fine_answers_the_question_asked_again(client, case, pair, sam):
    case.assignments.filter(neutral=pair[0]).update(end_reason=AssignmentEnd.REPLACED, ended_at=local_time(0))
    make_assignment(case, make_neutral(first_name="Noor"), accepted=True)
    assert "Somebody has changed" in client.get(url("home")).text

    client.post(url("fine"))

    assert sam not in [line.person for line in pair_agreed(Case.objects.get(pk=case.pk))]
    assert "Fine with you" in client.get(url("home")).text


def test_free_times_are_given_without_any_script(client, sam):
    page = client.get(url("times")).text
    assert f'value="{half_hours(1, 18)[0]}"' in page
    assert "All times are New York time." in page

    thanks = client.post(url("times"), {"part": "free", "free": half_hours(1, 18, 19, 20)}, follow=True)

    # Not everybody gave us a way to write to them.
    assert "As soon as a time is found, it stands on your page." in thanks.text
    assert Availability.objects.get(participant=sam).free == half_hours(1, 18, 19, 20)
    assert "Given" in client.get(url("home")).text


def test_what_was_ticked_stays_when_something_is_missing(client, sam):
    page = client.post(url("times"), {"part": "free", "free": half_hours(1, 18)})

    assert page.status_code == 422
    assert "There is a problem" in page.text
    assert f'value="{half_hours(1, 18)[0]}" checked' in page.text


def test_concrete_times_are_answered_first(client, case, sam):
    proposed = case.proposed_times.create(starts_at=local_time(3), minutes=120, proposed_by=case.coordinator)
    assert "Which of these times fit?" in client.get(url("times")).text

    assert client.post(url("times"), {"part": "fits"}).status_code == 422
    client.post(url("times"), {"part": "fits", "fits": [proposed.pk]})

    assert Availability.objects.get(participant=sam).fits == [proposed.pk]


def test_nobody_reads_the_times_of_others(client, case, sam):
    alex = case.participants.get(number=1)
    Availability.objects.create(
        vault_key=case.vault_key, case=case, participant=alex, free=half_hours(2, 10, 11), fits=[]
    )

    page = client.get(url("times")).text

    assert " checked" not in page
    assert "Alex" not in page


def test_the_session_and_its_calendar_file_are_on_the_page(client, case, sam):
    assert client.get(url("appointment")).status_code == 404
    Case.objects.filter(pk=case.pk).update(status=CaseStatus.BOOKED)
    make_booking(case, place="https://video.example.edu/room")

    page = client.get(url("appointment")).text
    assert "https://video.example.edu/room" in page
    [event] = Calendar.from_ical(client.get(url("calendar")).content).walk("VEVENT")
    assert event["summary"] == "Appointment"
    assert "Your session" in client.get(url("home")).text


def test_a_supporter_gives_times_but_does_not_choose_mediators(client, case):
    lee = make_participant(case, name="Lee", role="SUPPORTER")
    use_pass(client, lee.entry)

    assert client.get(url("meet")).status_code == 404
    client.post(url("times"), {"part": "free", "free": half_hours(1, 18, 19)})

    assert Availability.objects.get(participant=lee).free == half_hours(1, 18, 19)


def test_a_page_of_an_ended_case_asks_nothing(client, case, sam):
    case.participants.filter(pk=sam.pk).update(left_at=local_time(0))

    assert [client.get(url(name)).status_code for name in ("meet", "times", "appointment")] == [404] * 3


@pytest.mark.parametrize("name", ["meet", "times", "appointment", "calendar"])
def test_nobody_gets_there_without_a_code(client, name):
    assert client.get(url(name)).status_code in (302, 404)
