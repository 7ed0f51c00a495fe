"""Withdrawing and stopping: one step, at once, everywhere; nobody hears who, and nobody is asked why."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from portal.cases.actions import TransitionRefused, move_case
from portal.cases.models import Case, Participant
from portal.cases.statuses import CaseStatus, Channel, Ending, ParticipantRole, StopReason, Willing
from portal.handbook.queries import current, told
from portal.handbook.statuses import NoticeKind
from portal.intake.models import Message
from portal.mail.actions import enqueue
from portal.mail.models import Mailing
from portal.mail.statuses import MailKind, MailState
from portal.passes.actions import invite
from portal.passes.models import Invitation
from portal.scheduling.models import Booking, Reservation
from portal.scheduling.statuses import BookingStatus
from portal.sessions.actions import prepare_session
from portal.sessions.models import Session
from portal.sessions.statuses import SessionStatus
from portal.withdrawals.actions import pause_case, resume_case, stop_case, withdraw
from portal.withdrawals.models import Withdrawal
from tests.factories.cases import make_case, make_participant
from tests.factories.people import make_staff
from tests.factories.sessions import make_booked_case
from tests.factories.signing_in import make_pass

pytestmark = pytest.mark.django_db

BEFORE_HELD = [status for status in CaseStatus if status not in {CaseStatus.HELD, CaseStatus.ENDED}]


def make_busy_case(status, **facts):
    """A case with everything under way that a withdrawal has to end, wherever it stands."""
    case, pair = make_booked_case(**facts)
    session = prepare_session(case_id=case.pk, by=pair[0])
    if status == CaseStatus.IN_SESSION:
        Session.objects.filter(pk=session.pk).update(status=SessionStatus.RUNNING, started_at=session.created_at)
    invite(key_id=case.vault_key)
    enqueue(kind=MailKind.NEWS, address="alex@example.net", key_id=case.vault_key)
    today = timezone.localdate()
    Case.objects.filter(pk=case.pk).update(status=status, invited_at=timezone.now(), answer_by=today)
    return Case.objects.get(pk=case.pk)


def leave(person, **facts):
    return withdraw(**({"participant_id": person.pk, "channel": Channel.SELF, "by": person.entry} | facts))


def messages_to(person):
    return [message.body for message in Message.objects.filter(entry=person.entry)]


def words(case, kind):
    return told(current(kind, case.programme, process=case.process)).text


@pytest.mark.parametrize("status", BEFORE_HELD)
@pytest.mark.parametrize("who", [0, 1])
def test_one_of_two_withdraws_and_everything_under_way_is_over(status, who):
    case = make_busy_case(status)
    people = list(case.participants.order_by("number"))
    person, other = people[who], people[1 - who]
    queued = set(Mailing.objects.filter(vault_key=case.vault_key).values_list("pk", flat=True))

    leave(person)

    case.refresh_from_db()
    assert (case.status, case.ending, case.ended_from) == (CaseStatus.ENDED, Ending.WITHDRAWN, status)
    assert not Booking.objects.filter(case=case, status=BookingStatus.BOOKED).exists()
    assert not Reservation.objects.exists()
    assert not case.sessions.filter(status__in=[SessionStatus.PLANNED, SessionStatus.RUNNING]).exists()
    assert not Invitation.objects.usable().exists()
    assert not Mailing.objects.filter(pk__in=queued, state__in=[MailState.QUEUED, MailState.SENDING]).exists()
    assert not case.assignments.accepted().exists()
    assert messages_to(other) == [words(case, NoticeKind.WITHDRAWAL_WORDS)]
    assert messages_to(person) == []


def test_after_the_last_session_only_the_follow_up_stops():
    case = make_busy_case(CaseStatus.HELD)
    person, other = case.participants.order_by("number")

    leave(person)

    case.refresh_from_db()
    person.refresh_from_db()
    assert case.status == CaseStatus.HELD
    assert person.left_at is not None
    assert case.assignments.accepted().count() == 2
    assert messages_to(person) == messages_to(other) == []


def test_with_enough_people_left_the_rest_are_asked_afresh():
    case = make_busy_case(CaseStatus.BOOKED, names=("Alex", "Sam", "Kim"))
    alex, sam, kim = case.participants.order_by("number")

    leave(sam)

    case.refresh_from_db()
    assert case.status == CaseStatus.INVITING
    assert case.answer_by > timezone.localdate()
    assert not Booking.objects.filter(case=case, status=BookingStatus.BOOKED).exists()
    for person in (alex, kim):
        person.refresh_from_db()
        assert person.willing == Willing.ASKED
        assert messages_to(person) == [words(case, NoticeKind.ASKED_AFRESH)]
    assert messages_to(sam) == []


def test_somebody_who_came_along_leaves_without_ending_anything():
    case = make_busy_case(CaseStatus.BOOKED)
    first = case.participants.order_by("number").first()
    friend = make_participant(case, name="Robin", role=ParticipantRole.SUPPORTER, comes_with=first)

    leave(friend)

    case.refresh_from_db()
    assert case.status == CaseStatus.BOOKED
    assert Participant.objects.get(pk=friend.pk).has_left
    assert messages_to(first) == []


def test_saying_it_twice_is_saying_it_once():
    case = make_busy_case(CaseStatus.ARRANGING)
    person, other = case.participants.order_by("number")

    assert leave(person) == leave(person)

    assert Withdrawal.objects.count() == 1
    assert len(messages_to(other)) == 1


def test_nobody_takes_somebody_else_out():
    case = make_busy_case(CaseStatus.ARRANGING)
    person, other = case.participants.order_by("number")

    for stranger in (other.entry, make_pass()[0], make_staff("INTERN"), make_staff("NEUTRAL")):
        with pytest.raises(PermissionDenied):
            leave(person, by=stranger)

    assert not Withdrawal.objects.exists()


def test_staff_enter_what_somebody_says_on_the_phone():
    case = make_busy_case(CaseStatus.INVITING)
    person = case.participants.order_by("number").last()

    withdrawal = leave(person, channel=Channel.PHONE, by=case.coordinator)

    assert (withdrawal.channel, withdrawal.recorded_by) == (Channel.PHONE, case.coordinator)


def test_nobody_withdraws_from_what_has_ended():
    case = make_case(CaseStatus.ENDED, coordinator=make_staff())
    person, ending = case.participants.first(), case.get_ending_display()

    with pytest.raises(TransitionRefused) as told_to_staff:
        leave(person, channel=Channel.PHONE, by=case.coordinator)
    with pytest.raises(TransitionRefused) as told_to_them:
        leave(person)

    # How it ended may be what somebody else has answered.
    assert ending in str(told_to_staff.value)
    assert ending not in str(told_to_them.value)


@pytest.mark.parametrize("status", [status for status in CaseStatus if status != CaseStatus.ENDED])
def test_a_stop_gives_everyone_the_same_words_and_keeps_a_code_only(status):
    case = make_busy_case(status)

    stop_case(case_id=case.pk, reason=StopReason.SAFETY, by=case.coordinator)

    case.refresh_from_db()
    assert (case.status, case.ending, case.stop_reason) == (CaseStatus.ENDED, Ending.STOPPED, StopReason.SAFETY)
    for person in case.participants.all():
        assert messages_to(person) == [words(case, NoticeKind.STOP_WORDS)]
        assert str(StopReason.SAFETY.label) not in messages_to(person)[0]


def test_a_stopped_case_is_not_stopped_again():
    case = make_busy_case(CaseStatus.BOOKED)
    stop_case(case_id=case.pk, reason=StopReason.ORDER, by=case.coordinator)

    with pytest.raises(TransitionRefused):
        stop_case(case_id=case.pk, reason=StopReason.ORDER, by=case.coordinator)


def test_a_paused_case_goes_on_from_where_it_stood():
    case = make_busy_case(CaseStatus.BOOKED)

    pause_case(case_id=case.pk, reason=StopReason.OFFICE, by=case.coordinator)
    case.refresh_from_db()
    assert (case.status, case.is_paused) == (CaseStatus.ARRANGING, True)
    assert not Booking.objects.filter(case=case, status=BookingStatus.BOOKED).exists()
    with pytest.raises(TransitionRefused):
        move_case(case_id=case.pk, step="invite", actor=case.coordinator)
    with pytest.raises(TransitionRefused):
        pause_case(case_id=case.pk, reason=StopReason.OFFICE, by=case.coordinator)

    resume_case(case_id=case.pk, by=case.coordinator)
    case.refresh_from_db()
    assert (case.status, case.is_paused, case.stop_reason) == (CaseStatus.ARRANGING, False, "")
    person = case.participants.first()
    assert messages_to(person) == [words(case, NoticeKind.PAUSE_WORDS), words(case, NoticeKind.RESUME_WORDS)]
    with pytest.raises(TransitionRefused):
        resume_case(case_id=case.pk, by=case.coordinator)


def test_only_who_coordinates_stops_a_case():
    case = make_busy_case(CaseStatus.BOOKED)

    for step, facts in ((stop_case, {"reason": StopReason.ORDER}), (resume_case, {})):
        with pytest.raises(PermissionDenied):
            step(case_id=case.pk, by=make_staff("AUDITOR"), **facts)
