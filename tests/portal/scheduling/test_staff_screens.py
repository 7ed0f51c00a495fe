"""The staff's pages of pair and time."""

import pytest
from django.urls import reverse

from portal.cases.models import Tie
from portal.cases.statuses import CaseStatus, TieAnswer, TieSource
from portal.scheduling.models import Availability, Booking
from tests.factories import (
    make_assignment,
    make_booking,
    make_case,
    make_neutral,
    make_office,
    make_room,
    make_staff,
    sign_in,
)
from tests.factories.scheduling import local_time

from .outbox import current

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def office():
    return make_office()


@pytest.fixture
def desk(client, coordinator):
    sign_in(client, coordinator)
    return client


def url(name, case, **kwargs):
    return reverse(f"portal:scheduling:{name}", kwargs={"reference": case.reference, **kwargs})


def test_the_pair_page_suggests_with_reasons_and_asks_two(desk, case, pair):
    page = desk.get(url("pair", case))
    assert page.status_code == 200
    assert "Leads" in page.text
    assert "Conducts no case now" in page.text

    answer = desk.post(url("pair", case), {"neutral": [person.pk for person in pair]})

    assert answer.status_code == 302
    assert current(case) == set(pair)


def test_asking_one_is_refused_in_words_and_keeps_what_was_ticked(desk, case, pair):
    page = desk.post(url("pair", case), {"neutral": [pair[0].pk]})

    assert "Choose exactly 2." in page.text
    assert f'value="{pair[0].pk}" id="neutral_{pair[0].pk}" checked' in page.text
    assert current(case) == set()


def test_asking_nobody_or_somebody_made_up_is_a_kind_error(desk, case, pair):
    for neutral in ([], ["not-a-person"], [make_staff("INTERN").pk]):
        page = desk.post(url("pair", case), {"neutral": neutral})
        assert page.status_code == 422
        assert "There is a problem" in page.text


def test_staff_write_down_what_a_neutral_said_on_the_phone(desk, case, pair):
    assignment = make_assignment(case, pair[0])

    page = desk.post(url("answer_for", case, pk=assignment.pk), {"answer": "NO"})
    assert page.status_code == 422

    desk.post(url("answer_for", case, pk=assignment.pk), {"answer": "NO", "channel": "PHONE"})
    assignment.refresh_from_db()
    assert assignment.is_accepted


def test_staff_replace_somebody_after_one_more_question(desk, case, pair):
    assignment = make_assignment(case, pair[0], accepted=True)

    assert "Replace Priya" in desk.get(url("replace", case, pk=assignment.pk)).text
    desk.post(url("replace", case, pk=assignment.pk))

    assert current(case) == set()


def test_staff_write_down_an_objection_and_a_yes_to_the_new_pair(desk, case, pair):
    first, second = (make_assignment(case, person, accepted=True) for person in pair)
    alex = case.participants.get(number=1)

    desk.post(url("object_for", case, pk=first.pk), {"party": alex.pk, "channel": "PHONE"})
    assert current(case) == {pair[1]}

    make_assignment(case, make_neutral(), accepted=True)
    desk.post(url("agree_for", case, number=1), {"channel": "PHONE"})
    page = desk.get(url("pair", case))
    assert "Is fine with the pair" in page.text
    assert second.is_accepted


def test_an_assignment_of_another_case_is_not_found_under_this_one(desk, case, pair):
    elsewhere = make_assignment(make_case(), pair[0])

    for name in ("answer_for", "replace", "object_for"):
        assert desk.get(url(name, case, pk=elsewhere.pk)).status_code == 404
    assert desk.get(url("give_for_neutral", case, pk=elsewhere.pk)).status_code == 404
    assert desk.get(url("give_for", case, number=99)).status_code == 404


def test_a_common_start_is_booked_in_two_steps(desk, coordinator, pair):
    case = make_case(coordinator=coordinator, accepted=pair)
    room = make_room(name="Room 12")
    give_all(desk, case)

    page = desk.get(url("times", case))
    assert "Suits everyone" in page.text
    assert "Book the session" in desk.get(url("book", case), {"start": local_time(2, 18).isoformat()}).text
    desk.post(url("book", case), {"starts_at": f"{local_time(2, 18):%Y-%m-%dT%H:%M}", "room": room.pk})

    booking = Booking.objects.get()
    assert (booking.starts_at, booking.room) == (local_time(2, 18), room)
    assert "Booked" in desk.get(url("times", case)).text


