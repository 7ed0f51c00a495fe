"""The day of a course: attendance in quarter hours, one click for many and back, the sheet on paper, finishing."""

import io
from datetime import timedelta

import pdfplumber
import pytest
from django.db.models import F
from django.utils import timezone

from portal.audit.models import AuditLink
from tests.counting import full_cost
from tests.factories import make_staff, sign_in
from tests.factories.training import make_enrolment, make_learner, make_offering
from training.models import Attendance, BulkStep, Credit, Meeting, Offering
from training.statuses import EnrolmentStatus as S

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]


@pytest.fixture
def manager(client):
    user = make_staff("TRAINING_MANAGER")
    sign_in(client, user)
    return user


@pytest.fixture
def course():
    """Two people with a place, and one who waits; two meetings of two hours."""
    offering = make_offering(places=2)
    people = [make_enrolment(offering, make_learner(name)) for name in ("Ada", "Ben", "Cleo")]
    return offering, people


def over(offering):
    """Its last meeting has ended."""
    back = timedelta(days=60)
    Meeting.objects.filter(offering=offering).update(starts_at=F("starts_at") - back, ends_at=F("ends_at") - back)
    Offering.objects.filter(pk=offering.pk).update(opens_at=F("opens_at") - back, closes_at=F("closes_at") - back)


def page_of(offering, meeting=None):
    address = f"/portal/training/dates/{offering.pk}/attendance/"
    return f"{address}?meeting={meeting.pk}" if meeting else address


def quarters(meeting):
    return dict(Attendance.objects.filter(meeting=meeting).values_list("enrolment", "quarters"))


def test_attendance_is_kept_in_quarter_hours_for_everybody_with_a_place(client, manager, course):
    offering, (ada, ben, cleo) = course
    first = offering.meetings.first()

    client.post(page_of(offering, first), {f"hours-{ada.pk}": "1.75", f"hours-{ben.pk}": "2", f"hours-{cleo.pk}": "2"})

    assert quarters(first) == {ada.pk: 7, ben.pk: 8}


@pytest.mark.parametrize("typed", ["1.1", "-1", "2.25", "two", "nan", "inf", "99", "1e3"])
def test_hours_that_cannot_be_change_nothing_and_are_kept_as_typed(client, manager, course, typed):
    offering, (ada, ben, _cleo) = course
    first = offering.meetings.first()

    response = client.post(page_of(offering, first), {f"hours-{ada.pk}": typed, f"hours-{ben.pk}": "1.5"})

    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>Error:" in page
    assert f'href="#hours-{ada.pk}">Ada: quarter hours' in page
    assert f'value="{typed}"' in page
    assert 'value="1.5"' in page
    assert Attendance.objects.count() == 0


def test_before_a_meeting_people_are_expected_and_nobody_was_there(client, manager, course):
    offering, _people = course

    ahead = client.get(page_of(offering)).content.decode()
    over(offering)
    afterwards = client.get(page_of(offering)).content.decode()

    assert "2 people are expected." in ahead
    assert "Everybody was there" not in ahead
    assert "0 of 2 were there." in afterwards
    assert "Everybody was there" in afterwards


def test_one_click_says_that_everybody_was_there_and_another_takes_it_back(client, manager, course):
    offering, (ada, ben, _cleo) = course
    first = offering.meetings.first()
    client.post(page_of(offering, first), {f"hours-{ada.pk}": "1", f"hours-{ben.pk}": ""})

    client.post(page_of(offering, first), {"everybody": "all"})
    assert quarters(first) == {ada.pk: 8, ben.pk: 8}
    step = BulkStep.objects.first()
    for _twice in range(2):
        client.post(f"/portal/training/steps/{step.pk}/undo/")

    assert quarters(first) == {ada.pk: 4}
    assert AuditLink.objects.filter(kind="BULK_UNDONE").count() == 1


def test_taking_back_leaves_what_somebody_changed_since(client, manager, course):
    offering, (ada, ben, _cleo) = course
    first = offering.meetings.first()
    client.post(page_of(offering, first), {"everybody": "all"})
    step = BulkStep.objects.get()
    client.post(page_of(offering, first), {f"hours-{ada.pk}": "1.5", f"hours-{ben.pk}": "2"})

    client.post(f"/portal/training/steps/{step.pk}/undo/")

    assert quarters(first) == {ada.pk: 6}


