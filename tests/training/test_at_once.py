"""Many people press the button in the same moment. First the race is shown to exist, then that the lock ends it."""

from datetime import timedelta
from itertools import count
from threading import Barrier, BrokenBarrierError, Thread

import pytest
from django.db import connection, connections
from django.utils import timezone

from portal.vault import keyring
from tests.factories import make_staff, verified
from tests.factories.learning import make_entry
from tests.factories.training import make_certification, make_enrolment, make_learner, make_offering
from training import actions
from training.actions import Wishes, enrolling, places
from training.models import Credit, Enrolment, Offering
from training.statuses import EnrolmentStatus as S

pytestmark = pytest.mark.django_db(transaction=True)

ON_POSTGRESQL = connection.vendor == "postgresql"


def at_once(*works):
    """Run each in a thread of its own, started together; what each gave, or the kind of what it raised."""
    got, ready = [None] * len(works), Barrier(len(works))

    def run(number, work):
        try:
            with keyring.scope():
                ready.wait()
                got[number] = work()
        except actions.Refused as refusal:
            got[number] = refusal
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got


def enrolling_in(offering, learner, enrol=None):
    return lambda: (enrol or actions.enrol)(offering_id=offering.pk, learner=learner, wishes=Wishes())


def counted(offering):
    rows = list(offering.enrolments.order_by("line").values_list("status", flat=True))
    return {status: rows.count(status) for status in set(rows)}


@pytest.fixture
def without_taking_turns(monkeypatch):
    """Enrolling as it would be without the lock; the pause lets everybody look before anybody takes.

    On SQLite the turn is the transaction itself, which begins IMMEDIATE; on PostgreSQL it is the lock on the offering.
    The numbers in line come from elsewhere: two people with one number would be refused by a constraint.
    """
    numbers, everybody = count(1), Barrier(20)
    count_places = places.free_places

    def look_and_wait(offering, now):
        free = count_places(offering, now)
        try:
            everybody.wait(timeout=8)
        except BrokenBarrierError:
            return free
        return free

    monkeypatch.setattr(enrolling, "lock", lambda pk: Offering.objects.select_related("course").get(pk=pk))
    monkeypatch.setattr(enrolling, "settle", lambda offering, now: [])
    monkeypatch.setattr(enrolling, "next_in_line", lambda offering: next(numbers))
    monkeypatch.setattr(enrolling, "free_places", look_and_wait)
    # The audit trail takes turns of its own, which are not the question here.
    monkeypatch.setattr(enrolling, "record", lambda *args, **facts: None)
    return actions.enrol if ON_POSTGRESQL else actions.enrol.__wrapped__


def test_without_the_lock_twenty_people_share_five_places(without_taking_turns):
    offering, people = make_offering(places=5), [make_learner() for _ in range(20)]

    at_once(*(enrolling_in(offering, one, without_taking_turns) for one in people))

    assert counted(offering)[S.CONFIRMED] > 5


def test_with_the_lock_five_have_a_place_and_fifteen_wait_in_order():
    offering, people = make_offering(places=5), [make_learner() for _ in range(20)]

    got = at_once(*(enrolling_in(offering, one) for one in people))

    assert counted(offering) == {S.CONFIRMED: 5, S.WAITING: 15}
    assert sorted(one.line for one in got) == list(range(1, 21))
    assert {one.status for one in got if one.line <= 5} == {S.CONFIRMED}


def test_a_double_click_enrols_once():
    offering, learner = make_offering(), make_learner()

    got = at_once(*[enrolling_in(offering, learner)] * 4)

    assert len({one.pk for one in got}) == 1
    assert counted(offering) == {S.CONFIRMED: 1}


def test_two_browsers_that_prove_one_new_address_make_one_learner():
    address = "new.person@example.org"

    got = at_once(*[lambda: actions.know(address=address, name="New Person")] * 3)

    assert len({one.learner.pk for one in got}) == 1
    assert sum(one.issued is not None for one in got) == 1


def test_a_place_that_comes_free_while_somebody_enrols_goes_to_the_one_who_waited():
    offering = make_offering(places=1)
    holder, waiter, newcomer = make_enrolment(offering), make_enrolment(offering), make_learner()

    at_once(lambda: actions.withdraw(enrolment_id=holder.pk, by=holder.learner.entry), enrolling_in(offering, newcomer))

    assert Enrolment.objects.get(pk=waiter.pk).status == S.OFFERED
    assert Enrolment.objects.get(learner=newcomer).status == S.WAITING


