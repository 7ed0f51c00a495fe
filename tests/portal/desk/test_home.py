"""The desk: what is late, what is blocked, what is today."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from portal.cases.models import Matter
from portal.cases.statuses import CaseStatus
from portal.desk.queries import home
from portal.desk.queries.home import desk_of
from portal.scheduling.actions import propose_times
from portal.scheduling.models import Availability, Booking
from portal.scheduling.statuses import BookingStatus
from tests.counting import full_cost
from tests.factories import make_assignment, make_booking, make_case, make_neutral, make_staff, sign_in, verified
from tests.factories.requests import make_request
from tests.factories.scheduling import local_time

pytestmark = pytest.mark.django_db


def test_a_session_in_the_evening_is_today_by_the_clock_of_the_office():
    staff = make_staff()
    tonight = make_case(coordinator=staff, status=CaseStatus.BOOKED)
    tomorrow = make_case(coordinator=staff, status=CaseStatus.BOOKED)
    with time_machine.travel(local_time(days=0, hour=9), tick=False):
        make_booking(tonight, starts_at=local_time(days=0, hour=20))
        make_booking(tomorrow, starts_at=local_time(days=1, hour=10))

        sessions = desk_of(verified(staff)).sessions

    assert [(row.booking.case, row.is_today) for row in sessions] == [(tonight, True), (tomorrow, False)]


def test_a_session_is_called_by_the_people_in_it():
    neutral = make_neutral()
    case = make_case(accepted=[neutral], names=("Alex Rivera", "Sam Lee"), status=CaseStatus.BOOKED)
    make_booking(case)

    titles = [row.title for row in desk_of(verified(neutral)).sessions]

    assert titles == ["Alex and Sam"]


def asked_about(matter):
    Matter.objects.filter(pk=matter.pk).update(idle_asked_at=timezone.now())


@pytest.fixture
def small_desk(monkeypatch):
    monkeypatch.setattr(home, "SHOWN", 1)
    monkeypatch.setattr(home, "FETCHED", 2)


@pytest.mark.parametrize("status", [CaseStatus.ARRANGING, CaseStatus.BOOKED, CaseStatus.HELD])
def test_an_idle_case_is_asked_about_however_many_others_wait_longer(small_desk, status):
    staff = make_staff()
    first, *_others = [make_case(coordinator=staff) for _number in range(3)]
    idle = make_case(status, coordinator=staff)
    asked_about(idle.matter)

    desk = desk_of(verified(staff))

    assert desk.idle == [idle]
    assert [row.case for row in desk.cases] == [first]


def test_an_idle_request_is_asked_about_however_many_others_are_due_sooner(small_desk):
    first, _second, idle = [make_request() for _number in range(3)]
    asked_about(idle.matter)

    desk = desk_of(verified(make_staff(programme=idle.programme)))

    assert desk.idle == [idle]
    assert desk.requests == [first]


def own_case(neutral, **facts):
    return make_case(accepted=[neutral], **facts)


def times_given(case, neutral, **facts):
    return Availability.objects.create(vault_key=case.vault_key, case=case, neutral=neutral, **facts)


def wanting(neutral):
    return [row.case for row in desk_of(verified(neutral)).wants_times]


def test_a_neutral_reads_which_cases_want_their_times_until_they_are_given(client):
    neutral = make_neutral()
    case = own_case(neutral, names=("Alex Rivera", "Sam Lee"))
    own_case(neutral, status=CaseStatus.BOOKED)
    own_case(make_neutral())
    sign_in(client, neutral)

    before = client.get(reverse("portal:desk:home")).text
    times_given(case, neutral)
    after = client.get(reverse("portal:desk:home")).text

    assert "Give your times" in before
    assert f'<a href="{reverse("portal:scheduling:my_times", args=[case.reference])}">Alex and Sam</a>' in before
    assert before.count("/my-times/") == 1
    assert "Give your times" not in after


def test_times_are_wanted_anew_after_a_session_and_after_concrete_times_were_sent():
    neutral, staff = make_neutral(), make_staff()
    met, sent, quiet = (own_case(neutral, coordinator=staff) for _number in range(3))
    long_ago, over = timezone.now() - timedelta(days=3), timezone.now() - timedelta(days=1)
    for case in (met, sent, quiet):
        times_given(case, neutral, given_at=long_ago)
    make_booking(met)
    used = {"status": BookingStatus.USED, "starts_at": over - timedelta(hours=2), "ends_at": over}
    Booking.objects.filter(case=met).update(**used)
    propose_times(case_id=sent.pk, starts=[local_time(days=3, hour=10)], by=verified(staff))

    assert set(wanting(neutral)) == {met, sent}


def test_nobody_who_is_only_asked_or_was_released_is_asked_for_times():
    neutral = make_neutral()
    make_assignment(make_case(), neutral)
    released = own_case(neutral)
    released.assignments.update(ended_at=timezone.now(), end_reason="REPLACED")

    desk = desk_of(verified(neutral))

    assert (len(desk.asked), desk.wants_times) == (1, [])


@pytest.mark.parametrize("cases", [1, 3])
def test_the_desk_of_a_neutral_costs_the_same_with_one_case_and_with_three(client, cases):
    neutral = make_neutral()
    for number in range(cases):
        own_case(neutral)
        make_booking(own_case(neutral, status=CaseStatus.BOOKED), starts_at=local_time(days=number + 1))
    sign_in(client, neutral)
    client.get(reverse("portal:desk:home"))

    assert full_cost(client, reverse("portal:desk:home")) == 12
