"""A training manager's screens: courses, dates, applications, the line, groups."""

import pytest
from django.utils import timezone

from portal.mail.models import Mailing
from portal.mail.statuses import MailKind
from tests.counting import full_cost
from tests.factories import make_staff, sign_in, verified
from tests.factories.training import make_course, make_enrolment, make_learner, make_offering
from training import actions
from training.actions import send_group_request
from training.models import BulkStep, Course, Enrolment, GroupRequest, Offering
from training.statuses import EnrolmentStatus as S

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]


@pytest.fixture
def manager(client):
    user = make_staff("TRAINING_MANAGER")
    sign_in(client, user)
    return user


DATES = {
    "places": 12,
    "admission": "OPEN",
    "meetings": "2027-02-06 09:00 17:00\n2027-02-10 18:00 20:00\n",
    "place": "Quayside Hall",
    "opens_on": "2026-12-01",
    "closes_on": "2027-02-01",
    "offer_hours": 24,
    "is_public": "on",
}


def test_a_course_is_made_and_changed(client, manager):
    facts = {"title": "Basic mediation", "code": "basic", "category": "MEDIATION", "hours": 16, "published": "on"}

    client.post("/portal/training/courses/add/", facts)
    course = Course.objects.get()
    client.post(f"/portal/training/courses/{course.pk}/", facts | {"hours": 20})
    again = client.post("/portal/training/courses/add/", facts)

    assert Course.objects.get().hours == 20
    assert again.status_code == 200
    assert "Another course has this code." in again.content.decode()


def test_dates_in_the_evening_and_at_a_weekend_are_made_as_a_draft_and_opened(client, manager):
    course = make_course()

    made = client.post(f"/portal/training/courses/{course.pk}/dates/", DATES)
    offering = Offering.objects.get()
    assert (made.url, offering.status) == (f"/portal/training/dates/{offering.pk}/", "DRAFT")
    client.post(f"/portal/training/dates/{offering.pk}/open/")

    offering.refresh_from_db()
    hours = [timezone.localtime(one.starts_at).strftime("%a %H:%M") for one in offering.meetings.all()]
    assert (offering.status, hours) == ("OPEN", ["Sat 09:00", "Wed 18:00"])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"meetings": "2027-02-06 09:00 17:00\nnext week"}, "Line 2 is not a meeting"),
        ({"meetings": "2027-02-06 17:00 09:00"}, "ends before it starts"),
        ({"meetings": "2027-02-06 09:00 17:00\n2027-02-06 12:00 18:00"}, "overlap"),
        ({"meetings": "2027-02-31 09:00 17:00"}, "Line 1 is not a meeting"),
        ({"closes_on": "2026-11-01"}, "closes after it opens"),
        ({"closes_on": "2027-03-01"}, "before the last meeting begins"),
        ({"places": 0}, "greater than or equal to 1"),
    ],
)
def test_dates_that_cannot_be_are_told_and_kept_as_typed(client, manager, change, words):
    course = make_course()

    response = client.post(f"/portal/training/courses/{course.pk}/dates/", DATES | change)

    page = response.content.decode()
    assert words in page
    assert "Quayside Hall" in page
    assert Offering.objects.count() == 0


def test_applications_are_read_admitted_and_turned_down(client, manager):
    offering = make_offering(admission="REVIEW", places=1)
    one, other = make_enrolment(offering), make_enrolment(offering)
    assert "Applications to read" in client.get(f"/portal/training/dates/{offering.pk}/").content.decode()

    client.post(f"/portal/training/applications/{one.pk}/admit/")
    client.post(f"/portal/training/applications/{other.pk}/turn-down/", {"reason": ""})
    client.post(f"/portal/training/applications/{other.pk}/turn-down/", {"reason": "Next term"})

    assert list(offering.enrolments.values_list("status", flat=True)) == [S.CONFIRMED, S.NOT_ADMITTED]


def test_many_are_admitted_at_once_first_come_first_and_it_is_taken_back_whole(client, manager):
    offering = make_offering(admission="REVIEW", places=2)
    first, second, third, fourth = (make_enrolment(offering) for _ in range(4))
    page = f"/portal/training/dates/{offering.pk}/"

    def statuses():
        return list(offering.enrolments.order_by("line").values_list("status", flat=True))

    nobody = client.post(f"{page}admit/", {"chosen": ["nonsense"]}, follow=True)
    assert "Nobody is chosen yet" in nobody.content.decode()
    client.post(f"{page}admit/", {"chosen": [third.pk, first.pk, second.pk]})
    assert statuses() == [S.CONFIRMED, S.CONFIRMED, S.WAITING, S.APPLIED]
    assert "Applications admitted" in client.get(page).content.decode()

    actions.withdraw(enrolment_id=second.pk, by=verified(manager))  # third is next, and has an offer now
    for _twice in range(2):
        answer = client.post(f"/portal/training/steps/{BulkStep.objects.get().pk}/undo/")

    assert answer.url == page
    assert statuses() == [S.APPLIED, S.WITHDRAWN, S.OFFERED, S.APPLIED]
    assert Mailing.objects.filter(vault_key=first.learner.vault_key, kind=MailKind.PLACE_CALENDAR).count() == 2
    assert fourth.status == S.APPLIED


