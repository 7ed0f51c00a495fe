"""How long a mediator's device stays signed in to the page of a session (P11)."""

from datetime import timedelta

import pytest
import time_machine

from portal.sessions.queries import stays_open_until
from tests.factories.sessions import make_gathered_session

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("opened", "closed"),
    [
        # In time, and a little early: half an hour after the planned end.
        (timedelta(0), timedelta(hours=2, minutes=30)),
        (timedelta(minutes=-50), timedelta(hours=2, minutes=30)),
        # By mistake the day before: for the length of a session, not until the next afternoon.
        (timedelta(hours=-20), timedelta(hours=-20 + 2, minutes=30)),
        # After the planned end: it may start late.
        (timedelta(hours=3), timedelta(hours=3 + 2, minutes=30)),
    ],
)
def test_a_device_stays_for_one_session_and_no_longer(opened, closed):
    session, _pair = make_gathered_session()
    starts_at = session.booking.starts_at

    with time_machine.travel(starts_at + opened, tick=False):
        until = stays_open_until(session)

    assert until == starts_at + closed
