"""Who gets a place, who waits, who is refused and why."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from portal.mail.models import Mailing
from tests.factories import make_staff, verified
from tests.factories.training import (
    make_certification,
    make_course,
    make_credit,
    make_enrolment,
    make_learner,
    make_offering,
    make_requirement,
)
from training import actions
from training.models import Enrolment, Learner
from training.prerequisites import reasons_against
from training.queries import place_of
from training.statuses import EnrolmentStatus as S

pytestmark = pytest.mark.django_db


def statuses(offering):
    return list(offering.enrolments.order_by("line").values_list("status", flat=True))


def kinds():
    return list(Mailing.objects.order_by("created_at", "pk").values_list("kind", flat=True))


def test_whoever_comes_while_a_place_is_free_has_it_and_the_next_ones_wait_in_order():
    offering = make_offering(places=2)

    people = [make_enrolment(offering) for _ in range(4)]

    assert statuses(offering) == [S.CONFIRMED, S.CONFIRMED, S.WAITING, S.WAITING]
    assert [place_of(one).position for one in people] == [0, 0, 1, 2]
    assert kinds() == ["PLACE_CALENDAR", "PLACE_CALENDAR", "PLACE_NEWS", "PLACE_NEWS"]


def test_enrolling_twice_is_once():
    offering, learner = make_offering(), make_learner()

    first = make_enrolment(offering, learner)
    second = make_enrolment(offering, learner)

    assert first.pk == second.pk
    assert statuses(offering) == [S.CONFIRMED]
    assert kinds() == ["PLACE_CALENDAR"]


@pytest.mark.parametrize(
    "other", ["Robin.Vale@Example.ORG ", "robin.vale+course@example.org", "ROBIN.VALE@example.org"]
)
def test_one_mailbox_spelt_in_two_ways_is_one_person(other):
    one = make_learner(address="robin.vale@example.org")

    assert make_learner(address=other).pk == one.pk
    assert Learner.objects.count() == 1


def test_two_mailboxes_that_differ_by_a_dot_are_two_people_except_where_dots_mean_nothing():
    assert make_learner(address="j.lee@example.org").pk != make_learner(address="jlee@example.org").pk
    assert make_learner(address="j.lee@gmail.com").pk == make_learner(address="jlee@googlemail.com").pk


def test_a_course_that_closed_while_somebody_filled_in_the_form_takes_nobody():
    offering, learner = make_offering(), make_learner()

    with time_machine.travel(offering.closes_at), pytest.raises(actions.Refused, match="has closed"):
        make_enrolment(offering, learner)

    assert statuses(offering) == []


def test_what_is_needed_first_is_said_one_by_one():
    before = make_course(title="Listening")
    course = make_course(needs_level="BASIC")
    course.needs_courses.add(before)
    offering, learner = make_offering(course), make_learner()

    with pytest.raises(actions.Refused) as refusal:
        make_enrolment(offering, learner)

    assert len(refusal.value.reasons) == 2
    assert "Basic" in refusal.value.reasons[0]
    assert "Listening" in refusal.value.reasons[1]


def test_whoever_has_what_is_needed_on_the_first_day_is_let_in():
    before = make_course()
    course = make_course(needs_level="BASIC")
    course.needs_courses.add(before)
    offering, learner = make_offering(course), make_learner()
    make_credit(learner, kind="MODULE", amount=1, course=before)
    make_certification(learner, expires_on=timezone.localdate() + timedelta(days=10))

    with pytest.raises(actions.Refused):
        make_enrolment(offering, learner)
    make_certification(learner, granted_on=timezone.localdate())

    assert make_enrolment(offering, learner).status == S.CONFIRMED


@pytest.mark.parametrize(
    ("days_ago", "window", "is_enough"),
    [
        (0, None, True),
        (-1, None, False),  # dated ahead: it has not happened yet
        (-1, 12, False),
        (400, None, True),
        (320, 12, True),
        (340, 12, False),  # the course begins in thirty days, and by then a year is over
    ],
)
def test_a_course_needed_first_counts_once_it_is_over_and_as_long_as_the_level_counts_it(days_ago, window, is_enough):
    before, learner = make_course(title="Listening"), make_learner()
    course = make_course(level="LEAD")
    course.needs_courses.add(before)
    make_requirement("LEAD", "MODULE", 1, course=before, window_months=window)
    # Another level may be stricter; this course does not lead there.
    make_requirement("COACH", "MODULE", 1, course=before, window_months=1)
    earned_on = timezone.localdate() - timedelta(days=days_ago)
    make_credit(learner, kind="MODULE", amount=1, course=before, earned_on=earned_on)
    offering = make_offering(course)

    reasons = reasons_against(learner, offering)

    assert reasons == ([] if is_enough else ["Please take the course “Listening” first."])


def test_of_two_rows_that_ask_for_the_same_course_the_kinder_one_decides():
    before, learner = make_course(), make_learner()
    course = make_course(level="LEAD")
    course.needs_courses.add(before)
    for window in (3, None, 6):
        make_requirement("LEAD", "MODULE", 1, course=before, window_months=window, group="either")
    long_ago = timezone.localdate() - timedelta(days=3000)
    make_credit(learner, kind="MODULE", amount=1, course=before, earned_on=long_ago)

    assert reasons_against(learner, make_offering(course)) == []


def test_an_application_is_read_first_and_a_yes_gives_the_place():
    offering, manager = make_offering(admission="REVIEW", places=1), verified(make_staff("TRAINING_MANAGER"))
    one, other = make_enrolment(offering), make_enrolment(offering)
    assert statuses(offering) == [S.APPLIED, S.APPLIED]

    actions.admit(enrolment_id=other.pk, by=manager)
    actions.admit(enrolment_id=one.pk, by=manager)

    assert statuses(offering) == [S.WAITING, S.CONFIRMED]
    with pytest.raises(actions.Refused, match="decided"):
        actions.admit(enrolment_id=one.pk, by=manager)


def test_a_no_carries_its_reason_to_the_person_and_only_the_office_says_it():
    enrolment = make_enrolment(make_offering(admission="REVIEW"))

    with pytest.raises(PermissionDenied):
        actions.turn_down(enrolment_id=enrolment.pk, reason="No", by=verified(make_staff("NEUTRAL")))
    actions.turn_down(
        enrolment_id=enrolment.pk, reason="Next term, please", by=verified(make_staff("TRAINING_MANAGER"))
    )

    kept = Enrolment.objects.get()
    assert (kept.status, kept.reason) == (S.NOT_ADMITTED, "Next term, please")


def test_nobody_new_passes_those_who_wait():
    offering = make_offering(places=1)
    make_enrolment(offering)
    make_enrolment(offering)
    offering.places = 2
    offering.save()

    make_enrolment(offering)

    assert statuses(offering) == [S.CONFIRMED, S.OFFERED, S.WAITING]
