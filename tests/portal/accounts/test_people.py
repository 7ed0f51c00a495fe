from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.accounts import actions, open_work
from portal.accounts.models import RoleGrant, StaffSession, User
from portal.accounts.roles import ROLES, Permission
from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from tests.factories import make_device, make_office, make_programme, make_staff, make_user, sign_in, verified

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def office():
    cache.clear()
    make_office()


@pytest.fixture
def director():
    return make_staff("DIRECTOR")


def today(days=0):
    return timezone.localdate() + timedelta(days=days)


def give(person, role="NEUTRAL", by=None, **facts):
    programme = make_programme() if ROLES[role].programme_bound else None
    usual = {"programme": programme, "starts_on": today(), "ends_on": None, "interest": "none"}
    return actions.grant_role(user_id=person.pk, role=role, by=by, **(usual | facts))


def kinds():
    return list(AuditLink.objects.order_by("seq").values_list("kind", flat=True))


# What a role gives, and when


def test_a_role_counts_from_its_first_day_to_its_last(director):
    person = make_user()
    give(person, by=director, starts_on=today(1), ends_on=today(2))

    seen = []
    for days in range(4):
        with time_machine.travel(timezone.now() + timedelta(days=days)):
            seen.append(User.objects.get(pk=person.pk).may(Permission.CONDUCT))

    assert seen == [False, True, True, False]


def test_a_permission_belongs_to_its_programme():
    mediation, other = make_programme(), make_programme("COORDINATOR", conducts=[])
    coordinator = make_staff("COORDINATOR", programme=other)

    assert coordinator.may(Permission.OPEN_CASES, other)
    assert not coordinator.may(Permission.OPEN_CASES, mediation)
    assert coordinator.programmes_with(Permission.OPEN_CASES) == {other.pk}
    assert coordinator.programmes_with(Permission.PLACE_HOLD) == set()


def test_a_superuser_may_nothing():
    superuser = make_user(is_superuser=True)
    assert not any(superuser.may(permission) for permission in Permission)


def test_somebody_whose_account_is_closed_may_nothing():
    person = make_staff("COORDINATOR", is_active=False)
    assert not any(person.may(permission) for permission in Permission)


def test_what_somebody_may_costs_one_query(django_assert_num_queries):
    person = User.objects.get(pk=make_staff("DIRECTOR").pk)
    with django_assert_num_queries(1):
        assert person.may(Permission.OPEN_CASES)
        assert person.may(Permission.PLACE_HOLD)
        assert person.programmes_with(Permission.SCREEN)


def test_every_role_says_in_words_what_it_is():
    assert all(str(role.label) and str(role.description).endswith(".") for role in ROLES.values())
    assert {role.code for role in ROLES.values()} == set(ROLES)


# Giving and ending


def test_a_director_gives_a_role_and_it_is_recorded(director):
    person = make_user()

    grant = give(person, by=director)

    assert (grant.user, grant.granted_by, grant.role) == (person, director, "NEUTRAL")
    assert kinds() == [AuditEvent.ROLE_GRANTED]


@pytest.mark.parametrize("role", ["COORDINATOR", "CASE_MANAGER", "NEUTRAL", "AUDITOR", "LEAD"])
def test_only_those_who_manage_people_give_roles(role):
    with pytest.raises(PermissionDenied):
        give(make_user(), by=make_staff(role))
    assert kinds() == []


def test_nobody_gives_themselves_a_role_or_ends_their_own(director):
    with pytest.raises(PermissionDenied):
        give(director, by=director)
    with pytest.raises(PermissionDenied):
        actions.end_role(grant_id=director.grants.get().pk, by=director)


def test_a_director_reaches_into_no_other_programme(director):
    other = make_programme("COORDINATOR", conducts=[])
    theirs = make_staff("COORDINATOR", programme=other)

    with pytest.raises(PermissionDenied):
        give(make_user(), by=director, programme=other)
    with pytest.raises(PermissionDenied):
        actions.end_role(grant_id=theirs.grants.get().pk, by=director)
    for change in (actions.deactivate_person, actions.reset_factor):
        with pytest.raises(PermissionDenied):
            change(user_id=theirs.pk, by=director)


def test_a_role_bound_to_a_programme_needs_one_and_others_take_none(director):
    with pytest.raises(PermissionDenied):
        give(make_user(), by=director, programme=None)
    with pytest.raises(PermissionDenied):
        give(make_user(), "EDITOR", by=director, programme=make_programme())


def test_the_same_role_is_held_once_and_again_after_its_end(director):
    person = make_user()
    grant = give(person, by=director)

    with pytest.raises(actions.NotPossible):
        give(person, by=director)
    actions.end_role(grant_id=grant.pk, by=director)
    give(person, by=director)

    assert person.grants.count() == 2


def test_a_role_whose_last_day_has_passed_can_be_given_anew(director):
    person = make_user()
    with time_machine.travel(timezone.now() - timedelta(days=30)):
        give(person, by=None, ends_on=today(1))

    give(person, by=director)

    assert person.grants.valid().count() == 1
    assert person.grants.filter(ended_at=None).count() == 1


