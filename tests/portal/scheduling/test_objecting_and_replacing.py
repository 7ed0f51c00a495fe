import pytest
from django.core.exceptions import PermissionDenied

from portal.cases.actions import TransitionRefused
from portal.cases.models import Case
from portal.cases.statuses import AssignmentEnd, CaseStatus, Channel, ConsentKind, TieAnswer
from portal.mail.models import Mailing
from portal.mail.statuses import MailKind
from portal.scheduling import gates
from portal.scheduling.actions import agree_to_pair, answer_tie, ask_neutrals, object_to_neutral, replace_neutral
from portal.scheduling.models import Reservation
from tests.factories import (
    make_booking,
    make_case,
    make_neutral,
    make_participant,
)

from .outbox import current, mails

pytestmark = pytest.mark.django_db


class TestObjecting:
    @pytest.fixture
    def case(self, coordinator, pair):
        return make_case(coordinator=coordinator, accepted=pair)

    def test_a_party_asks_for_somebody_else_and_gives_no_reason(self, case, coordinator, pair):
        sam = case.participants.get(number=2)
        assignment = case.assignments.get(neutral=pair[0])

        object_to_neutral(participant_id=sam.pk, assignment_id=assignment.pk, channel=Channel.SELF, by=sam.entry)

        assignment.refresh_from_db()
        assert assignment.end_reason == AssignmentEnd.OBJECTION
        assert current(case) == {pair[1]}
        assert mails(MailKind.STAFF_NEWS) == [coordinator.email]

    def test_staff_write_down_an_objection_made_on_the_phone(self, case, coordinator, pair):
        sam = case.participants.get(number=2)
        assignment = case.assignments.get(neutral=pair[0])

        object_to_neutral(participant_id=sam.pk, assignment_id=assignment.pk, channel=Channel.PHONE, by=coordinator)

        assert current(case) == {pair[1]}

    def test_nobody_objects_for_another_party(self, case, pair):
        alex, sam = case.participants.all()

        with pytest.raises(PermissionDenied):
            object_to_neutral(
                participant_id=sam.pk,
                assignment_id=case.assignments.get(neutral=pair[0]).pk,
                channel=Channel.SELF,
                by=alex.entry,
            )

    def test_a_supporter_does_not_choose_the_mediators(self, case, pair):
        supporter = make_participant(case, name="Lee", role="SUPPORTER")

        with pytest.raises(TransitionRefused):
            object_to_neutral(
                participant_id=supporter.pk,
                assignment_id=case.assignments.get(neutral=pair[0]).pk,
                channel=Channel.SELF,
                by=supporter.entry,
            )

    def test_once_the_session_has_started_the_pair_stays(self, case, pair):
        Case.objects.filter(pk=case.pk).update(status=CaseStatus.IN_SESSION)
        sam = case.participants.get(number=2)

        with pytest.raises(TransitionRefused, match="started"):
            object_to_neutral(
                participant_id=sam.pk,
                assignment_id=case.assignments.get(neutral=pair[0]).pk,
                channel=Channel.SELF,
                by=sam.entry,
            )

    def test_a_neutral_of_another_case_cannot_be_objected_to(self, case, pair):
        elsewhere = make_case(accepted=[pair[0]])
        sam = case.participants.get(number=2)

        with pytest.raises(TransitionRefused):
            object_to_neutral(
                participant_id=sam.pk,
                assignment_id=elsewhere.assignments.get().pk,
                channel=Channel.SELF,
                by=sam.entry,
            )

        assert current(elsewhere) == {pair[0]}


class TestReplacing:
    @pytest.fixture
    def case(self, coordinator, pair):
        case = make_case(CaseStatus.BOOKED, coordinator=coordinator, accepted=pair)
        make_booking(case)
        return case

    @pytest.fixture
    def replaced(self, case, coordinator, pair):
        replace_neutral(assignment_id=case.assignments.get(neutral=pair[0]).pk, by=coordinator)
        newcomer = make_neutral(first_name="Noor")
        ask_neutrals(case_id=case.pk, neutrals=[newcomer], by=coordinator)
        assignment = case.assignments.get(neutral=newcomer)
        answer_tie(assignment_id=assignment.pk, answer=TieAnswer.NO, channel=Channel.SELF, by=newcomer)
        return newcomer

    def test_the_first_pair_needs_no_answer_of_the_parties(self, case):
        assert gates.pair_round(case) == 1
        assert gates.pair_agreed(case) == []

    def test_the_time_of_who_leaves_is_free_again_and_the_newcomers_is_taken(self, case, pair, replaced):
        assert set(Reservation.objects.values_list("neutral", flat=True)) == {pair[1].pk, replaced.pk}
        calendar_mails = Mailing.objects.filter(kind=MailKind.CALENDAR).order_by("created_at")
        assert [(mail.address, mail.context["ics_method"]) for mail in calendar_mails] == [
            (pair[0].email, "CANCEL"),
            (replaced.email, "REQUEST"),
        ]

    def test_each_party_is_asked_again_before_the_session(self, case, replaced):
        alex, sam = case.participants.all()

        assert [line.person for line in gates.pair_agreed(case)] == [alex, sam]

        agree_to_pair(participant_id=alex.pk, channel=Channel.SELF, by=alex.entry)
        case = Case.objects.get(pk=case.pk)
        assert [line.person for line in gates.pair_agreed(case)] == [sam]

    def test_staff_write_down_a_yes_given_in_person(self, case, coordinator, replaced):
        sam = case.participants.get(number=2)

        consent = agree_to_pair(participant_id=sam.pk, channel=Channel.IN_PERSON, by=coordinator)

        assert (consent.kind, consent.round, consent.recorded_by) == (ConsentKind.PAIR, 2, coordinator)

    def test_a_yes_to_one_pair_is_no_yes_to_the_next(self, case, coordinator, replaced):
        alex = case.participants.get(number=1)
        agree_to_pair(participant_id=alex.pk, channel=Channel.SELF, by=alex.entry)

        replace_neutral(assignment_id=case.assignments.current().get(neutral=replaced).pk, by=coordinator)

        assert gates.pair_round(case) == 3
        assert alex in [line.person for line in gates.pair_agreed(Case.objects.get(pk=case.pk))]

    def test_an_incomplete_pair_cannot_be_agreed_to(self, case, coordinator, pair):
        replace_neutral(assignment_id=case.assignments.get(neutral=pair[0]).pk, by=coordinator)
        alex = case.participants.get(number=1)

        with pytest.raises(TransitionRefused):
            agree_to_pair(participant_id=alex.pk, channel=Channel.SELF, by=alex.entry)

    def test_only_the_office_replaces(self, case, pair):
        with pytest.raises(PermissionDenied):
            replace_neutral(assignment_id=case.assignments.get(neutral=pair[0]).pk, by=pair[1])

    def test_nobody_is_replaced_while_a_session_runs(self, case, coordinator, pair):
        Case.objects.filter(pk=case.pk).update(status=CaseStatus.IN_SESSION)

        with pytest.raises(TransitionRefused):
            replace_neutral(assignment_id=case.assignments.get(neutral=pair[0]).pk, by=coordinator)
