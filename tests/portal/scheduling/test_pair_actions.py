from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from portal.cases.actions import MatterGone, TransitionRefused, end_case
from portal.cases.models import Case, Tie
from portal.cases.statuses import AssignmentEnd, CaseStatus, Channel, ConsentKind, Ending, TieAnswer, TieSource
from portal.mail.models import Mailing
from portal.mail.statuses import MailKind
from portal.roster.models import StandingTie
from portal.scheduling import gates
from portal.scheduling.actions import agree_to_pair, answer_tie, ask_neutrals, object_to_neutral, replace_neutral
from portal.scheduling.models import Reservation
from portal.scheduling.queries.pair import who_can_be_asked
from tests.factories import (
    make_assignment,
    make_booking,
    make_case,
    make_credential,
    make_neutral,
    make_participant,
    make_profile,
    make_programme,
    make_staff,
    verified,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator():
    return make_staff("COORDINATOR")


@pytest.fixture
def case(coordinator):
    return make_case(coordinator=coordinator)


@pytest.fixture
def pair():
    return [make_neutral(first_name="Priya"), make_neutral(first_name="Jonas")]


def mails(kind):
    return sorted(mailing.address for mailing in Mailing.objects.filter(kind=kind))


def current(case):
    return {row.neutral for row in case.assignments.current().select_related("neutral")}


def test_two_neutrals_are_asked_and_hear_only_that_a_question_waits(case, coordinator, pair):
    ask_neutrals(case_id=case.pk, neutrals=pair, by=coordinator)

    assert current(case) == set(pair)
    assert mails(MailKind.NEUTRAL_ASKED) == sorted(person.email for person in pair)
    assert case.assignments.filter(is_lead=True).count() == 1
    assert not case.assignments.accepted().exists()


@pytest.mark.parametrize("count", [0, 1, 3])
def test_mediation_takes_exactly_two(case, coordinator, count):
    with pytest.raises(TransitionRefused, match="exactly 2"):
        ask_neutrals(case_id=case.pk, neutrals=[make_neutral() for _ in range(count)], by=coordinator)

    assert current(case) == set()


def test_the_same_person_twice_is_one_person(case, coordinator, pair):
    with pytest.raises(TransitionRefused, match="exactly 2"):
        ask_neutrals(case_id=case.pk, neutrals=[pair[0], pair[0]], by=coordinator)


def test_only_one_more_is_asked_when_one_is_there(case, coordinator, pair):
    make_assignment(case, pair[0], accepted=True)

    with pytest.raises(TransitionRefused, match="exactly 1"):
        ask_neutrals(case_id=case.pk, neutrals=[pair[1], make_neutral()], by=coordinator)
    ask_neutrals(case_id=case.pk, neutrals=[pair[1]], by=coordinator)

    assert current(case) == set(pair)


def test_nobody_is_asked_before_everyone_takes_part(coordinator, pair):
    case = make_case(CaseStatus.INVITING, coordinator=coordinator)

    with pytest.raises(TransitionRefused):
        ask_neutrals(case_id=case.pk, neutrals=pair, by=coordinator)


def test_only_who_coordinates_asks_neutrals(case, pair):
    with pytest.raises(PermissionDenied):
        ask_neutrals(case_id=case.pk, neutrals=pair, by=make_staff("INTERN"))


def test_an_expired_credential_blocks_the_assignment(case, coordinator, pair):
    expired = make_profile()
    make_credential(expired, expires_on=timezone.localdate() - timedelta(days=1))

    with pytest.raises(TransitionRefused, match="Cannot be asked"):
        ask_neutrals(case_id=case.pk, neutrals=[pair[0], expired.user], by=coordinator)

    assert current(case) == set()


class TestWhoCanBeAsked:
    def test_somebody_with_a_tie_to_the_matter_cannot(self, case, pair):
        Tie.objects.create(matter=case.matter, person=pair[0], source=TieSource.NAMED)

        assert set(who_can_be_asked(case)) == {pair[1]}

    def test_somebody_of_the_same_unit_cannot_when_the_programme_says_so(self, coordinator):
        inside, outside = make_neutral(unit="ENG"), make_neutral(unit="SCI")
        case = make_case(coordinator=coordinator, unit="ENG")

        assert set(who_can_be_asked(case)) == {outside}

        make_programme(same_unit_excluded=False)
        case = Case.objects.get()
        assert set(who_can_be_asked(case)) == {inside, outside}

    def test_a_standing_tie_to_the_unit_or_to_somebody_involved_excludes(self, coordinator, pair):
        case = make_case(coordinator=coordinator, unit="ENG")
        StandingTie.objects.create(neutral=pair[0].neutral_profile, kind="UNIT", unit="ENG", added_by=coordinator)
        colleague = make_staff("INTERN")
        Tie.objects.create(matter=case.matter, person=colleague, source=TieSource.SAME_ADDRESS)
        StandingTie.objects.create(
            neutral=pair[1].neutral_profile, kind="PERSON", person=colleague, added_by=coordinator
        )

        assert set(who_can_be_asked(case)) == set()

    @pytest.mark.parametrize("reason", [AssignmentEnd.TIE, AssignmentEnd.OBJECTION, AssignmentEnd.NOT_AVAILABLE])
    def test_whoever_is_out_of_the_case_is_not_asked_again(self, case, pair, reason):
        make_assignment(case, pair[0], ended_at=timezone.now(), end_reason=reason)

        assert set(who_can_be_asked(case)) == {pair[1]}

    def test_somebody_taken_at_the_booked_time_cannot(self, coordinator, pair):
        other = make_case(CaseStatus.BOOKED, accepted=[pair[0]])
        make_booking(other)
        case = make_case(CaseStatus.BOOKED, coordinator=coordinator)
        make_booking(case)

        assert set(who_can_be_asked(case)) == {pair[1]}

    def test_the_load_counts_open_cases_only(self, case, pair):
        make_case(accepted=[pair[0]])
        make_case(CaseStatus.ENDED, accepted=[pair[0]])

        assert {person: person.load for person in who_can_be_asked(case)} == {pair[0]: 1, pair[1]: None}


class TestAnswering:
    @pytest.fixture
    def asked(self, case, pair):
        return [make_assignment(case, person) for person in pair]

    def test_no_tie_opens_the_case(self, case, asked, pair):
        assert case not in Case.objects.visible_to(verified(pair[0]))

        answer_tie(assignment_id=asked[0].pk, answer=TieAnswer.NO, channel=Channel.SELF, by=pair[0])

        assert case in Case.objects.visible_to(verified(pair[0]))

    def test_after_a_tie_the_case_does_not_exist_for_them(self, case, asked, pair):
        answer_tie(assignment_id=asked[0].pk, answer=TieAnswer.YES, channel=Channel.SELF, by=pair[0])

        assert case not in Case.objects.visible_to(verified(pair[0]))
        assert Tie.objects.filter(matter=case.matter, person=pair[0], answer=TieAnswer.YES).exists()
        assert current(case) == {pair[1]}
        with pytest.raises(TransitionRefused):
            answer_tie(assignment_id=asked[0].pk, answer=TieAnswer.NO, channel=Channel.SELF, by=pair[0])

    def test_a_tie_discovered_later_takes_the_case_away_at_once(self, case, asked, pair):
        answer_tie(assignment_id=asked[0].pk, answer=TieAnswer.NO, channel=Channel.SELF, by=pair[0])
        answer_tie(assignment_id=asked[0].pk, answer=TieAnswer.YES, channel=Channel.SELF, by=pair[0])

        assert case not in Case.objects.visible_to(verified(pair[0]))
        assert case.assignments.get(neutral=pair[0]).end_reason == AssignmentEnd.TIE

    def test_unsure_waits_for_the_office_and_can_still_become_a_no(self, case, coordinator, asked, pair):
        answer_tie(assignment_id=asked[0].pk, answer=TieAnswer.UNSURE, channel=Channel.SELF, by=pair[0])

        assert mails(MailKind.STAFF_NEWS) == [coordinator.email]
        assert not case.assignments.accepted().exists()

        answer_tie(assignment_id=asked[0].pk, answer=TieAnswer.NO, channel=Channel.PHONE, by=coordinator)
        assert case.assignments.accepted().get().neutral == pair[0]

    def test_not_available_ends_the_question_without_a_tie(self, case, asked, pair):
        answer_tie(assignment_id=asked[0].pk, answer=TieAnswer.NOT_AVAILABLE, channel=Channel.SELF, by=pair[0])

        assert current(case) == {pair[1]}
        assert not Tie.objects.exists()

    def test_nobody_answers_for_another_neutral(self, asked, pair):
        with pytest.raises(PermissionDenied):
            answer_tie(assignment_id=asked[0].pk, answer=TieAnswer.NO, channel=Channel.PHONE, by=pair[1])

    def test_an_answer_by_phone_is_never_the_neutrals_own_hand(self, asked, coordinator):
        with pytest.raises(ValueError, match="SELF"):
            answer_tie(assignment_id=asked[0].pk, answer=TieAnswer.NO, channel=Channel.SELF, by=coordinator)

    def test_an_accepted_no_is_not_answered_again_with_unsure(self, asked, pair):
        answer_tie(assignment_id=asked[0].pk, answer=TieAnswer.NO, channel=Channel.SELF, by=pair[0])

        with pytest.raises(TransitionRefused):
            answer_tie(assignment_id=asked[0].pk, answer=TieAnswer.UNSURE, channel=Channel.SELF, by=pair[0])

    def test_a_question_of_an_ended_case_is_closed(self, case, asked, pair):
        end_case(case, ending=Ending.WITHDRAWN, actor=None)

        with pytest.raises(TransitionRefused):
            answer_tie(assignment_id=asked[0].pk, answer=TieAnswer.NO, channel=Channel.SELF, by=pair[0])

    def test_a_question_that_never_was_is_gone(self, pair):
        with pytest.raises(MatterGone):
            answer_tie(assignment_id=99999, answer=TieAnswer.NO, channel=Channel.SELF, by=pair[0])

    def test_the_parties_hear_that_there_is_news_when_the_pair_is_complete(self, case, asked, pair):
        answer_tie(assignment_id=asked[0].pk, answer=TieAnswer.NO, channel=Channel.SELF, by=pair[0])
        assert mails(MailKind.NEWS) == []

        answer_tie(assignment_id=asked[1].pk, answer=TieAnswer.NO, channel=Channel.SELF, by=pair[1])

        assert mails(MailKind.NEWS) == sorted(person.safe_email for person in case.participants.all())


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
