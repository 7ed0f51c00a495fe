import pytest

from portal.cases.actions import TransitionRefused
from portal.cases.statuses import CaseStatus
from portal.scheduling.actions import book_session, cancel_booking
from portal.sessions.actions import begin_session, prepare_session
from portal.sessions.statuses import SessionStatus
from tests.factories import make_booking, make_case
from tests.factories.scheduling import local_time

pytestmark = pytest.mark.django_db


def test_a_session_whose_time_was_given_back_cannot_start_any_more(coordinator, pair):
    case = make_case(CaseStatus.BOOKED, coordinator=coordinator, accepted=pair)
    booking = make_booking(case)
    stale = prepare_session(case_id=case.pk, by=pair[0])
    cancel_booking(booking_id=booking.pk, by=coordinator)
    book_session(case_id=case.pk, starts_at=local_time(5), place="By video", by=coordinator)

    with pytest.raises(TransitionRefused, match="Cancelled"):
        begin_session(session_id=stale.pk, by=pair[0])
    fresh = prepare_session(case_id=case.pk, by=pair[0])

    stale.refresh_from_db()
    assert (stale.status, fresh.booking.starts_at) == (SessionStatus.CANCELLED, local_time(5))
