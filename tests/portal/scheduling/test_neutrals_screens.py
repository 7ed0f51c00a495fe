"""What neutrals see: names and units until they have answered, the case afterwards, and nothing after a tie."""

import pytest
from django.urls import reverse
from icalendar import Calendar

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.cases.models import Case
from portal.cases.statuses import AssignmentEnd, CaseStatus
from portal.scheduling.models import Availability
from tests.factories import make_assignment, make_booking, make_case, make_neutral, make_office, sign_in, verified
from tests.factories.scheduling import local_time

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def office():
    return make_office()


@pytest.fixture
def neutral(client):
    person = make_neutral(first_name="Priya")
    sign_in(client, person)
    return person


@pytest.fixture
def asked(coordinator, neutral):
    case = make_case(coordinator=coordinator, unit="ENG")
    return make_assignment(case, neutral)


def page_of(assignment):
    return reverse("portal:scheduling:asked", kwargs={"pk": assignment.pk})


def case_url(name, case):
    return reverse(f"portal:scheduling:{name}", kwargs={"reference": case.reference})


def test_a_question_shows_names_and_units_and_nothing_else(client, asked):
    sam = asked.case.participants.get(number=2)

    page = client.get(page_of(asked)).text

    assert "Alex" in page
    assert "Sam" in page
    assert "School of Engineering" in page
    assert asked.case.reference not in page
    assert sam.contact["email"] not in page


def test_no_tie_opens_the_case_on_the_next_request(client, neutral, asked):
    assert client.get(case_url("my_times", asked.case)).status_code == 404

    answered = client.post(page_of(asked), {"answer": "NO"})

    assert answered["Location"] == asked.case.get_absolute_url()
    assert client.get(case_url("my_times", asked.case)).status_code == 200


def test_after_a_tie_question_and_case_are_the_same_as_missing(client, neutral, asked):
    client.post(page_of(asked), {"answer": "YES"})

    missing = client.get("/portal/asked/999999/")
    assert client.get(page_of(asked)).content == missing.content
    assert client.get(page_of(asked)).status_code == 404
    assert client.get(case_url("my_times", asked.case)).content == missing.content
    assert asked.case not in Case.objects.visible_to(verified(neutral))
    assert "No question waits" in client.get(reverse("portal:scheduling:asked_list")).text


def test_somebody_who_accepted_and_then_finds_a_tie_steps_back(client, neutral, asked):
    client.post(page_of(asked), {"answer": "NO"})

    client.post(case_url("step_back", asked.case), {"answer": "YES"})

    asked.refresh_from_db()
    assert asked.end_reason == AssignmentEnd.TIE
    assert client.get(case_url("step_back", asked.case)).status_code == 404


def test_the_question_of_somebody_else_is_not_there(client, neutral, coordinator):
    other = make_assignment(make_case(coordinator=coordinator), make_neutral())

    assert client.get(page_of(other)).status_code == 404
    assert client.post(page_of(other), {"answer": "NO"}).status_code == 404
    other.refresh_from_db()
    assert other.answered_at is None


def test_an_answer_that_is_none_is_a_kind_error(client, asked):
    for answer in ("", "UNANSWERED", "MAYBE"):
        page = client.post(page_of(asked), {"answer": answer})
        assert page.status_code == 422
        assert "There is a problem" in page.text


def test_looking_at_a_question_is_recorded(client, asked):
    client.get(page_of(asked))

    assert AuditLink.objects.filter(chain=asked.case.matter.chain_id, kind=AuditEvent.CASE_OPENED).count() == 1


def test_a_neutral_gives_times_starting_from_the_usual_week(client, neutral, coordinator):
    case = make_case(coordinator=coordinator, accepted=[neutral])
    monday = next(day for day in range(1, 8) if local_time(day).weekday() == 0)
    neutral.neutral_profile.weekly_hours.create(weekday=0, starts="18:00", ends="20:00")

    page = client.get(case_url("my_times", case)).text
    assert f'value="{local_time(monday, 18):%Y-%m-%dT%H:%M}" checked' in page

    free = [f"{local_time(2, 9):%Y-%m-%dT}{hour:02d}:{minute}" for hour in (9, 10) for minute in ("00", "30")]
    client.post(case_url("my_times", case), {"part": "free", "free": free})
    assert Availability.objects.get(neutral=neutral).free == free


def test_a_neutral_takes_the_calendar_file(client, neutral, coordinator):
    case = make_case(CaseStatus.BOOKED, coordinator=coordinator, accepted=[neutral])
    assert client.get(case_url("calendar", case)).status_code == 404

    make_booking(case)
    answer = client.get(case_url("calendar", case))

    assert answer["Content-Type"].startswith("text/calendar")
    [event] = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["dtstart"].dt == local_time()


def test_the_coordinator_has_no_times_of_their_own_to_give(client, coordinator, neutral):
    case = make_case(coordinator=coordinator, accepted=[neutral])
    sign_in(client, coordinator)

    assert client.get(case_url("my_times", case)).status_code == 403
    assert client.get(case_url("step_back", case)).status_code == 403
    assert client.get(case_url("calendar", case)).status_code == 404


def test_the_case_page_leads_a_neutral_to_their_own_part(client, neutral, coordinator):
    case = make_case(CaseStatus.BOOKED, coordinator=coordinator, accepted=[neutral])
    make_booking(case)

    page = client.get(case.get_absolute_url()).text

    assert [name for name in ("my_times", "calendar", "step_back") if case_url(name, case) not in page] == []
