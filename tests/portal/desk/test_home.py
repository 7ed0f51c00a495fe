"""The desk: what is late, what is blocked, what is today."""

import pytest
import time_machine

from portal.cases.statuses import CaseStatus
from portal.desk.queries.home import desk_of
from tests.factories import make_booking, make_case, make_neutral, make_staff, verified
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
