"""A seat may be vacant or its holder away: somebody acts for it or its work falls to somebody; nothing is orphaned."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from portal.accounts.actions import NotPossible, end_role, settle_roles
from portal.accounts.models import RoleGrant, User
from portal.cases.models import Case
from portal.intake.models import Request
from portal.seats.actions import hand_over, name_acting
from portal.seats.queries import seats_for
from tests.counting import full_cost
from tests.factories.cases import make_case
from tests.factories.office import make_office, make_programme
from tests.factories.people import make_staff
from tests.factories.requests import make_request
from tests.factories.signing_in import sign_in, verified

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

TODAY = timezone.localdate


def office():
    make_office()
    programme = make_programme("ADR", name="Alternative Dispute Resolution", destroys_at_close=False)
    return programme, make_staff("DIRECTOR", programme, last_name="Dora")


def fresh(person):
    return verified(User.objects.get(pk=person.pk))


def seat_of(director, code):
    (one,) = seats_for(fresh(director))
    return next(seat for seat in one.seats if seat.role.code == code)


def act_for(programme, director, person, **facts):
    usual = {"starts_on": TODAY(), "ends_on": TODAY() + timedelta(days=30), "interest": "none"}
    return name_acting(role="COORDINATOR", programme=programme, person=person, by=fresh(director), **(usual | facts))


def test_the_work_of_a_vacant_seat_falls_to_the_director():
    _programme, director = office()

    seat = seat_of(director, "COORDINATOR")

    assert seat.is_vacant
    assert seat.does_it == [director]
    assert seat_of(director, "CASE_MANAGER").does_it == [director]


def test_whoever_acts_does_the_work_and_may_what_the_seat_may_until_the_last_day(client):
    programme, director = office()
    somebody = make_staff("NEUTRAL", programme)
    case = make_case(programme=programme)
    assert case not in Case.objects.visible_to(fresh(somebody))

    grant = act_for(programme, director, somebody)

    assert seat_of(director, "COORDINATOR").does_it == [somebody]
    assert case in Case.objects.visible_to(fresh(somebody))

    RoleGrant.objects.filter(pk=grant.pk).update(
        starts_on=TODAY() - timedelta(days=9), ends_on=TODAY() - timedelta(days=1)
    )
    assert case not in Case.objects.visible_to(fresh(somebody))
    assert settle_roles() == 1
    assert seat_of(director, "COORDINATOR").does_it == [director]


def test_nobody_acts_without_a_last_day():
    programme, director = office()

    with pytest.raises(IntegrityError), transaction.atomic():
        act_for(programme, director, make_staff("NEUTRAL", programme), ends_on=None)


def test_while_the_holder_is_away_the_cover_does_it_and_without_one_the_director():
    programme, director = office()
    coordinator = make_staff(programme=programme)
    assert seat_of(director, "COORDINATOR").does_it == [coordinator]

    User.objects.filter(pk=coordinator.pk).update(away_until=TODAY() + timedelta(days=5))
    assert seat_of(director, "COORDINATOR").does_it == [director]

    cover = make_staff(programme=make_programme())
    User.objects.filter(pk=coordinator.pk).update(cover=cover)
    assert seat_of(director, "COORDINATOR").does_it == [cover]


def test_what_waits_for_somebody_who_is_away_or_gone_is_shown_without_numbers():
    programme, director = office()
    gone = make_staff("NEUTRAL", programme)
    make_case(programme=programme, coordinator=gone)
    make_case(programme=programme)
    request = make_request(programme=programme)
    Request.objects.filter(pk=request.pk).update(assigned_to=gone)

    (one,) = seats_for(fresh(director))

    assert {(line.person, tuple(line.what)) for line in one.waiting} == {
        (None, ("Open cases",)),
        (gone, ("Open cases", "Open requests")),
    }


def test_what_waits_says_nothing_of_a_case_that_a_tie_hides():
    programme, director = office()
    gone = make_staff("COORDINATOR", programme)
    gone.grants.update(ended_at=timezone.now(), ended_by=director)
    case = make_case(programme=programme, coordinator=gone)
    (before,) = seats_for(fresh(director))
    case.matter.ties.create(person=director, source="DECLARED")

    (now,) = seats_for(fresh(director))

    assert [line.person for line in before.waiting] == [gone]
    assert now.waiting == []


def test_handing_over_moves_all_but_what_the_other_may_not_open():
    programme, director = office()
    gone, to = make_staff(programme=programme), make_staff(programme=programme)
    case, tied = make_case(programme=programme, coordinator=gone), make_case(programme=programme, coordinator=gone)
    tied.matter.ties.create(person=to, source="DECLARED")
    request = make_request(programme=programme)
    Request.objects.filter(pk=request.pk).update(assigned_to=gone)
    elsewhere = make_case(programme=make_programme(), coordinator=gone)

    assert not hand_over(person_id=gone.pk, to=to, programme=programme, by=director)

    for row in (case, tied, elsewhere):
        row.refresh_from_db()
    assert (case.coordinator, tied.coordinator, elsewhere.coordinator) == (to, gone, gone)
    assert Request.objects.get(pk=request.pk).assigned_to == to


def test_only_those_who_manage_people_here_hand_over_and_only_to_those_who_coordinate_here():
    programme, director = office()
    gone, to = make_staff(programme=programme), make_staff(programme=programme)
    asked = {"person_id": gone.pk, "programme": programme}

    for by, other in (
        (to, to),
        (make_staff("DIRECTOR", make_programme()), to),
        (director, make_staff("NEUTRAL", programme)),
        (director, gone),
        (director, make_staff(programme=make_programme())),
    ):
        with pytest.raises(PermissionDenied):
            hand_over(to=other, by=by, **asked)


def test_the_last_role_does_not_end_with_open_work_unless_it_is_left_to_the_seat(client):
    programme, director = office()
    coordinator = make_staff(programme=programme)
    make_case(programme=programme, coordinator=coordinator)
    grant = coordinator.grants.get()
    address = reverse("portal:accounts:end_role", args=[coordinator.pk, grant.pk])
    sign_in(client, director)

    refused = client.post(address)
    assert refused.status_code == 409
    assert "They coordinate cases that are open" in refused.content.decode()
    assert reverse("portal:seats:hand_over", args=["ADR", coordinator.pk]) in refused.content.decode()
    with pytest.raises(NotPossible):
        end_role(grant_id=grant.pk, by=fresh(director))

    assert client.post(address, {"leave_work": "on"}).status_code == 302
    page = client.get(reverse("portal:seats:seats")).content.decode()
    assert coordinator.get_full_name() in page


def test_one_of_two_roles_ends_at_once_and_so_does_one_whose_work_lies_elsewhere():
    programme, director = office()
    coordinator = make_staff(programme=programme)
    RoleGrant.objects.create(user=coordinator, role="CASE_MANAGER", programme=programme, interest="none")
    make_case(programme=programme, coordinator=coordinator)
    end_role(grant_id=coordinator.grants.get(role="CASE_MANAGER").pk, by=director)

    other = make_staff(programme=programme)
    make_case(programme=make_programme(), coordinator=other)
    assert end_role(grant_id=other.grants.get().pk, by=director).ended_at


def test_the_screens_from_an_empty_seat_to_a_handed_over_case(client):
    programme, director = office()
    somebody = make_staff("NEUTRAL", programme, last_name="Standin")
    case = make_case(programme=programme)
    sign_in(client, director)
    seats = reverse("portal:seats:seats")
    act = reverse("portal:seats:act", args=["ADR", "COORDINATOR"])
    assert "Vacant" in client.get(seats).content.decode()

    typed = {"person": str(somebody.pk), "starts_on": str(TODAY()), "interest": "none"}
    assert client.post(act, typed).status_code == 422
    assert client.post(act, typed | {"ends_on": str(TODAY() - timedelta(days=1))}).status_code == 422
    assert client.post(act, typed | {"ends_on": str(TODAY() + timedelta(days=10))}).url == seats
    assert client.post(act, typed | {"ends_on": str(TODAY() + timedelta(days=10))}).status_code == 422

    address = reverse("portal:seats:hand_over", args=["ADR", "00000000-0000-0000-0000-000000000000"])
    assert client.post(address, {}).status_code == 422
    assert client.post(address, {"to": str(somebody.pk)}).url == seats
    case.refresh_from_db()
    assert case.coordinator == somebody


def test_nobody_sees_seats_of_another_programme(client):
    _programme, _director = office()
    elsewhere = make_staff("DIRECTOR", make_programme())
    sign_in(client, elsewhere)

    assert "Alternative Dispute Resolution" not in client.get(reverse("portal:seats:seats")).content.decode()
    assert client.get(reverse("portal:seats:act", args=["ADR", "COORDINATOR"])).status_code == 404
    assert client.get(reverse("portal:seats:hand_over", args=["ADR", elsewhere.pk])).status_code == 404
    assert client.get(reverse("portal:seats:act", args=["MEDIATION", "NEUTRAL"])).status_code == 404

    sign_in(client, make_staff(programme=make_programme()))
    assert client.get(reverse("portal:seats:seats")).status_code == 404


def test_the_screen_asks_as_often_for_one_person_as_for_three(client):
    programme, director = office()
    make_case(programme=programme, coordinator=make_staff("NEUTRAL", programme))
    sign_in(client, director)
    address = reverse("portal:seats:seats")
    client.get(address)
    before = full_cost(client, address)

    for _ in range(2):
        make_case(programme=programme, coordinator=make_staff("NEUTRAL", programme))
        make_staff(programme=programme)

    assert full_cost(client, address) == before
