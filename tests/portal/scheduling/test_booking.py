from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from portal.cases.actions import TransitionRefused
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus
from portal.mail.models import Mailing
from portal.mail.statuses import MailKind
from portal.scheduling.actions import (
    book_session,
    cancel_booking,
    cancel_everything,
    free_booking,
    move_booking,
    use_booking,
)
from portal.scheduling.actions.occupying import Overlap
from portal.scheduling.models import Reservation
from portal.scheduling.statuses import BookingStatus
from portal.screening.models import RubricVersion, Screening
from tests.factories import make_booking, make_case, make_neutral, make_room, sign_in
from tests.factories.scheduling import local_time
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(coordinator, pair):
    return make_case(coordinator=coordinator, accepted=pair)


def events():
    """Every calendar file in the outbox by its address, newest last."""
    files = {}
    for mailing in Mailing.objects.filter(kind=MailKind.CALENDAR).order_by("created_at", "pk"):
        files.setdefault(mailing.address, []).append(mailing.context["ics"])
    return files


def event_of(text):
    calendar = Calendar.from_ical(text)
    return calendar["method"], calendar.walk("VEVENT")[0]


def test_booking_takes_the_time_of_both_neutrals_and_the_room(case, coordinator, pair):
    room = make_room()

    booking = book_session(case_id=case.pk, starts_at=local_time(), room=room, by=coordinator)

    case.refresh_from_db()
    assert case.status == CaseStatus.BOOKED
    assert booking.ends_at - booking.starts_at == timedelta(hours=2)
    assert set(Reservation.objects.values_list("neutral", "room")) == {
        (pair[0].pk, None),
        (pair[1].pk, None),
        (None, room.pk),
    }


def test_everyone_gets_one_calendar_file_of_their_own(case, coordinator, pair):
    book_session(case_id=case.pk, starts_at=local_time(), place="https://meet.example.edu/x", by=coordinator)

    files = events()
    everyone = [person.safe_email for person in case.participants.all()] + [person.email for person in pair]
    assert set(files) == set(everyone)
    uids = set()
    for address, texts in files.items():
        [text] = texts
        method, event = event_of(text)
        uids.add(str(event["uid"]))
        assert method == "REQUEST"
        assert event["attendee"] == f"mailto:{address}"
        assert not set(everyone) - {address} & set(text.split("mailto:"))
    assert len(uids) == 4


def test_a_calendar_file_tells_nothing_but_the_time(case, coordinator, pair):
    book_session(case_id=case.pk, starts_at=local_time(), place="Room behind the library", by=coordinator)

    [text] = events()[case.participants.get(number=1).safe_email]
    _method, event = event_of(text)
    telling = ["Alex", "Sam", case.reference, "library", "ediation", "onflict", "ccord", pair[0].last_name]
    assert event["summary"] == "Appointment"
    assert [word for word in telling if word in text] == []


def test_a_mailbox_that_others_read_gets_no_file(case, coordinator):
    sam = case.participants.get(number=2)
    sam.contact = {**sam.contact, "shared_mailbox": True}
    sam.save()

    book_session(case_id=case.pk, starts_at=local_time(), by=coordinator)

    assert sam.safe_email not in events()
    assert [mail.address for mail in Mailing.objects.filter(kind=MailKind.NEWS)] == [sam.safe_email]


def test_a_moved_session_keeps_its_uid_and_counts_upwards(case, coordinator, pair):
    booking = book_session(case_id=case.pk, starts_at=local_time(), by=coordinator)
    move_booking(booking_id=booking.pk, starts_at=local_time(days=2, hour=18), by=coordinator)
    cancel_booking(booking_id=booking.pk, by=coordinator)

    found = [event_of(text) for text in events()[pair[0].email]]
    assert [method for method, _event in found] == ["REQUEST", "REQUEST", "CANCEL"]
    assert [event["sequence"] for _method, event in found] == [0, 1, 2]
    assert len({event["uid"] for _method, event in found}) == 1
    assert found[1][1]["dtstart"].dt == local_time(days=2, hour=18)


def test_moving_frees_the_old_time(case, coordinator, pair):
    booking = book_session(case_id=case.pk, starts_at=local_time(), by=coordinator)

    move_booking(booking_id=booking.pk, starts_at=local_time(days=3), by=coordinator)

    assert set(Reservation.objects.values_list("starts_at", flat=True)) == {local_time(days=3)}


def test_a_session_can_move_by_half_an_hour(case, coordinator):
    booking = book_session(case_id=case.pk, starts_at=local_time(), room=make_room(), by=coordinator)

    moved = move_booking(booking_id=booking.pk, starts_at=local_time(minute=30), room=booking.room, by=coordinator)

    assert moved.starts_at == local_time(minute=30)


def test_a_cancelled_booking_sends_the_case_back_to_looking_for_a_time(case, coordinator):
    booking = book_session(case_id=case.pk, starts_at=local_time(), by=coordinator)

    cancel_booking(booking_id=booking.pk, by=coordinator)

    case.refresh_from_db()
    booking.refresh_from_db()
    assert (case.status, booking.status) == (CaseStatus.ARRANGING, BookingStatus.CANCELLED)
    assert not Reservation.objects.exists()
    with pytest.raises(TransitionRefused):
        cancel_booking(booking_id=booking.pk, by=coordinator)


@pytest.mark.parametrize("shift", [-90, -30, 0, 30, 90])
def test_a_neutral_is_not_booked_at_overlapping_times(case, coordinator, pair, shift):
    make_booking(make_case(CaseStatus.BOOKED, accepted=[pair[1]]), starts_at=local_time())

    with pytest.raises(Overlap, match=pair[1].get_full_name()):
        book_session(case_id=case.pk, starts_at=local_time() + timedelta(minutes=shift), by=coordinator)

    case.refresh_from_db()
    assert case.status == CaseStatus.ARRANGING
    assert not case.bookings.exists()


