"""Somebody is not safe in the room: one button, no question, and the numbers on the phone of a mediator."""

import pytest
from django.core.cache import cache

from portal.sessions.statuses import Outcome
from tests.factories.sessions import make_running_session

from .actors import is_signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_mediator_stops_for_safety_on_a_phone(person):
    cache.clear()
    session, pair = make_running_session()
    mediator = person(phone=True)
    is_signed_in(mediator, pair[0])
    mediator.open(session.get_absolute_url())

    mediator.press("Stop for safety")

    mediator.reads("The session is over")
    mediator.reads("Call now if anyone is in danger")
    session.refresh_from_db()
    assert session.outcome == Outcome.STOPPED_FOR_SAFETY
