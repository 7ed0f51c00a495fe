"""The rooms: added, renamed, retired, and offered when a session is booked."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.cases.statuses import CaseStatus
from portal.scheduling.actions import add_room, change_room
from portal.scheduling.forms import BookForm
from portal.scheduling.models import Room
from tests.factories import make_case, make_neutral, make_room, sign_in, verified
from tests.factories.scheduling import make_booking

pytestmark = pytest.mark.django_db


def test_staff_add_a_room_and_can_book_it(client, coordinator):
    sign_in(client, coordinator)

    response = client.post(reverse("portal:scheduling:add_room"), {"name": "  Quayside   Hall 3 ", "seats": "8"})

    room = Room.objects.get()
    assert response.status_code == 302
    assert (room.name, room.seats) == ("Quayside Hall 3", 8)
    assert room in BookForm().fields["room"].queryset
    assert AuditLink.objects.filter(kind=AuditEvent.ROOM_ADDED).count() == 1


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"seats": "8"}, "Name: Please answer this question."),
        ({"name": "Quayside Hall 3", "seats": "8"}, "There is a room of this name already."),
        ({"name": "x" * 81, "seats": "8"}, "Please shorten this by 1 letter: at most 80 fit."),
        ({"name": "Attic", "seats": "many"}, "whole number"),
    ],
)
def test_what_cannot_be_a_room_is_told_kindly_and_kept(client, coordinator, typed, words):
    make_room(name="Quayside Hall 3")
    sign_in(client, coordinator)

    response = client.post(reverse("portal:scheduling:add_room"), typed)

    assert response.status_code == 422
    assert words in response.text
    assert typed.get("name", "") in response.text
    assert Room.objects.count() == 1


def test_a_retired_room_is_booked_no_more_and_keeps_what_is_booked(client, coordinator):
    room = make_room(name="Old Library")
    booking = make_booking(make_case(CaseStatus.BOOKED, coordinator=coordinator), room=room)
    sign_in(client, coordinator)

    client.post(reverse("portal:scheduling:change_room", args=[room.pk]), {"name": "Old Library", "seats": "6"})

    booking.refresh_from_db()
    assert booking.room == room
    assert room not in BookForm().fields["room"].queryset
    page = client.get(reverse("portal:scheduling:rooms")).text
    assert "Retired" in page
    assert AuditLink.objects.filter(kind=AuditEvent.ROOM_CHANGED).count() == 1


def test_saving_a_room_as_it_was_leaves_no_trace(coordinator):
    room = make_room()

    change_room(room_id=room.pk, name=room.name, seats=room.seats, is_active=True, by=verified(coordinator))

    assert AuditLink.objects.filter(kind=AuditEvent.ROOM_CHANGED).count() == 0


def test_a_room_cannot_take_the_name_of_another(coordinator):
    make_room(name="Attic")
    room = make_room(name="Cellar")

    with pytest.raises(ValidationError):
        change_room(room_id=room.pk, name="Attic", seats=6, is_active=True, by=verified(coordinator))


def test_who_does_not_coordinate_neither_sees_nor_changes_rooms(client):
    neutral = make_neutral()
    room = make_room()
    sign_in(client, neutral)

    assert client.get(reverse("portal:scheduling:rooms")).status_code == 403
    assert client.post(reverse("portal:scheduling:add_room"), {"name": "Attic", "seats": "4"}).status_code == 403
    assert client.get(reverse("portal:scheduling:change_room", args=[room.pk])).status_code == 403
    with pytest.raises(PermissionDenied):
        add_room(name="Attic", seats=4, by=verified(neutral))


def test_no_room_yet_says_what_appears_here(client, coordinator):
    sign_in(client, coordinator)

    assert "No room yet" in client.get(reverse("portal:scheduling:rooms")).text


@pytest.mark.parametrize("count", [1, 3])
def test_the_rooms_cost_the_same_however_many(client, coordinator, count, django_assert_max_num_queries):
    for _number in range(count):
        make_room()
    sign_in(client, coordinator)

    with django_assert_max_num_queries(11):
        client.get(reverse("portal:scheduling:rooms"))
