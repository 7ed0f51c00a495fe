import pytest
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.accounts import actions, open_work
from portal.accounts.models import RoleGrant, StaffSession, User
from portal.accounts.roles import Permission
from tests.factories import make_device, make_programme, make_staff, make_user, sign_in, verified
from tests.portal.accounts.steps import give, today

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]


@pytest.mark.parametrize("role", ["COORDINATOR", "CASE_MANAGER", "NEUTRAL", "EDITOR", "AUDITOR", "TRAINING_MANAGER"])
def test_for_everybody_else_the_people_screens_do_not_exist(client, role):
    person = make_staff(role)
    sign_in(client, person)

    for address in ("", "invite/", f"{person.pk}/", f"{person.pk}/grant/", f"{person.pk}/account/"):
        assert client.get(f"/portal/people/{address}").status_code == 404
    assert not User.objects.visible_to(verified(person)).exists()


def test_a_director_invites_somebody_and_gives_them_a_role(client, director):
    sign_in(client, director)
    facts = {"email": "Robin.Lee@example.edu", "first_name": "Robin", "last_name": "Lee", "unit": "ENG"}

    invited = client.post("/portal/people/invite/", facts)
    robin = User.objects.get(email="robin.lee@example.edu")
    client.post(
        f"{invited.url}grant/",
        {"role": "NEUTRAL", "programme": make_programme().pk, "starts_on": today().isoformat(), "interest": "none"},
    )

    assert invited.url == f"/portal/people/{robin.pk}/"
    assert robin.may(Permission.CONDUCT)
    page = client.get(invited.url).content.decode()
    assert "Robin Lee" in page
    assert "Neutral" in page


def test_an_address_that_signs_in_already_is_not_invited_twice(client, director):
    sign_in(client, director)
    response = client.post(
        "/portal/people/invite/", {"email": director.email.upper(), "first_name": "A", "last_name": "B"}
    )
    assert "already" in response.content.decode()


def test_a_role_without_its_programme_or_with_days_reversed_is_sent_back(client, director):
    sign_in(client, director)
    person = make_user()
    facts = {"role": "NEUTRAL", "starts_on": "2026-12-02", "ends_on": "2026-12-01", "interest": "none"}

    page = client.post(f"/portal/people/{person.pk}/grant/", facts).content.decode()

    assert "in which programme" in page
    assert "before the first" in page
    assert person.grants.count() == 0


def test_looking_at_a_step_does_not_take_it(client, director):
    sign_in(client, director)
    person = make_staff("NEUTRAL")
    grant = person.grants.get()

    for step in (f"roles/{grant.pk}/end/", "account/", "second-factor/", "grant/", "away/"):
        assert client.get(f"/portal/people/{person.pk}/{step}").status_code == 200

    person.refresh_from_db()
    assert person.is_active
    assert person.grants.get().ended_at is None


def test_the_grant_of_one_person_is_not_ended_through_another(client, director):
    sign_in(client, director)
    grant = make_staff("NEUTRAL").grants.get()

    assert client.post(f"/portal/people/{make_user().pk}/roles/{grant.pk}/end/").status_code == 404
    assert RoleGrant.objects.get(pk=grant.pk).ended_at is None


def test_steps_are_taken_by_their_buttons(client, director):
    sign_in(client, director)
    person = make_staff("NEUTRAL")
    make_device(person)
    grant = person.grants.get()

    client.post(f"/portal/people/{person.pk}/away/", {"until": today(3).isoformat(), "cover": director.pk})
    client.post(f"/portal/people/{person.pk}/second-factor/")
    client.post(f"/portal/people/{person.pk}/roles/{grant.pk}/end/")
    client.post(f"/portal/people/{person.pk}/account/")

    person.refresh_from_db()
    grant.refresh_from_db()
    assert (person.is_active, person.cover) == (False, director)
    assert grant.ended_by == director
    assert not TOTPDevice.objects.filter(user=person).exists()


def test_open_work_is_named_on_the_screen(client, director, monkeypatch):
    monkeypatch.setattr(open_work, "_SOURCES", [lambda _user, _programme: ["Coordinates one case."]])
    sign_in(client, director)
    person = make_staff("NEUTRAL")

    response = client.post(f"/portal/people/{person.pk}/account/")

    assert response.status_code == 409
    assert "Coordinates one case." in response.content.decode()


def test_ones_own_page_shows_roles_and_sign_ins(client):
    person = make_staff("COORDINATOR")
    sign_in(client, person)
    client.post("/portal/me/away/", {"until": today(2).isoformat(), "cover": ""})

    page = client.get("/portal/me/").content.decode()

    assert "Coordinator" in page
    assert "(this device)" in page
    assert "Away until" in page


def test_new_recovery_codes_replace_the_old_ones(client):
    person = make_staff("COORDINATOR")
    sign_in(client, person)
    old = actions.make_recovery_codes(user=person)

    looked, made = client.get("/portal/me/recovery-codes/"), client.post("/portal/me/recovery-codes/")

    assert "Make new codes" in looked.content.decode()
    assert not any(code in made.content.decode() for code in old)
    assert person.staticdevice_set.get().token_set.count() == 10


@pytest.mark.parametrize("address", ["/portal/people/", "/portal/me/"])
def test_the_number_of_queries_does_not_grow_with_the_rows(client, director, address):
    sign_in(client, director)
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_staff("NEUTRAL")
            StaffSession.objects.create(user=director, session_key=f"k{StaffSession.objects.count()}")
        counts.append(queries_of(client, address))

    assert counts[0] == counts[1]
    assert counts[0] <= 15


def test_one_persons_page_costs_the_same_with_one_role_and_with_three(client, director):
    sign_in(client, director)
    person = make_staff("NEUTRAL")
    one = queries_of(client, f"/portal/people/{person.pk}/")
    give(person, "AUDITOR", by=director)
    give(person, "CHAIR", by=director)

    assert queries_of(client, f"/portal/people/{person.pk}/") == one <= 15


def queries_of(client, address):
    from django.db import connections
    from django.test.utils import CaptureQueriesContext

    client.get(address)
    with CaptureQueriesContext(connections["default"]) as main, CaptureQueriesContext(connections["keys"]) as keys:
        assert client.get(address).status_code == 200
    queries = [query["sql"] for query in (*main.captured_queries, *keys.captured_queries)]
    return len([sql for sql in queries if "SAVEPOINT" not in sql])
