from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from portal.cases.actions import TransitionRefused
from portal.cases.models import Case, Tie
from portal.cases.statuses import AssignmentEnd, CaseStatus, TieSource
from portal.mail.statuses import MailKind
from portal.roster.models import NeutralProfile, StandingTie
from portal.scheduling.actions import ask_neutrals
from portal.scheduling.queries.pair import who_can_be_asked
from tests.factories import (
    make_assignment,
    make_booking,
    make_case,
    make_credential,
    make_neutral,
    make_profile,
    make_programme,
    make_staff,
)

from .outbox import current, mails

pytestmark = pytest.mark.django_db


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

    with pytest.raises(TransitionRefused, match="ended on"):
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


class TestLimits:
    """How much a neutral takes on stands on the roster; choosing the pair keeps to it."""

    @pytest.mark.parametrize(
        ("limit", "words"), [("cases_at_once", "1 at once"), ("cases_a_month", "1 in the last thirty days")]
    )
    def test_whoever_has_as_much_as_they_take_is_refused_and_named(self, case, coordinator, pair, limit, words):
        NeutralProfile.objects.filter(user=pair[0]).update(**{limit: 1})
        make_case(accepted=[pair[0]])

        with pytest.raises(TransitionRefused, match=f"Priya .* {words}"):
            ask_neutrals(case_id=case.pk, neutrals=pair, by=coordinator)

        assert current(case) == set()

    def test_below_the_limit_and_without_one_everybody_is_asked(self, case, coordinator, pair):
        NeutralProfile.objects.filter(user=pair[0]).update(cases_at_once=2, cases_a_month=2)
        make_case(accepted=[pair[0]])

        ask_neutrals(case_id=case.pk, neutrals=pair, by=coordinator)

        assert current(case) == set(pair)

    def test_a_case_that_came_to_nothing_counts_for_no_month(self, case, coordinator, pair):
        NeutralProfile.objects.filter(user=pair[0]).update(cases_a_month=1)
        make_assignment(make_case(), pair[0], ended_at=timezone.now(), end_reason=AssignmentEnd.NOT_AVAILABLE)

        ask_neutrals(case_id=case.pk, neutrals=pair, by=coordinator)

        assert current(case) == set(pair)
