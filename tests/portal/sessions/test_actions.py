"""Holding a session, from who is in the room to its outcome."""

import pytest
from django.core.exceptions import PermissionDenied

from portal.cases.actions import TransitionRefused
from portal.cases.models import Case, Tie
from portal.cases.statuses import CaseStatus, Channel, StopReason, TieSource
from portal.scheduling.statuses import BookingStatus
from portal.sessions import actions
from portal.sessions.models import Attendance, Session
from portal.sessions.statuses import Outcome, SessionStatus
from portal.withdrawals.actions import stop_case
from tests.factories import make_neutral, verified
from tests.factories.sessions import make_booked_case, make_gathered_session, make_running_session, sign_all

pytestmark = pytest.mark.django_db


def _case(session):
    return Case.objects.get(pk=session.case_id)


def test_the_session_of_a_booking_is_made_once():
    case, pair = make_booked_case()

    first = actions.prepare_session(case_id=case.pk, by=pair[0])

    assert actions.prepare_session(case_id=case.pk, by=pair[1]) == first
    assert (first.number, first.status) == (1, SessionStatus.PLANNED)


def test_somebody_who_does_not_conduct_the_case_prepares_nothing():
    case, _pair = make_booked_case()

    with pytest.raises(PermissionDenied):
        actions.prepare_session(case_id=case.pk, by=verified(make_neutral()))

    assert not Session.objects.exists()


def test_signing_opens_only_when_every_party_is_there():
    case, pair = make_booked_case()
    session = actions.prepare_session(case_id=case.pk, by=pair[0])
    alex = case.participants.first()

    with pytest.raises(TransitionRefused, match="Not here yet: Sam"):
        actions.open_signing(session_id=session.pk, present={alex.pk}, by=pair[0])

    assert not Attendance.objects.exists()


def test_a_session_cannot_start_while_one_signature_is_missing():
    session, pair = make_gathered_session()
    sign_all(session.case, pair, leave_out=pair[1])

    with pytest.raises(TransitionRefused, match="Jonas Thiel to sign"):
        actions.begin_session(session_id=session.pk, by=pair[0])

    assert _case(session).status == CaseStatus.BOOKED


def test_a_session_starts_when_everyone_has_signed():
    session, pair = make_gathered_session()
    sign_all(session.case, pair)

    session = actions.begin_session(session_id=session.pk, by=pair[0])

    assert session.status == SessionStatus.RUNNING
    assert session.started_at is not None
    assert _case(session).status == CaseStatus.IN_SESSION


@pytest.mark.parametrize("outcome", [Outcome.WRITTEN, Outcome.VERBAL, Outcome.PARTIAL, Outcome.NONE, Outcome.PARTED])
def test_every_outcome_is_as_good_an_ending_as_any_other(outcome):
    session, pair = make_running_session()

    session = actions.end_session(session_id=session.pk, outcome=outcome, minutes=110, by=pair[1])

    assert (session.status, session.outcome, session.minutes) == (SessionStatus.ENDED, outcome, 110)
    assert _case(session).status == CaseStatus.HELD
    assert session.booking.status == BookingStatus.USED


def test_ending_twice_changes_nothing():
    session, pair = make_running_session()
    actions.end_session(session_id=session.pk, outcome=Outcome.VERBAL, minutes=90, by=pair[0])

    again = actions.end_session(session_id=session.pk, outcome=Outcome.NONE, minutes=5, by=pair[0])

    assert (again.outcome, again.minutes) == (Outcome.VERBAL, 90)


def test_a_session_that_has_not_started_does_not_end():
    session, pair = make_gathered_session()

    with pytest.raises(TransitionRefused, match="not started"):
        actions.end_session(session_id=session.pk, outcome=Outcome.VERBAL, minutes=5, by=pair[0])


def test_a_session_that_did_not_take_place_frees_its_time_and_looks_for_another():
    case, pair = make_booked_case()
    session = actions.prepare_session(case_id=case.pk, by=pair[0])

    session = actions.end_session(session_id=session.pk, outcome=Outcome.NOT_HELD, minutes=None, by=pair[0])

    assert session.outcome == Outcome.NOT_HELD
    assert _case(session).status == CaseStatus.ARRANGING
    assert session.booking.status == BookingStatus.CANCELLED
    assert not session.booking.reservations.exists()


def test_stop_for_safety_asks_nothing_and_ends_a_running_session():
    session, pair = make_running_session()

    session = actions.stop_for_safety(session_id=session.pk, by=pair[1])

    assert (session.status, session.outcome) == (SessionStatus.ENDED, Outcome.STOPPED_FOR_SAFETY)
    assert _case(session).status == CaseStatus.HELD


def test_stop_for_safety_works_before_the_start_as_well():
    session, pair = make_gathered_session()

    session = actions.stop_for_safety(session_id=session.pk, by=pair[0])

    assert session.outcome == Outcome.STOPPED_FOR_SAFETY
    assert _case(session).status == CaseStatus.ARRANGING