def give_all(desk, case):
    free = [f"{local_time(2, 18, 0):%Y-%m-%dT}{hour}:{minute}" for hour in (18, 19) for minute in ("00", "30")]
    sent = {"part": "free", "free": free, "channel": "PHONE"}
    for person in case.participants.all():
        desk.post(url("give_for", case, number=person.number), sent)
    for assignment in case.assignments.all():
        desk.post(url("give_for_neutral", case, pk=assignment.pk), sent)


def test_times_too_short_for_a_session_are_kept_in_the_form(desk, case):
    value = f"{local_time(2, 18):%Y-%m-%dT%H:%M}"

    page = desk.post(url("give_for", case, number=1), {"part": "free", "free": [value], "channel": "PHONE"})

    assert page.status_code == 422
    assert "takes 2 hours" in page.text
    assert f'value="{value}" checked' in page.text
    assert not Availability.objects.exists()


def test_no_time_at_all_can_be_said(desk, case):
    assert desk.post(url("give_for", case, number=1), {"part": "free", "channel": "PHONE"}).status_code == 422

    desk.post(url("give_for", case, number=1), {"part": "free", "no_time": "on", "channel": "PHONE"})

    assert Availability.objects.get().free == []


def test_concrete_times_are_sent_out_and_answered(desk, case):
    start = f"{local_time(3, 10):%Y-%m-%dT%H:%M}"
    desk.post(url("propose", case), {"first": start})
    [proposed] = case.proposed_times.all()

    assert "Which of these times fit?" in desk.get(url("give_for", case, number=2)).text
    sent = {"part": "fits", "fits": [proposed.pk], "channel": "PHONE"}
    desk.post(url("give_for", case, number=2), sent)

    assert Availability.objects.get().fits == [proposed.pk]
    desk.post(url("take_back", case, pk=proposed.pk))
    assert not case.proposed_times.exists()


def test_a_time_that_is_no_time_is_a_kind_error(desk, case):
    for bad in ("tomorrow", "2026-13-45T99:00", "x" * 5000):
        page = desk.post(url("propose", case), {"first": bad})
        assert page.status_code == 422
        assert "There is a problem" in page.text


def test_a_booking_is_moved_and_cancelled(desk, coordinator, pair):
    case = make_case(CaseStatus.BOOKED, coordinator=coordinator, accepted=pair)
    make_booking(case, place="By video")

    desk.post(url("move", case), {"starts_at": f"{local_time(4, 9):%Y-%m-%dT%H:%M}", "place": "By video"})
    assert Booking.objects.get().starts_at == local_time(4, 9)
    assert "It leaves every calendar" in desk.get(url("cancel", case)).text
    desk.post(url("cancel", case))

    case.refresh_from_db()
    assert case.status == CaseStatus.ARRANGING
    assert desk.get(url("move", case)).status_code == 404


def test_a_booking_without_a_place_or_at_night_is_refused_with_words(desk, coordinator, pair):
    case = make_case(coordinator=coordinator, accepted=pair)

    page = desk.post(url("book", case), {"starts_at": f"{local_time(2, 18):%Y-%m-%dT%H:%M}"})
    assert "Choose a room" in page.text
    page = desk.post(url("book", case), {"starts_at": f"{local_time(2, 3):%Y-%m-%dT%H:%M}", "place": "By video"})
    assert "between 08:00 and 22:00" in page.text
    assert desk.get(url("book", case), {"start": "nonsense"}).status_code == 200
    assert not Booking.objects.exists()


PAGES = ("pair", "times", "propose", "book")


def test_a_member_of_staff_with_a_tie_finds_no_page_of_the_case(client, case):
    tied = make_staff("DIRECTOR")
    sign_in(client, tied)
    assert client.get(url("pair", case)).status_code == 200

    Tie.objects.create(matter=case.matter, person=tied, answer=TieAnswer.YES, source=TieSource.NAMED)

    missing = client.get("/portal/cases/C-XXXXX/pair/")
    for name in PAGES:
        answer = client.get(url(name, case))
        assert (answer.status_code, answer.content) == (404, missing.content)


def test_a_neutral_of_the_case_does_not_arrange_it(client, coordinator, pair):
    case = make_case(coordinator=coordinator, accepted=pair)
    sign_in(client, pair[0])

    assert [client.get(url(name, case)).status_code for name in PAGES] == [403] * len(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_nobody_gets_there_signed_out(client, case, name):
    assert client.get(url(name, case)).status_code in (302, 404)