def test_the_database_itself_refuses_two_at_once(director):
    person = make_user()
    give(person, by=director)
    give(person, "EDITOR", by=director)
    for facts in ({"role": "NEUTRAL", "programme": make_programme()}, {"role": "EDITOR"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            RoleGrant.objects.create(user=person, interest="none", **facts)


def test_ending_twice_is_ending_once(director):
    grant = give(make_user(), by=director)
    for _ in range(2):
        actions.end_role(grant_id=grant.pk, by=director)
    assert kinds().count(AuditEvent.ROLE_ENDED) == 1


def test_roles_bring_people_into_the_groups_of_the_cms_and_take_them_out(director):
    person = make_user()
    person.groups.add(Group.objects.create(name="Somebody else's group"))

    grant = give(person, "EDITOR", by=director)
    give(person, "COORDINATOR", by=director)
    with_roles = set(person.groups.values_list("name", flat=True))
    actions.end_role(grant_id=grant.pk, by=director)
    after = set(person.groups.values_list("name", flat=True))

    assert with_roles == {"Editors", "Fact checkers", "Somebody else's group"}
    assert after == {"Fact checkers", "Somebody else's group"}


def test_the_timer_ends_what_has_run_out_and_begins_what_starts(director):
    editor, moderator = make_user(), make_user()
    give(editor, "EDITOR", by=director, ends_on=today())
    give(moderator, "MODERATOR", by=director, starts_on=today(1))

    with time_machine.travel(timezone.now() + timedelta(days=1)):
        ended = [actions.settle_roles(), actions.settle_roles()]

    assert ended == [1, 0]
    assert editor.groups.count() == 0
    assert [group.name for group in moderator.groups.all()] == ["Moderators"]


# Accounts


def test_an_account_is_not_closed_while_open_work_waits(director, monkeypatch):
    monkeypatch.setattr(open_work, "_SOURCES", [lambda user: ["Coordinates one case."]])
    person = make_staff("COORDINATOR")

    with pytest.raises(actions.NotPossible, match="Coordinates one case"):
        actions.deactivate_person(user_id=person.pk, by=director)

    person.refresh_from_db()
    assert person.is_active


def test_a_closed_account_keeps_its_name_and_can_be_opened_again(director):
    person = make_staff("EDITOR")
    actions.deactivate_person(user_id=person.pk, by=director)
    closed = User.objects.get(pk=person.pk)

    actions.reactivate_person(user_id=person.pk, by=director)

    assert not closed.is_active
    assert str(closed) == str(person)
    assert User.objects.get(pk=person.pk).may(Permission.USE_CMS)
    assert person.groups.count() == 1
    assert kinds() == [AuditEvent.STAFF_DEACTIVATED, AuditEvent.STAFF_REACTIVATED]


def test_nobody_closes_their_own_account(director):
    with pytest.raises(PermissionDenied):
        actions.deactivate_person(user_id=director.pk, by=director)


def test_people_cannot_be_deleted_from_under_their_work(director):
    person = make_user()
    give(person, by=director)
    from django.db.models import ProtectedError

    with pytest.raises(ProtectedError):
        director.delete()
    with pytest.raises(ProtectedError):
        person.delete()


def test_a_reset_takes_factor_and_sessions_and_sends_a_way_back(director):
    person = make_staff("NEUTRAL")
    make_device(person)
    StaffSession.objects.create(user=person, session_key="x")

    actions.reset_factor(user_id=person.pk, by=director)

    assert not TOTPDevice.objects.filter(user=person).exists()
    assert not person.sign_ins.open().exists()
    assert person.invitations.usable("ENROL").count() == 1
    assert AuditEvent.FACTOR_RESET in kinds()


def test_away_until_with_a_cover_and_back_again(director):
    person, cover = make_staff("COORDINATOR"), make_user()

    actions.set_away(user_id=person.pk, until=today(7), cover=cover, by=person)
    away = User.objects.get(pk=person.pk)
    actions.set_away(user_id=person.pk, until=None, cover=cover, by=director)
    back = User.objects.get(pk=person.pk)

    assert (away.is_away, away.cover) == (True, cover)
    assert (back.is_away, back.cover) == (False, None)


def test_away_is_said_by_oneself_or_by_those_who_manage_people():
    with pytest.raises(PermissionDenied):
        actions.set_away(user_id=make_user().pk, until=today(1), cover=None, by=make_staff("COORDINATOR"))


def test_nobody_covers_for_themselves(director):
    person = make_user()
    with pytest.raises(actions.NotPossible):
        actions.set_away(user_id=person.pk, until=today(1), cover=person, by=director)
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=person.pk).update(cover=person.pk)


# Screens


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
    monkeypatch.setattr(open_work, "_SOURCES", [lambda user: ["Coordinates one case."]])
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
