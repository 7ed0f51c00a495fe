from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from portal.cases.actions import TransitionRefused
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, Channel
from portal.scheduling.actions import answer_proposed, give_neutral_times, give_times, propose_times
from portal.scheduling.actions.times import take_back_time
from portal.scheduling.models import Availability
from portal.scheduling.queries import times_of
from tests.factories import make_booking, make_case, make_participant
from tests.factories.scheduling import local_time

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(coordinator, pair):
    return make_case(coordinator=coordinator, accepted=pair)


def half_hours(days, first, last):
    """The values of the grid between two full hours of a day."""
    start = local_time(days, first)
    count = (last - first) * 2
    return [f"{start + n * timedelta(minutes=30):%Y-%m-%dT%H:%M}" for n in range(count)]


def everyone_gives(case, free):
    for person in case.participants.all():
        give_times(participant_id=person.pk, free=free, channel=Channel.SELF, by=person.entry)
    for assignment in case.assignments.accepted().select_related("neutral"):
        give_neutral_times(assignment_id=assignment.pk, free=free, channel=Channel.SELF, by=assignment.neutral)


def fresh(case):
    return Case.objects.select_related("programme", "matter").get(pk=case.pk)


class TestGiving:
    def test_a_participant_gives_their_free_half_hours(self, case):
        sam = case.participants.get(number=2)

        give_times(participant_id=sam.pk, free=half_hours(1, 18, 21), channel=Channel.SELF, by=sam.entry)

        row = Availability.objects.get(participant=sam)
        assert row.free == half_hours(1, 18, 21)
        assert row.recorded_by is None

    def test_they_are_sealed(self, case):
        sam = case.participants.get(number=2)
        give_times(participant_id=sam.pk, free=half_hours(1, 18, 21), channel=Channel.SELF, by=sam.entry)

        with connection.cursor() as cursor:
            cursor.execute("SELECT free FROM portal_availability")
            [[stored]] = cursor.fetchall()
        assert half_hours(1, 18, 19)[0].encode() not in bytes(stored)

    def test_giving_again_replaces_what_was_given(self, case):
        sam = case.participants.get(number=2)
        for free in (half_hours(1, 18, 21), half_hours(2, 8, 9)):
            give_times(participant_id=sam.pk, free=free, channel=Channel.SELF, by=sam.entry)

        assert Availability.objects.get(participant=sam).free == half_hours(2, 8, 9)

    def test_hours_that_were_not_offered_are_left_out(self, case):
        sam = case.participants.get(number=2)
        made_up = ["2020-01-01T09:00", "x" * 5000, f"{local_time(1, 3):%Y-%m-%dT%H:%M}"]

        give_times(participant_id=sam.pk, free=made_up, channel=Channel.SELF, by=sam.entry)

        assert Availability.objects.get(participant=sam).free == []

    def test_staff_write_down_what_somebody_said_on_the_phone(self, case, coordinator):
        sam = case.participants.get(number=2)

        give_times(participant_id=sam.pk, free=half_hours(1, 18, 21), channel=Channel.PHONE, by=coordinator)

        assert Availability.objects.get(participant=sam).recorded_by == coordinator

    def test_nobody_gives_times_for_another_party(self, case):
        alex, sam = case.participants.all()

        with pytest.raises(PermissionDenied):
            give_times(participant_id=sam.pk, free=[], channel=Channel.SELF, by=alex.entry)

    def test_a_neutral_gives_their_own_and_not_the_others(self, case, pair):
        own, other = (case.assignments.get(neutral=person) for person in pair)

        give_neutral_times(assignment_id=own.pk, free=half_hours(1, 9, 12), channel=Channel.SELF, by=pair[0])
        with pytest.raises(PermissionDenied):
            give_neutral_times(assignment_id=other.pk, free=[], channel=Channel.PHONE, by=pair[0])

        assert Availability.objects.get(neutral=pair[0]).free == half_hours(1, 9, 12)

    @pytest.mark.parametrize("status", [CaseStatus.INVITING, CaseStatus.IN_SESSION, CaseStatus.HELD])
    def test_no_times_are_taken_while_none_is_looked_for(self, coordinator, status):
        case = make_case(status, coordinator=coordinator)
        sam = case.participants.get(number=2)

        with pytest.raises(TransitionRefused):
            give_times(participant_id=sam.pk, free=[], channel=Channel.SELF, by=sam.entry)

    def test_somebody_who_has_left_gives_no_times(self, case, coordinator):
        gone = make_participant(case, left_at=timezone.now())

        with pytest.raises(TransitionRefused):
            give_times(participant_id=gone.pk, free=[], channel=Channel.PHONE, by=coordinator)