def test_after_a_day_a_step_is_not_taken_back(client, manager, course):
    offering, _people = course
    client.post(page_of(offering, offering.meetings.first()), {"everybody": "all"})
    BulkStep.objects.update(made_at=timezone.now() - timedelta(hours=25))

    response = client.post(f"/portal/training/steps/{BulkStep.objects.get().pk}/undo/", follow=True)

    assert "more than a day ago" in response.content.decode()
    assert Attendance.objects.count() == 2


def test_those_who_never_came_are_marked_and_unmarked(client, manager, course):
    offering, (ada, ben, _cleo) = course
    client.post(page_of(offering, offering.meetings.first()), {f"hours-{ada.pk}": "2"})
    over(offering)
    assert "Never seen" in client.get(page_of(offering)).content.decode()

    client.post(f"/portal/training/dates/{offering.pk}/not-come/")
    ben.refresh_from_db()
    assert ben.status == S.NO_SHOW
    client.post(f"/portal/training/steps/{BulkStep.objects.first().pk}/undo/")

    ben.refresh_from_db()
    assert ben.status == S.CONFIRMED


def test_finishing_says_first_what_becomes_of_everybody(client, manager, course):
    offering, (ada, _ben, _cleo) = course
    for meeting in offering.meetings.all():
        client.post(page_of(offering, meeting), {f"hours-{ada.pk}": "2"})
    over(offering)
    page = f"/portal/training/dates/{offering.pk}/finish/"

    assert client.get(page).context["ahead"] == {"completed": 1, "partly": 0, "not_there": 1}
    client.post(page)

    assert set(offering.enrolments.values_list("status", flat=True)) == {S.COMPLETED, S.NO_SHOW, S.LAPSED}
    assert Credit.objects.filter(kind="HOURS").get().amount == 16
    after = client.post(page_of(offering), {f"hours-{ada.pk}": "1"}, follow=True)
    assert after.status_code == 200
    assert sorted(Attendance.objects.values_list("quarters", flat=True)) == [8, 8]


def test_a_step_before_the_course_was_finished_is_not_taken_back_after_it(client, manager, course):
    offering, _people = course
    for meeting in offering.meetings.all():
        client.post(page_of(offering, meeting), {"everybody": "all"})
    over(offering)
    client.post(f"/portal/training/dates/{offering.pk}/finish/")

    response = client.post(f"/portal/training/steps/{BulkStep.objects.first().pk}/undo/", follow=True)

    assert "The course is finished" in response.content.decode()
    assert Attendance.objects.count() == 4


def test_the_sign_in_sheet_names_those_with_a_place_and_its_printing_is_recorded(client, manager, course):
    offering, _people = course

    response = client.get(f"/portal/training/dates/{offering.pk}/sheet/{offering.meetings.first().pk}.pdf")

    with pdfplumber.open(io.BytesIO(response.content)) as pdf:
        text = pdf.pages[0].extract_text()
    assert "Ada" in text
    assert "Ben" in text
    assert "Cleo" not in text
    assert AuditLink.objects.filter(kind="SIGN_IN_SHEET_PRINTED").count() == 1
    assert client.get(f"/portal/training/dates/{offering.pk}/sheet/999999.pdf").status_code == 404


def test_a_meeting_of_another_course_is_not_shown_here(client, manager, course):
    offering, _people = course
    other = make_offering()

    sheet = client.get(page_of(offering, other.meetings.first())).context["sheet"]

    assert sheet.meeting.offering_id == offering.pk


def test_for_whoever_runs_no_courses_the_day_does_not_exist(client, course):
    offering, (ada, _ben, _cleo) = course
    sign_in(client, make_staff("NEUTRAL"))

    assert client.get(page_of(offering)).status_code == 404
    assert client.post(page_of(offering), {f"hours-{ada.pk}": "2"}).status_code == 404
    assert Attendance.objects.count() == 0


def test_the_list_costs_the_same_with_one_and_three_people(client, manager):
    offering = make_offering()
    make_enrolment(offering)
    one = full_cost(client, page_of(offering))
    for _number in range(2):
        make_enrolment(offering, make_learner())

    assert full_cost(client, page_of(offering)) == one <= 15
