"""Checking in at the door: a device tied to one meeting, a QR code for people's own phones, no scripts, no sign-in."""

import re
from datetime import timedelta

import pytest
import time_machine

from portal.audit.models import AuditLink
from tests.counting import full_cost
from tests.factories import make_staff, sign_in
from tests.factories.training import make_enrolment, make_learner, make_offering
from training import links
from training.models import Attendance, CheckInDesk, Enrolment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]


@pytest.fixture
def evening():
    """An hour before a meeting of two hours for Ada and Ben; Cleo only waits."""
    offering = make_offering(places=2, begins_in=30)
    people = [make_enrolment(offering, make_learner(n, f"{n.lower()}@example.org")) for n in ("Ada", "Ben", "Cleo")]
    with time_machine.travel(offering.meetings.first().starts_at - timedelta(hours=1)) as clock:
        yield offering, people, clock


def opened(client, offering):
    """The office opens a desk; the code that it is shown once."""
    sign_in(client, make_staff("TRAINING_MANAGER"))
    page = f"/portal/training/dates/{offering.pk}/check-in/{offering.meetings.first().pk}/"
    code = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", client.post(page).content.decode()).group()
    assert code not in client.get(page).content.decode()
    return code


@pytest.fixture
def device(client, evening):
    """A device at the door that was let in."""
    tablet = client.__class__()
    assert tablet.post("/here/", {"code": opened(client, evening[0]).lower().replace("-", " ")}).url == "/here/door/"
    return tablet


def phone_path(device):
    assert "<svg" in device.get("/here/door/").content.decode()
    return links.here_path(CheckInDesk.objects.get().pk)


def attended():
    return dict(Attendance.objects.values_list("enrolment", "quarters"))


def test_one_tap_on_a_name_is_enough_and_two_are_one(device, evening):
    _offering, (ada, _ben, _cleo), _clock = evening
    page = device.get("/here/door/").content.decode()
    assert ("Ada" in page, "Ben" in page, "Cleo" in page) == (True, True, False)

    for _twice in range(2):
        device.post("/here/door/", {"enrolment": ada.pk})

    assert attended() == {ada.pk: 8}
    assert Attendance.objects.get().noted_by is None
    assert "Ada" not in device.get("/here/door/").content.decode()
    assert AuditLink.objects.filter(kind="CHECKED_IN").count() == 1


@pytest.mark.parametrize(("late", "quarters"), [(0, 8), (14, 8), (16, 7), (31, 6), (119, 1)])
def test_whoever_comes_late_is_noted_from_the_quarter_hour_that_has_begun(device, evening, late, quarters):
    _offering, (ada, _ben, _cleo), clock = evening
    clock.shift(timedelta(hours=1, minutes=late))

    device.post("/here/door/", {"enrolment": ada.pk})

    assert attended() == {ada.pk: quarters}


def test_what_the_office_noted_stays(client, device, evening):
    offering, (ada, _ben, _cleo), _clock = evening
    page = f"/portal/training/dates/{offering.pk}/attendance/?meeting={offering.meetings.first().pk}"
    client.post(page, {f"hours-{ada.pk}": "0.5"})

    device.post("/here/door/", {"enrolment": ada.pk})

    assert attended() == {ada.pk: 2}


def test_a_device_knows_its_own_meeting_and_nobody_who_only_waits(device, evening):
    _offering, (_ada, _ben, cleo), _clock = evening
    stranger = make_enrolment(make_offering(begins_in=60))

    device.post("/here/door/", {"enrolment": cleo.pk})
    foreign = device.post("/here/door/", {"enrolment": stranger.pk})
    nonsense = device.post("/here/door/", {"enrolment": "x"})

    assert (attended(), foreign.status_code, nonsense.status_code) == ({}, 404, 404)


def test_a_code_lets_one_device_in_once_and_not_after_ten_minutes(client, evening):
    offering, _people, clock = evening
    code = opened(client, offering)
    one, other = client.__class__(), client.__class__()

    one.post("/here/", {"code": code})
    again = other.post("/here/", {"code": code})
    late = opened(client, offering)
    clock.shift(timedelta(minutes=11))
    too_late = other.post("/here/", {"code": late})

    assert [response.status_code for response in (again, too_late)] == [422, 422]
    assert "does not work" in again.content.decode()
    assert other.get("/here/door/").url == "/here/"