class TestProposing:
    def test_up_to_five_times_are_sent_out(self, case, coordinator):
        propose_times(case_id=case.pk, starts=[local_time(days) for days in range(1, 6)], by=coordinator)

        assert case.proposed_times.count() == 5

    def test_a_sixth_is_refused(self, case, coordinator):
        propose_times(case_id=case.pk, starts=[local_time(days) for days in range(1, 6)], by=coordinator)

        with pytest.raises(TransitionRefused, match="five"):
            propose_times(case_id=case.pk, starts=[local_time(7)], by=coordinator)

        assert case.proposed_times.count() == 5

    def test_a_time_taken_back_makes_room_for_another(self, case, coordinator):
        first, *_others = propose_times(
            case_id=case.pk, starts=[local_time(days) for days in range(1, 6)], by=coordinator
        )
        take_back_time(proposed_id=first.pk, case_id=case.pk, by=coordinator)

        propose_times(case_id=case.pk, starts=[local_time(7)], by=coordinator)

        assert case.proposed_times.count() == 5

    def test_the_same_time_twice_is_one_time(self, case, coordinator):
        propose_times(case_id=case.pk, starts=[local_time(1), local_time(1)], by=coordinator)
        propose_times(case_id=case.pk, starts=[local_time(1)], by=coordinator)

        assert case.proposed_times.count() == 1

    @pytest.mark.parametrize(
        "start",
        [
            lambda: timezone.now() - timedelta(days=1),
            lambda: timezone.now() + timedelta(hours=1),
            lambda: local_time(2, hour=6),
            lambda: local_time(2, hour=21),
        ],
    )
    def test_a_time_that_is_past_too_soon_or_at_night_is_refused(self, case, coordinator, start):
        with pytest.raises(TransitionRefused):
            propose_times(case_id=case.pk, starts=[start()], by=coordinator)

        assert not case.proposed_times.exists()

    def test_only_the_office_proposes(self, case, pair):
        with pytest.raises(PermissionDenied):
            propose_times(case_id=case.pk, starts=[local_time(1)], by=pair[0])
        with pytest.raises(PermissionDenied):
            take_back_time(proposed_id=1, case_id=case.pk, by=pair[0])

    def test_each_says_which_fit_and_times_of_other_cases_are_left_out(self, case, coordinator):
        _one, two = propose_times(case_id=case.pk, starts=[local_time(1), local_time(2)], by=coordinator)
        other = make_case(coordinator=coordinator)
        [foreign] = propose_times(case_id=other.pk, starts=[local_time(1)], by=coordinator)
        sam = case.participants.get(number=2)

        answer_proposed(participant_id=sam.pk, fits=[two.pk, foreign.pk], channel=Channel.SELF, by=sam.entry)

        assert Availability.objects.get(participant=sam).fits == [two.pk]

    def test_a_time_that_everyone_says_yes_to_is_a_common_start(self, case, coordinator):
        _one, two = propose_times(case_id=case.pk, starts=[local_time(1), local_time(2)], by=coordinator)
        for person in case.participants.all():
            answer_proposed(participant_id=person.pk, fits=[two.pk], channel=Channel.SELF, by=person.entry)
        for assignment in case.assignments.accepted():
            answer_proposed(assignment_id=assignment.pk, fits=[two.pk], channel=Channel.PHONE, by=coordinator)

        assert [start.starts_at for start in times_of(fresh(case)).common] == [local_time(2)]

    def test_none_of_them_is_an_answer_too(self, case, coordinator):
        propose_times(case_id=case.pk, starts=[local_time(1)], by=coordinator)
        sam = case.participants.get(number=2)

        answer_proposed(participant_id=sam.pk, fits=[], channel=Channel.SELF, by=sam.entry)

        times = times_of(fresh(case))
        assert "Sam" not in times.waiting_for
        assert times.common == []


class TestMatching:
    def test_the_earliest_common_starts_are_listed(self, case):
        everyone_gives(case, half_hours(2, 18, 21))

        times = times_of(fresh(case))

        assert [start.starts_at for start in times.common] == [
            local_time(2, 18),
            local_time(2, 18, 30),
            local_time(2, 19),
        ]
        assert times.waiting_for == []

    def test_whose_times_are_missing_is_said(self, case, pair):
        alex = case.participants.get(number=1)
        give_times(participant_id=alex.pk, free=half_hours(1, 9, 11), channel=Channel.SELF, by=alex.entry)

        times = times_of(fresh(case))

        assert times.common == []
        assert [start.starts_at for start in times.nearly][:1] == [local_time(1, 9)]
        assert times.nearly[0].missing == ["Sam", *(person.get_full_name() for person in pair)]

    def test_whom_the_next_ones_do_not_suit_is_said(self, case):
        everyone_gives(case, half_hours(1, 9, 11))
        sam = case.participants.get(number=2)
        give_times(participant_id=sam.pk, free=half_hours(3, 9, 11), channel=Channel.SELF, by=sam.entry)

        times = times_of(fresh(case))

        assert times.common == []
        assert [(start.starts_at, start.unfit) for start in times.nearly] == [(local_time(1, 9), ["Sam"])]

    def test_what_another_case_has_booked_is_not_free(self, case, pair):
        everyone_gives(case, half_hours(1, 9, 11) + half_hours(2, 9, 11))
        make_booking(make_case(CaseStatus.BOOKED, accepted=[pair[0]]), starts_at=local_time(1, 10))

        assert [start.starts_at for start in times_of(fresh(case)).common] == [local_time(2, 9)]

    def test_times_given_for_an_earlier_session_no_longer_count(self, case):
        everyone_gives(case, half_hours(2, 9, 11))
        make_booking(case, starts_at=timezone.now() + timedelta(minutes=1), minutes=1, status="USED")
        Availability.objects.update(given_at=timezone.now() - timedelta(days=1))

        times = times_of(fresh(case))

        assert len(times.waiting_for) == 4
        assert times.common == []
