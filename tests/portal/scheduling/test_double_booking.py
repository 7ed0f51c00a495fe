"""Two people book the same neutral at the same moment. First the race is shown to exist, then that the lock ends it."""

from contextlib import contextmanager, suppress
from threading import Barrier, BrokenBarrierError, Thread

import pytest
from django.db import IntegrityError, connection, connections

from portal.scheduling.actions import book_session, booking, occupying
from portal.scheduling.actions.occupying import Overlap
from portal.scheduling.models import Reservation
from portal.vault import keyring
from tests.factories import make_case, make_neutral, make_room, make_staff
from tests.factories.scheduling import local_time

pytestmark = pytest.mark.django_db(transaction=True)

ON_POSTGRESQL = connection.vendor == "postgresql"


@pytest.fixture
def coordinator(transactional_db):
    return make_staff("COORDINATOR")


@pytest.fixture
def meet(monkeypatch):
    """Whoever has looked and found the time free waits a moment for the other to have looked as well."""
    both_have_looked = Barrier(2)
    look = occupying.refuse_overlaps

    def look_and_wait(*args, **kwargs):
        look(*args, **kwargs)
        # A broken barrier: the other is waiting for its turn, and that is what the lock is for.
        with suppress(BrokenBarrierError):
            both_have_looked.wait(timeout=1.5)

    monkeypatch.setattr(booking, "refuse_overlaps", look_and_wait)


@contextmanager
def without_the_constraint():
    if not ON_POSTGRESQL:
        yield
        return
    add = (
        "ALTER TABLE portal_reservation ADD CONSTRAINT a_neutral_is_never_booked_twice EXCLUDE USING gist "
        "(neutral_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (neutral_id IS NOT NULL)"
    )
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE portal_reservation DROP CONSTRAINT a_neutral_is_never_booked_twice")
    try:
        yield
    finally:
        Reservation.objects.all().delete()
        with connection.cursor() as cursor:
            cursor.execute(add)


@pytest.fixture
def unlocked(monkeypatch):
    """Booking as it would be without taking turns.

    On SQLite the turn is the transaction itself, which begins IMMEDIATE; on PostgreSQL it is the lock on the diaries.
    """
    monkeypatch.setattr(booking, "lock_diaries", lambda *args: None)
    return book_session if ON_POSTGRESQL else book_session.__wrapped__


def at_once(book, cases, by, **where):
    """Book a session for each case in a thread of its own; what came of each."""
    outcomes = []

    def run(case):
        try:
            with keyring.scope():
                book(case_id=case.pk, starts_at=local_time(), by=by, **where)
            outcomes.append("booked")
        except (Overlap, IntegrityError) as refusal:
            outcomes.append(type(refusal).__name__)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(case,)) for case in cases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


def two_cases_with_one_mediator(coordinator):
    busy = make_neutral()
    return [make_case(coordinator=coordinator, accepted=[busy, make_neutral()]) for _ in range(2)]


def test_without_the_lock_a_mediator_is_booked_twice(coordinator, meet, unlocked):
    cases = two_cases_with_one_mediator(coordinator)

    with without_the_constraint():
        outcomes = at_once(unlocked, cases, coordinator, place="By video")
        reserved = Reservation.objects.count()

    assert outcomes == ["booked", "booked"]
    assert reserved == 4


def test_with_the_lock_one_is_booked_and_the_other_hears_that_it_is_taken(coordinator, meet):
    cases = two_cases_with_one_mediator(coordinator)

    with without_the_constraint():
        outcomes = at_once(book_session, cases, coordinator, place="By video")
        reserved = Reservation.objects.count()

    assert outcomes == ["Overlap", "booked"]
    assert reserved == 2


def test_the_lock_holds_for_a_room_as_well(coordinator, meet):
    room = make_room()
    cases = [make_case(coordinator=coordinator, accepted=[make_neutral(), make_neutral()]) for _ in range(2)]

    assert at_once(book_session, cases, coordinator, room=room) == ["Overlap", "booked"]
    assert Reservation.objects.filter(room=room).count() == 1


@pytest.mark.postgresql
def test_the_database_itself_refuses_what_slips_past_the_lock(coordinator, meet, unlocked):
    cases = two_cases_with_one_mediator(coordinator)

    assert at_once(unlocked, cases, coordinator, place="By video") == ["IntegrityError", "booked"]
    assert Reservation.objects.count() == 2


def test_two_pairs_in_opposite_order_never_wait_for_each_other(coordinator, meet):
    one, other = make_neutral(), make_neutral()
    cases = [make_case(coordinator=coordinator, accepted=pair) for pair in ([one, other], [other, one])]

    assert at_once(book_session, cases, coordinator, place="By video") == ["Overlap", "booked"]
