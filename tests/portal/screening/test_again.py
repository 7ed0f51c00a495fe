"""Screening again: what asks for it, what waits, and what settles it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.cases import transitions
from portal.cases.actions import MatterGone, TransitionRefused, move_case
from portal.cases.statuses import CaseStatus, Channel, TieSource
from portal.programmes.processes import PROCESSES
from portal.scheduling.actions import book_session, cancel_booking, move_booking
from portal.screening.actions import ask_to_screen_again, look_before_session, read_second, screen_again
from portal.screening.models import ScreenAgain, Screening
from portal.screening.statuses import Occasion, Standing, Trigger
from portal.sessions.actions import begin_session, stop_for_safety
from portal.withdrawals.actions import withdraw
from tests.factories import make_case, make_matter, make_staff, make_user, verified
from tests.factories.scheduling import local_time
from tests.factories.screening import make_finding, make_scores, make_weighing_programme
from tests.factories.sessions import make_booked_case, make_gathered_session, make_running_session, sign_all
from tests.factories.texts import make_texts
from tests.portal.cases.people import events, opened_case, requester_of

pytestmark = pytest.mark.django_db


def waiting_for(case, step):
    return [line.words for line in transitions.missing(case, step)]


AGAIN = "Waiting for the office to screen this again"
LOOK = "Waiting for the short look before the session"


def arranged(**facts):
    make_texts()
    return make_case(CaseStatus.ARRANGING, coordinator=verified(make_staff()), **facts)


def marked(case, trigger=Trigger.SAFETY, words="A canary"):
    return ask_to_screen_again(case_id=case.pk, trigger=trigger, words=words, by=case.coordinator)


def settled(case, **facts):
    return screen_again(case_id=case.pk, finding=make_finding(**facts), by=case.coordinator)


def test_what_came_up_is_sealed_and_says_who_and_why():
    case = arranged()

    mark = marked(case)

    stored = ScreenAgain.objects.values_list("words", flat=True).get()
    assert b"canary" not in stored.ciphertext
    assert (mark.words, mark.asked_by, mark.trigger) == ("A canary", case.coordinator, Trigger.SAFETY)
    assert events(case)[-1] == AuditEvent.SCREEN_AGAIN_ASKED


@pytest.mark.parametrize("process", PROCESSES)
def test_in_every_process_the_next_steps_wait(process):
    case = arranged(process=process)
    marked(case)

    assert AGAIN in waiting_for(case, "invite")
    assert AGAIN in waiting_for(case, "book")
    assert AGAIN in waiting_for(case, "begin")
    assert AGAIN not in waiting_for(case, "arrange")


def test_nobody_is_invited_before_it_is_settled():
    case = opened_case()
    marked(case)

    with pytest.raises(TransitionRefused, match=AGAIN):
        move_case(case_id=case.pk, step="invite", actor=case.coordinator)
    settled(case)

    assert AGAIN not in waiting_for(case, "invite")


def test_screening_again_settles_what_came_up_and_keeps_the_earlier_decision():
    case = arranged()
    marked(case)
    first = settled(case)
    marked(case, Trigger.PARTY)

    again = settled(case)

    assert list(Screening.objects.all()) == [again, first]
    assert (again.occasion, again.process) == (Occasion.AGAIN, "MEDIATION")
    assert ScreenAgain.objects.open().count() == 0
    assert {mark.settled_by for mark in ScreenAgain.objects.all()} == {case.coordinator}
    assert AuditEvent.SCREENED_AGAIN in events(case)


def test_a_stop_that_applies_by_now_keeps_it_waiting():
    case = arranged()
    marked(case)

    with pytest.raises(TransitionRefused, match="nobody may lift that"):
        settled(case, stops=["S1"])

    assert AGAIN in waiting_for(case, "book")


def test_what_needs_a_second_reader_stays_open_until_it_was_read():
    programme = make_weighing_programme()
    case = make_case(programme=programme, coordinator=verified(make_staff(programme=programme)))
    marked(case)
    screening = settled(case, scores=make_scores(programme, every=2), safeguards=["SUPPORTER"])
    assert (screening.standing, AGAIN in waiting_for(case, "book")) == (Standing.WAITING, True)

    read_second(screening_id=screening.pk, agrees=True, by=verified(make_staff(programme=programme)))

    assert AGAIN not in waiting_for(case, "book")


def test_what_comes_up_while_a_reader_reads_is_not_settled_by_it():
    programme = make_weighing_programme()
    case = make_case(programme=programme, coordinator=verified(make_staff(programme=programme)))
    screening = settled(case, scores=make_scores(programme, every=2), safeguards=["SUPPORTER"])
    marked(case)

    read_second(screening_id=screening.pk, agrees=True, by=verified(make_staff(programme=programme)))

    assert AGAIN in waiting_for(case, "book")


def test_only_who_screens_and_has_no_tie_may_ask_or_settle():
    case = arranged()
    tied = verified(make_staff())
    case.matter.ties.create(person=tied, source=TieSource.DECLARED)

    for person in (verified(make_staff("TRAINING_MANAGER")), tied):
        with pytest.raises(PermissionDenied):
            ask_to_screen_again(case_id=case.pk, trigger=Trigger.SAFETY, by=person)
        with pytest.raises(PermissionDenied):
            screen_again(case_id=case.pk, finding=make_finding(), by=person)
        with pytest.raises(PermissionDenied):
            look_before_session(case_id=case.pk, is_fine=True, by=person)


def test_an_ended_case_is_not_screened_again():
    make_texts()
    case = make_case(CaseStatus.ENDED, coordinator=verified(make_staff()))

    with pytest.raises(TransitionRefused, match="nothing left to screen"):
        marked(case)
    with pytest.raises(TransitionRefused, match="nothing left to screen"):
        settled(case)


def test_a_case_that_is_being_destroyed_is_not_screened_again():
    case = arranged(matter=make_matter(status="DESTROYING"))

    with pytest.raises(MatterGone):
        marked(case)


def test_what_comes_by_itself_is_not_written_by_hand():
    case = arranged()

    with pytest.raises(TransitionRefused, match="comes by itself"):
        marked(case, Trigger.WITHDRAWAL)


def ready_to_start():
    session, pair = make_gathered_session()
    sign_all(session.case, pair)
    ScreenAgain.objects.create(vault_key=session.case.vault_key, matter=session.case.matter, trigger=Trigger.SESSION)
    return session, pair


def test_a_session_starts_only_after_a_short_look():
    session, pair = ready_to_start()
    with pytest.raises(TransitionRefused, match=LOOK):
        begin_session(session_id=session.pk, by=pair[0])

    look_before_session(case_id=session.case_id, is_fine=True, by=pair[0])

    assert begin_session(session_id=session.pk, by=pair[0]).status == "RUNNING"


def test_what_a_neutral_has_noticed_goes_to_those_who_screen():
    session, pair = ready_to_start()

    look_before_session(case_id=session.case_id, is_fine=False, words="He is afraid", by=pair[1])

    assert waiting_for(session.case, "begin") == [AGAIN]
    look_before_session(case_id=session.case_id, is_fine=True, by=pair[0])
    assert waiting_for(session.case, "begin") == [AGAIN]


def test_a_neutral_who_was_only_asked_does_not_look():
    session, _pair = ready_to_start()

    with pytest.raises(PermissionDenied):
        look_before_session(case_id=session.case_id, is_fine=True, by=verified(make_user()))


def test_stopping_for_safety_asks_for_a_screening():
    session, pair = make_running_session()

    stop_for_safety(session_id=session.pk, by=pair[0])

    assert [mark.trigger for mark in ScreenAgain.objects.open()] == [Trigger.SAFETY]


def test_when_one_of_several_leaves_the_rest_are_screened_again():
    asked = {"invited_at": timezone.now(), "answer_by": timezone.localdate()}
    case = arranged(names=("Alex", "Sam", "Kim"), **asked)
    sam = case.participants.get(number=2)

    withdraw(participant_id=sam.pk, channel=Channel.SELF, by=sam.entry)

    assert [mark.trigger for mark in ScreenAgain.objects.open()] == [Trigger.WITHDRAWAL]


def test_when_one_of_two_leaves_there_is_nothing_left_to_screen():
    case = arranged()
    requester = requester_of(case)

    withdraw(participant_id=requester.pk, channel=Channel.SELF, by=requester.entry)

    assert ScreenAgain.objects.count() == 0


def test_a_booking_asks_for_the_look_once_and_takes_it_back_with_itself():
    case, pair = make_booked_case()
    booking = case.bookings.get()
    coordinator = verified(case.coordinator)

    move_booking(booking_id=booking.pk, starts_at=local_time(3), by=coordinator)
    move_booking(booking_id=booking.pk, starts_at=local_time(4), by=coordinator)
    assert [mark.trigger for mark in ScreenAgain.objects.open()] == [Trigger.SESSION]
    cancel_booking(booking_id=booking.pk, by=coordinator)
    assert ScreenAgain.objects.count() == 0
    book_session(case_id=case.pk, starts_at=local_time(5), by=coordinator)

    assert [mark.trigger for mark in ScreenAgain.objects.open()] == [Trigger.SESSION]
    assert pair[0] != pair[1]