@pytest.mark.parametrize("shift", [-120, 120])
def test_one_session_may_follow_another_without_a_gap(case, coordinator, pair, shift):
    make_booking(make_case(CaseStatus.BOOKED, accepted=[pair[1]]), starts_at=local_time())

    book_session(case_id=case.pk, starts_at=local_time() + timedelta(minutes=shift), by=coordinator)


def test_a_room_is_not_booked_at_overlapping_times(case, coordinator):
    room = make_room(name="Room 12")
    make_booking(make_case(CaseStatus.BOOKED, accepted=[make_neutral()]), room=room)

    with pytest.raises(Overlap, match="Room 12"):
        book_session(case_id=case.pk, starts_at=local_time(), room=room, by=coordinator)


@pytest.mark.parametrize(
    ("starts_at", "words"),
    [
        (lambda: timezone.now() - timedelta(days=1), "too soon"),
        (lambda: timezone.now() + timedelta(minutes=30), "too soon"),
        (lambda: local_time(days=2, hour=7), "between 08:00 and 22:00"),
        (lambda: local_time(days=2, hour=20, minute=30), "between 08:00 and 22:00"),
        (lambda: local_time(days=2, hour=10, minute=15), "half hour"),
    ],
)
def test_a_time_at_which_no_session_can_be_held_is_refused(case, coordinator, starts_at, words):
    with pytest.raises(TransitionRefused, match=words):
        book_session(case_id=case.pk, starts_at=starts_at(), by=coordinator)


def test_no_session_is_booked_without_a_pair(coordinator, pair):
    case = make_case(coordinator=coordinator, accepted=pair[:1])

    with pytest.raises(TransitionRefused, match="1 more mediator"):
        book_session(case_id=case.pk, starts_at=local_time(), by=coordinator)

    assert not Reservation.objects.exists()


def test_no_second_session_is_booked_beside_the_first(case, coordinator):
    book_session(case_id=case.pk, starts_at=local_time(), by=coordinator)

    with pytest.raises(TransitionRefused):
        book_session(case_id=case.pk, starts_at=local_time(days=4), by=coordinator)

    assert case.bookings.count() == 1


def test_only_the_office_books_moves_and_cancels(case, coordinator, pair):
    booking = book_session(case_id=case.pk, starts_at=local_time(), by=coordinator)

    with pytest.raises(PermissionDenied):
        book_session(case_id=case.pk, starts_at=local_time(), by=pair[0])
    with pytest.raises(PermissionDenied):
        move_booking(booking_id=booking.pk, starts_at=local_time(days=2), by=pair[0])
    with pytest.raises(PermissionDenied):
        cancel_booking(booking_id=booking.pk, by=pair[0])


def test_an_ending_gives_the_time_back_and_takes_it_out_of_calendars(case, coordinator, pair):
    book_session(case_id=case.pk, starts_at=local_time(), by=coordinator)
    case = Case.objects.select_related("matter", "programme").get(pk=case.pk)

    cancel_everything(case)
    cancel_everything(case)

    assert not Reservation.objects.exists()
    assert [event_of(text)[0] for text in events()[pair[0].email]] == ["REQUEST", "CANCEL"]


def test_a_held_session_keeps_its_time_and_a_missed_one_gives_it_back(case, coordinator):
    booking = book_session(case_id=case.pk, starts_at=local_time(), by=coordinator)

    use_booking(booking)
    assert Reservation.objects.count() == 2

    free_booking(booking)
    assert not Reservation.objects.exists()


def screened_with(case, *safeguards, standing="IN_FORCE"):
    make_texts()
    reader = {"reader": "STAFF"} if standing == "WAITING" else {}
    return Screening.objects.create(
        vault_key=case.vault_key,
        matter=case.matter,
        rubric=RubricVersion.objects.get(programme=case.programme),
        standing=standing,
        decision="SUITABLE",
        process="MEDIATION",
        reason="Fits",
        answers={"safeguards": list(safeguards)},
        decided_by=case.coordinator,
        **reader,
    )


def test_a_safeguard_from_screening_is_arranged_before_a_time_is_booked(case, coordinator):
    screened_with(case, "SEPARATE_ROOMS", "SHORTER")

    with pytest.raises(TransitionRefused, match="Separate rooms"):
        book_session(case_id=case.pk, starts_at=local_time(), place="By video", by=coordinator)
    booking = book_session(case_id=case.pk, starts_at=local_time(), place="By video", arranged=True, by=coordinator)
    with pytest.raises(TransitionRefused, match="Shorter sessions"):
        move_booking(booking_id=booking.pk, starts_at=local_time(hour=16), place="By video", by=coordinator)


def test_what_waits_for_a_second_reader_binds_nobody_yet(case, coordinator):
    screened_with(case, "REMOTE", standing="WAITING")

    assert book_session(case_id=case.pk, starts_at=local_time(), place="By video", by=coordinator)


def test_the_booking_page_asks_whether_the_safeguards_are_arranged(client, case, coordinator):
    screened_with(case, "SEPARATE_ROOMS")
    sign_in(client, coordinator)
    url = reverse("portal:scheduling:book", args=[case.reference])
    sent = {"starts_at": f"{local_time():%Y-%m-%dT%H:%M}", "room": "", "place": "Hall 2"}
    assert "Separate rooms" in client.get(url).text

    refused = client.post(url, sent)
    assert refused.status_code == 422
    assert "Hall 2" in refused.text

    assert client.post(url, sent | {"arranged": "on"}).status_code == 302
    case.refresh_from_db()
    assert case.status == CaseStatus.BOOKED