def test_stopping_twice_is_stopping_once():
    session, pair = make_running_session()
    actions.stop_for_safety(session_id=session.pk, by=pair[0])
    ended_at = Session.objects.get(pk=session.pk).ended_at

    actions.stop_for_safety(session_id=session.pk, by=pair[1])

    assert Session.objects.get(pk=session.pk).ended_at == ended_at


def test_a_further_session_needs_every_yes_again():
    session, pair = make_running_session()
    actions.end_session(session_id=session.pk, outcome=Outcome.PARTIAL, minutes=120, by=pair[0])
    alex, sam = session.case.participants.all()

    actions.answer_further(participant_id=alex.pk, yes=True, channel=Channel.SELF, by=alex.entry)
    assert _case(session).status == CaseStatus.HELD
    actions.answer_further(participant_id=sam.pk, yes=True, channel=Channel.PHONE, by=session.case.coordinator)

    assert _case(session).status == CaseStatus.ARRANGING


def test_one_no_leaves_the_case_where_it_is():
    session, pair = make_running_session()
    actions.end_session(session_id=session.pk, outcome=Outcome.PARTIAL, minutes=120, by=pair[0])
    alex, sam = session.case.participants.all()

    actions.answer_further(participant_id=alex.pk, yes=True, channel=Channel.SELF, by=alex.entry)
    actions.answer_further(participant_id=sam.pk, yes=False, channel=Channel.SELF, by=sam.entry)

    assert _case(session).status == CaseStatus.HELD


def test_a_party_does_not_answer_for_the_other():
    session, pair = make_running_session()
    actions.end_session(session_id=session.pk, outcome=Outcome.PARTIAL, minutes=120, by=pair[0])
    alex, sam = session.case.participants.all()

    with pytest.raises(PermissionDenied):
        actions.answer_further(participant_id=sam.pk, yes=True, channel=Channel.SELF, by=alex.entry)


def test_the_question_of_a_further_session_is_not_open_before_one_was_held():
    session, _pair = make_running_session()
    alex = session.case.participants.first()

    with pytest.raises(TransitionRefused):
        actions.answer_further(participant_id=alex.pk, yes=True, channel=Channel.SELF, by=alex.entry)


def test_staff_enter_every_step_of_a_session_for_the_people_in_the_room():
    case, pair = make_booked_case()
    dana = verified(case.coordinator)
    everyone = {*case.participants.values_list("pk", flat=True), *(neutral.pk for neutral in pair)}

    session = actions.prepare_session(case_id=case.pk, by=dana)
    actions.open_signing(session_id=session.pk, present=everyone, by=dana)
    sign_all(case, pair)
    actions.begin_session(session_id=session.pk, by=dana)
    actions.end_session(session_id=session.pk, outcome=Outcome.VERBAL, minutes=100, by=dana)

    assert _case(session).status == CaseStatus.HELD
    assert set(Attendance.objects.values_list("present", flat=True)) == {True}
    assert Session.objects.get().started_by == dana


def test_staff_cannot_start_either_while_a_signature_is_missing():
    session, pair = make_gathered_session()
    sign_all(session.case, pair, leave_out=session.case.participants.last())

    with pytest.raises(TransitionRefused, match="Sam to sign"):
        actions.begin_session(session_id=session.pk, by=verified(session.case.coordinator))


def test_staff_of_the_case_with_a_tie_run_no_session():
    case, _pair = make_booked_case()
    Tie.objects.create(matter=case.matter, person=case.coordinator, source=TieSource.NAMED)

    with pytest.raises(PermissionDenied):
        actions.prepare_session(case_id=case.pk, by=verified(case.coordinator))


def test_signing_opens_only_when_both_neutrals_are_there():
    case, pair = make_booked_case()
    session = actions.prepare_session(case_id=case.pk, by=pair[0])
    parties = set(case.participants.values_list("pk", flat=True))

    with pytest.raises(TransitionRefused, match="Not here yet: Jonas Thiel"):
        actions.open_signing(session_id=session.pk, present=parties | {pair[0].pk}, by=pair[0])


def test_a_session_does_not_end_in_a_way_that_its_process_does_not_know():
    session, pair = make_running_session()
    Case.objects.filter(pk=session.case_id).update(process="COACHING")

    with pytest.raises(TransitionRefused, match="does not end like that"):
        actions.end_session(session_id=session.pk, outcome=Outcome.WRITTEN, minutes=60, by=pair[0])

    session.refresh_from_db()
    assert session.status == SessionStatus.RUNNING


def test_a_running_session_that_the_office_cuts_short_ends_as_its_process_knows():
    session, _pair = make_running_session()
    Case.objects.filter(pk=session.case_id).update(process="COACHING")

    stop_case(case_id=session.case_id, reason=StopReason.OFFICE, by=session.case.coordinator)

    session.refresh_from_db()
    assert session.outcome == Outcome.HELD