def test_a_place_freed_by_taking_back_goes_to_who_waits_and_not_to_who_is_taken_back(client, manager):
    offering = make_offering(admission="REVIEW", places=1)
    enrolments = [make_enrolment(offering) for _ in range(3)]
    actions.admit(enrolment_id=enrolments[2].pk, by=verified(manager))
    actions.withdraw(enrolment_id=enrolments[2].pk, by=verified(manager))
    step = actions.admit_many(
        offering_id=offering.pk, enrolment_ids=[one.pk for one in enrolments[:2]], by=verified(manager)
    )

    actions.undo_step(step_id=step.pk, by=verified(manager))

    assert [one.status for one in offering.enrolments.order_by("line")] == [S.APPLIED, S.APPLIED, S.WITHDRAWN]


def test_more_places_go_to_the_line_and_somebody_who_called_is_taken_off(client, manager):
    offering = make_offering(places=1)
    first, *_others = (make_enrolment(offering) for _ in range(3))

    client.post(f"/portal/training/dates/{offering.pk}/places/", {"places": 2})
    asked = client.get(f"/portal/training/enrolments/{first.pk}/withdraw/").content.decode()
    assert "is offered at once to whoever waits longest" in asked
    assert Enrolment.objects.get(pk=first.pk).status == S.CONFIRMED
    client.post(f"/portal/training/enrolments/{first.pk}/withdraw/")

    assert list(offering.enrolments.values_list("status", flat=True)) == [S.WITHDRAWN, S.OFFERED, S.OFFERED]


def test_a_course_that_is_over_says_what_became_of_its_people_and_shows_no_empty_list(client, manager):
    offering = make_offering()
    make_enrolment(offering, make_learner("Robin Vale"))
    Enrolment.objects.update(status=S.COMPLETED)
    Offering.objects.update(status="FINISHED")

    page = " ".join(client.get(f"/portal/training/dates/{offering.pk}/").content.decode().split())

    assert "Had a place" in page
    assert "Robin Vale" in page
    assert "Have a place" not in page
    assert "Waiting list" not in page


def test_cancelling_asks_first(client, manager):
    offering = make_offering()
    make_enrolment(offering)

    client.get(f"/portal/training/dates/{offering.pk}/cancel/")
    assert Offering.objects.get().status == "OPEN"
    client.post(f"/portal/training/dates/{offering.pk}/cancel/")

    assert Offering.objects.get().status == "CANCELLED"


def test_a_group_goes_from_asking_to_a_training_that_was_good(client, manager):
    facts = {"name": "Lee", "address": "lee@example.org", "group": "North Hall", "hopes": "Calm", "when": ""}
    group = send_group_request(
        request_id="5f0c8b1e-0000-4000-8000-000000000001",
        facts=facts | {"audience": "STUDENTS", "people": 20, "hours": 2},
    )
    page, dates = f"/portal/training/groups/{group.pk}/", make_offering(is_public=False)
    assert "North Hall" in client.get("/portal/training/groups/").content.decode()

    refused = client.post(page, {"status": "PLANNED"})
    client.post(page, {"status": "PLANNED", "offering": dates.pk})
    client.post(page, {"status": "HELD"})
    client.post(f"{page}evaluation/", {"answers": 18, "score": "4.6"})

    assert "Choose the dates" in refused.content.decode()
    group = GroupRequest.objects.get()
    assert (group.status, group.offering, group.answers, group.mean) == ("HELD", dates, 18, "4.6")


def test_dates_for_a_group_are_made_from_its_request(client, manager):
    course = make_course(title="Listening")
    facts = {"name": "Lee", "address": "lee@example.org", "group": "North Hall", "hopes": "Calm", "when": ""}
    group = send_group_request(
        request_id="5f0c8b1e-0000-4000-8000-000000000002",
        facts=facts | {"audience": "STUDENTS", "people": 20, "hours": 2},
    )
    page = f"/portal/training/courses/{course.pk}/dates/?group={group.pk}"
    assert page in client.get(f"/portal/training/groups/{group.pk}/").content.decode()
    assert 'value="20"' in client.get(page).content.decode()

    client.post(page, {name: answer for name, answer in DATES.items() if name != "is_public"})

    group.refresh_from_db()
    assert (group.status, group.offering.course, group.offering.is_public) == ("PLANNED", course, False)
    assert "Make dates for this group" not in client.get(f"/portal/training/groups/{group.pk}/").content.decode()


@pytest.mark.parametrize("role", ["NEUTRAL", "CASE_MANAGER", "AUDITOR"])
def test_for_whoever_runs_no_courses_these_pages_do_not_exist(client, role):
    offering = make_offering(admission="REVIEW")
    enrolment = make_enrolment(offering)
    sign_in(client, make_staff(role))

    for path in ("", "courses/add/", "groups/", f"dates/{offering.pk}/", f"dates/{offering.pk}/places/"):
        assert client.get(f"/portal/training/{path}").status_code == 404
    assert client.post(f"/portal/training/applications/{enrolment.pk}/admit/").status_code == 404
    assert client.post(f"/portal/training/dates/{offering.pk}/cancel/").status_code == 404


def test_the_screens_cost_the_same_with_one_and_three_rows(client, manager):
    course = make_course()
    offering = make_offering(course)
    make_enrolment(offering)
    pages = ["/portal/training/", f"/portal/training/dates/{offering.pk}/"]
    one = [full_cost(client, page) for page in pages]
    for number in range(2):
        make_offering(make_course(), begins_in=50 + number)
        make_enrolment(offering, make_learner())

    assert [full_cost(client, page) for page in pages] == one
    assert max(one) <= 15