@pytest.mark.parametrize("code", ["", "AAAA-AAAA", "x" * 21, "'; --"])
def test_a_made_up_code_lets_nobody_in(client, evening, code):
    opened(client, evening[0])

    assert client.__class__().post("/here/", {"code": code}).status_code == 422


def test_guessing_codes_is_slow(client, evening):
    code, guesser = opened(client, evening[0]), client.__class__()
    for _number in range(20):
        guesser.post("/here/", {"code": "AAAA-AAAA"})

    response = guesser.post("/here/", {"code": code})

    assert "Too many codes" in response.content.decode()
    assert CheckInDesk.objects.get().device_hash == ""


def test_a_forged_cookie_and_a_closed_desk_show_no_name(client, device, evening):
    device.cookies["check_in"] = "made-up"
    assert device.get("/here/door/").url == "/here/"


def test_the_office_and_the_device_can_close_the_desk(client, device, evening):
    desk = CheckInDesk.objects.get()
    client.post(f"/portal/training/check-in/{desk.pk}/close/")
    assert device.get("/here/door/").url == "/here/"

    device.post("/here/", {"code": opened(client, evening[0])})
    device.post("/here/door/", {"stop": "yes"})

    assert device.get("/here/door/").url == "/here/"
    assert CheckInDesk.objects.filter(closed_at=None).count() == 0


def test_an_hour_after_the_meeting_the_device_knows_nobody(device, evening):
    _offering, (ada, _ben, _cleo), clock = evening
    clock.shift(timedelta(hours=3, minutes=30))
    over = device.post("/here/door/", {"enrolment": ada.pk}, follow=True)
    assert "This meeting is over" in over.content.decode()
    clock.shift(timedelta(minutes=31))

    assert device.get("/here/door/").url == "/here/"
    assert attended() == {}


def test_with_the_qr_code_somebody_checks_in_on_their_own_phone(device, evening):
    _offering, (_ada, ben, _cleo), _clock = evening
    phone, path = device.__class__(), phone_path(device)
    assert "Ada" not in phone.get(path).content.decode()

    done = phone.post(path, {"address": " Ben+course@Example.org "})

    assert "You are on the list" in done.content.decode()
    assert attended() == {ben.pk: 8}


@pytest.mark.parametrize("address", ["cleo@example.org", "nobody@example.org", "not an address", ""])
def test_an_address_without_a_place_is_told_in_the_same_words_and_kept_as_typed(device, evening, address):
    response = device.__class__().post(phone_path(device), {"address": address})

    assert response.status_code == 422
    assert (f'value="{address}"' in response.content.decode()) == bool(address)
    assert attended() == {}


def test_a_qr_code_from_a_while_ago_and_a_forged_one_lead_nowhere(device, evening):
    path, phone = phone_path(device), device.__class__()
    forged = [f"{path[:-3]}xx/", "/here/1:abc:def/", "/here/nonsense/", links.here_path(999_999)]
    assert [phone.post(one, {"address": "ada@example.org"}).status_code for one in forged] == [404] * 4

    evening[2].shift(timedelta(minutes=11))

    assert phone.post(path, {"address": "ada@example.org"}).status_code == 404
    assert attended() == {}


def test_the_address_in_the_qr_code_says_nothing_of_the_course(device, evening):
    path = phone_path(device)

    assert path.startswith("/here/")
    assert "train" not in path
    assert "course" not in path


def test_a_desk_is_opened_on_the_day_and_for_a_course_that_takes_place(client, evening):
    offering, _people, clock = evening
    sign_in(client, make_staff("TRAINING_MANAGER"))
    later = offering.meetings.last()
    page = f"/portal/training/dates/{offering.pk}/check-in/{later.pk}/"

    too_early = client.post(page)
    clock.shift(timedelta(days=20))
    over = client.post(page)

    assert "twelve hours before" in too_early.content.decode()
    assert over.status_code in (200, 302)
    assert CheckInDesk.objects.count() == 0


def test_the_door_costs_the_same_with_one_and_three_people(device, evening):
    offering, _people, _clock = evening
    offering.enrolments.exclude(line=1).delete()
    one = full_cost(device, "/here/door/")
    for number in range(2):
        late = make_learner()
        facts = {"vault_key": late.vault_key, "status": "CONFIRMED", "line": 50 + number}
        Enrolment.objects.create(offering=offering, learner=late, **facts)

    assert full_cost(device, "/here/door/") == one <= 15