def test_an_offer_answered_in_the_moment_it_runs_out_gives_the_place_once():
    offering = make_offering(places=1)
    holder, second, third = (make_enrolment(offering) for _ in range(3))
    actions.withdraw(enrolment_id=holder.pk, by=holder.learner.entry)
    Enrolment.objects.filter(pk=second.pk).update(offer_expires_at=timezone.now())

    got = at_once(
        lambda: actions.accept_offer(enrolment_id=second.pk, by=second.learner.entry), lambda: actions.settle_due()
    )

    assert isinstance(got[0], actions.Refused)
    assert counted(offering) == {S.WITHDRAWN: 1, S.LAPSED: 1, S.OFFERED: 1}
    assert Enrolment.objects.get(pk=third.pk).status == S.OFFERED


def test_two_people_who_change_places_between_two_dates_never_wait_for_each_other():
    one = make_offering(places=1)
    other = make_offering(one.course, places=1)
    movers = [make_enrolment(one), make_enrolment(other)]

    got = at_once(
        lambda: actions.transfer(enrolment_id=movers[0].pk, to_offering_id=other.pk, by=movers[0].learner.entry),
        lambda: actions.transfer(enrolment_id=movers[1].pk, to_offering_id=one.pk, by=movers[1].learner.entry),
    )

    assert [type(answer) for answer in got] == [actions.Refused] * 2
    assert counted(one) == counted(other) == {S.CONFIRMED: 1}


def test_fewer_places_in_the_moment_in_which_people_come_drop_nobody():
    offering, manager = make_offering(places=4), verified(make_staff("TRAINING_MANAGER"))
    held = [make_enrolment(offering) for _ in range(3)]
    newcomers = [make_learner() for _ in range(3)]

    at_once(
        lambda: actions.change_places(offering_id=offering.pk, places=1, by=manager),
        *(enrolling_in(offering, one) for one in newcomers),
    )

    assert {Enrolment.objects.get(pk=one.pk).status for one in held} == {S.CONFIRMED}
    # Whoever came before the cut has the fourth place; nobody after it has one.
    assert counted(offering)[S.CONFIRMED] in (3, 4)
    assert sum(counted(offering).values()) == 6
    assert Offering.objects.get(pk=offering.pk).places == 1


def test_a_place_that_is_offered_while_somebody_enrols_is_not_given_to_both():
    offering = make_offering(places=1)
    holder, waiter, newcomer = make_enrolment(offering), make_enrolment(offering), make_learner()
    actions.withdraw(enrolment_id=holder.pk, by=holder.learner.entry)

    at_once(
        lambda: actions.accept_offer(enrolment_id=waiter.pk, by=waiter.learner.entry),
        enrolling_in(offering, newcomer),
        lambda: actions.settle_due(),
    )

    assert counted(offering) == {S.WITHDRAWN: 1, S.CONFIRMED: 1, S.WAITING: 1}
    assert Enrolment.objects.get(pk=waiter.pk).status == S.CONFIRMED


def test_an_offer_that_is_taken_twice_at_once_is_one_place():
    offering = make_offering(places=1)
    holder, waiter = make_enrolment(offering), make_enrolment(offering)
    actions.withdraw(enrolment_id=holder.pk, by=holder.learner.entry)

    at_once(*[lambda: actions.accept_offer(enrolment_id=waiter.pk, by=waiter.learner.entry)] * 3)

    assert counted(offering) == {S.WITHDRAWN: 1, S.CONFIRMED: 1}


def test_a_renewal_is_reminded_of_once_by_two_timers_at_once():
    make_certification(make_learner(), expires_on=timezone.localdate() + timedelta(days=7))

    got = at_once(*[lambda: actions.remind_of_renewals()] * 3)

    assert sum(got) == 1


def test_an_entry_of_a_log_that_two_people_confirm_at_once_counts_once():
    entry = make_entry()
    people = [verified(make_staff("TRAINING_MANAGER")) for _ in range(3)]

    at_once(*(lambda by=one: actions.confirm_log_entry(entry_id=entry.pk, by=by) for one in people))

    assert Credit.objects.count() == 1
