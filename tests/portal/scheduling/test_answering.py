import pytest
from django.core.exceptions import PermissionDenied

from portal.cases.actions import MatterGone, TransitionRefused, end_case
from portal.cases.models import Case, Tie
from portal.cases.statuses import AssignmentEnd, Channel, Ending, TieAnswer
from portal.mail.statuses import MailKind
from portal.scheduling.actions import answer_tie
from tests.factories import (
    make_assignment,
    verified,
)

from .outbox import current, mails

pytestmark = pytest.mark.django_db


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
