"""The waiting list: offers that run out, places that come free, cuts that drop nobody."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from portal.mail.models import Mailing
from tests.factories import make_staff, verified
from tests.factories.training import make_course, make_enrolment, make_learner, make_offering
from training import actions
from training.models import Enrolment
from training.queries import open_offerings, place_of
from training.statuses import EnrolmentStatus as S

pytestmark = pytest.mark.django_db


@pytest.fixture
def line():
    """One person with the only place and two who wait."""
    offering = make_offering(places=1)
    return offering, *[make_enrolment(offering) for _ in range(3)]


@pytest.fixture
def manager():
    return verified(make_staff("TRAINING_MANAGER"))


def statuses(offering):
    return list(offering.enrolments.order_by("line").values_list("status", flat=True))


def own(enrolment):
    return enrolment.learner.entry


def test_a_place_given_back_is_offered_to_the_next_person_at_once(line):
    offering, first, second, _third = line

    actions.withdraw(enrolment_id=first.pk, by=own(first))

    assert statuses(offering) == [S.WITHDRAWN, S.OFFERED, S.WAITING]
    (offer,) = Mailing.objects.filter(kind="PLACE_OFFER")
    assert offer.address == second.learner.address
    second.refresh_from_db()
    assert second.offer_expires_at - timezone.now() > timedelta(hours=47)


def test_an_offer_taken_is_a_place_and_taking_it_twice_is_once(line):
    offering, first, second, _third = line
    actions.withdraw(enrolment_id=first.pk, by=own(first))

    for _ in range(2):
        actions.accept_offer(enrolment_id=second.pk, by=own(second))

    assert statuses(offering) == [S.WITHDRAWN, S.CONFIRMED, S.WAITING]
    assert Mailing.objects.filter(kind="PLACE_CALENDAR").count() == 3  # first, its cancellation, second


def test_a_no_lets_the_next_person_in_at_once(line):
    offering, first, second, _third = line
    actions.withdraw(enrolment_id=first.pk, by=own(first))

    actions.decline_offer(enrolment_id=second.pk, by=own(second))

    assert statuses(offering) == [S.WITHDRAWN, S.DECLINED, S.OFFERED]


def test_an_offer_that_ran_out_holds_no_place_even_before_anybody_notices(line):
    offering, first, _second, third = line
    actions.withdraw(enrolment_id=third.pk, by=own(third))
    actions.withdraw(enrolment_id=first.pk, by=own(first))
    assert open_offerings(offering.course)[0].places_left == 0

    with time_machine.travel(timezone.now() + timedelta(hours=48, minutes=1)):
        left = open_offerings(offering.course)[0].places_left
        noticed = statuses(offering)

    assert (left, noticed) == (1, [S.WITHDRAWN, S.OFFERED, S.WITHDRAWN])


def test_answering_too_late_is_told_and_the_place_has_gone_on(line):
    offering, first, second, _third = line
    actions.withdraw(enrolment_id=first.pk, by=own(first))

    with time_machine.travel(timezone.now() + timedelta(hours=49)), pytest.raises(actions.Refused, match="run out"):
        actions.accept_offer(enrolment_id=second.pk, by=own(second))

    assert statuses(offering) == [S.WITHDRAWN, S.LAPSED, S.OFFERED]


def test_the_timer_passes_on_what_ran_out(line):
    offering, first, _second, _third = line
    actions.withdraw(enrolment_id=first.pk, by=own(first))

    with time_machine.travel(timezone.now() + timedelta(hours=49)):
        settled = actions.settle_due(), actions.settle_due()

    assert settled == (1, 0)
    assert statuses(offering) == [S.WITHDRAWN, S.LAPSED, S.OFFERED]


def test_nothing_is_offered_once_the_course_has_begun(line):
    offering, first, _second, _third = line

    with time_machine.travel(offering.meetings.first().starts_at):
        actions.withdraw(enrolment_id=first.pk, by=own(first))

    assert statuses(offering) == [S.WITHDRAWN, S.WAITING, S.WAITING]


def test_an_offer_never_outlives_the_beginning(line):
    offering, first, second, _third = line
    begins = offering.meetings.first().starts_at

    with time_machine.travel(begins - timedelta(hours=3)):
        actions.withdraw(enrolment_id=first.pk, by=own(first))

    second.refresh_from_db()
    assert second.offer_expires_at == begins


def test_fewer_places_drop_nobody_and_no_new_one_is_given_until_enough_have_left(manager):
    offering = make_offering(places=3)
    people = [make_enrolment(offering) for _ in range(4)]

    actions.change_places(offering_id=offering.pk, places=1, by=manager)
    actions.withdraw(enrolment_id=people[0].pk, by=own(people[0]))

    assert statuses(offering) == [S.WITHDRAWN, S.CONFIRMED, S.CONFIRMED, S.WAITING]


def test_more_places_go_to_the_line_in_its_order(line, manager):
    offering, *_people = line

    actions.change_places(offering_id=offering.pk, places=2, by=manager)

    assert statuses(offering) == [S.CONFIRMED, S.OFFERED, S.WAITING]


def test_somebody_else_cannot_answer_for_a_learner(line):
    _offering, first, second, _third = line

    with pytest.raises(PermissionDenied):
        actions.withdraw(enrolment_id=first.pk, by=own(second))


def test_the_page_says_where_somebody_stands_and_why_not_yet(line):
    _offering, first, second, third = line

    views = [place_of(Enrolment.objects.select_related("offering").get(pk=one.pk)) for one in (first, second, third)]

    assert [view.position for view in views] == [0, 1, 2]
    assert "You are next" in views[1].why
    assert "1 person is ahead" in views[2].why


def test_moving_to_other_dates_frees_the_place_for_those_who_wait(line):
    offering, first, *_others = line
    later = make_offering(offering.course, begins_in=60, places=1)

    moved = actions.transfer(enrolment_id=first.pk, to_offering_id=later.pk, by=own(first))

    assert (moved.offering, moved.status, moved.food) == (later, S.CONFIRMED, "No nuts")
    assert statuses(offering) == [S.TRANSFERRED, S.OFFERED, S.WAITING]


def test_nobody_moves_to_dates_that_are_full_or_of_another_course_and_the_old_place_is_kept(line):
    offering, first, *_others = line
    full = make_offering(offering.course, places=1)
    make_enrolment(full)

    for target, words in ((full, "No place is free"), (make_offering(make_course()), "same course")):
        with pytest.raises(actions.Refused, match=words):
            actions.transfer(enrolment_id=first.pk, to_offering_id=target.pk, by=own(first))

    first.refresh_from_db()
    assert first.status == S.CONFIRMED


def test_staying_away_is_noted_after_the_beginning_and_frees_nothing(line, manager):
    offering, first, *_others = line
    with pytest.raises(actions.Refused):
        actions.mark_no_show(enrolment_id=first.pk, by=manager)

    with time_machine.travel(offering.meetings.first().ends_at):
        actions.mark_no_show(enrolment_id=first.pk, by=manager)

    assert statuses(offering) == [S.NO_SHOW, S.WAITING, S.WAITING]


def test_a_cancelled_course_tells_everybody_and_takes_it_out_of_their_calendars(line, manager):
    offering, *_people = line

    for _ in range(2):
        actions.cancel_offering(offering_id=offering.pk, by=manager)

    assert statuses(offering) == [S.CANCELLED] * 3
    cancelled = [one for one in Mailing.objects.filter(kind="PLACE_CALENDAR") if one.context["ics_method"] == "CANCEL"]
    assert len(cancelled) == 1
    assert Mailing.objects.filter(kind="PLACE_NEWS").count() == 2 + 3


def test_people_are_reminded_once_shortly_before():
    offering = make_offering(begins_in=2)
    make_enrolment(offering)
    make_enrolment(make_offering(begins_in=20), make_learner())

    assert (actions.remind_due(), actions.remind_due()) == (1, 0)
    assert Mailing.objects.filter(kind="PLACE_REMINDER").count() == 1
