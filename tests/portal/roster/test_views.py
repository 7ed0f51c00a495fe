from datetime import time

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.roster.models import Credential, NeutralProfile, StandingTie, WeeklyHours
from tests.factories import make_credential, make_neutral, make_office, make_profile, make_staff, make_user
from tests.factories.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def office():
    return make_office()


def url(name, *args):
    return reverse(f"portal:roster:{name}", args=args)


def signed_in(client, role):
    user = make_staff(role)
    sign_in(client, user)
    return user


def test_the_roster_tells_who_may_conduct_what(client):
    signed_in(client, "COORDINATOR")
    mediator, coach = make_neutral(unit="ENG", last_name="Alder"), make_neutral(skill="COACHING", last_name="Birch")

    everybody = client.get(url("roster")).content.decode()
    narrowed = client.get(url("roster"), {"skill": "MEDIATION", "unit": "ENG"}).content.decode()
    outdated = client.get(url("roster"), {"skill": "JUGGLING"})

    assert "Alder" in everybody
    assert "Birch" in everybody
    assert "Alder" in narrowed
    assert "Birch" not in narrowed
    assert outdated.status_code == 200
    assert mediator != coach


def test_an_empty_roster_says_what_to_do_first(client):
    signed_in(client, "TRAINING_MANAGER")

    assert "Add somebody who has an account" in client.get(url("roster")).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_roster_costs_the_same_however_long_it_is(client, django_assert_max_num_queries, count):
    signed_in(client, "COORDINATOR")
    for _number in range(count):
        make_neutral()

    with django_assert_max_num_queries(15) as queries:
        client.get(url("roster"))

    # Six of them belong to the sign-in and the page around the list.
    assert len(queries) <= 10


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_neutral_costs_the_same_however_much_it_tells(client, django_assert_max_num_queries, count):
    signed_in(client, "COORDINATOR")
    neutral = make_profile()
    for number in range(count):
        make_credential(neutral, granted_on=timezone.localdate().replace(year=2020 + number))
        WeeklyHours.objects.create(neutral=neutral, weekday=number, starts=time(9), ends=time(10))
        StandingTie.objects.create(neutral=neutral, kind="PERSON", person=make_user(), added_by=neutral.user)

    with django_assert_max_num_queries(15) as queries:
        assert client.get(url("neutral", neutral.pk)).status_code == 200

    assert len(queries) <= 12


def test_neutrals_come_straight_to_their_own_page_and_to_no_other(client):
    own, other = make_profile(), make_profile()
    sign_in(client, own.user)

    assert client.get(url("roster")).url == url("neutral", own.pk)
    assert client.get(url("neutral", own.pk)).status_code == 200
    assert client.get(url("neutral", other.pk)).status_code == 404
    assert client.get(url("hours", other.pk)).status_code == 404


def test_somebody_without_a_page_finds_none(client):
    signed_in(client, "INTERN")

    assert client.get(url("roster")).status_code == 404


def test_a_training_manager_puts_somebody_on_the_roster_and_writes_down_what_they_were_trained_for(client):
    signed_in(client, "TRAINING_MANAGER")
    person = make_user(first_name="Ines", last_name="Duarte")

    facts = {"user": person.pk, "tier": "LEAD", "privilege_route": "ORGANISATION", "is_active": "on"}
    client.post(url("add"), facts | {"terms_signed_on": "2026-01-05"})
    neutral = NeutralProfile.objects.get(user=person)
    credential = {"skill": "MEDIATION", "granted_on": "2026-01-01", "hours": "40", "evidence": "Certificate 7"}
    client.post(url("grant", neutral.pk), credential)

    held = Credential.objects.get()
    page = client.get(url("neutral", neutral.pk)).content.decode()
    assert "Certificate 7" in page
    assert "covered" in page
    client.post(url("revoke", neutral.pk, held.pk), {"reason": "Moved away"})
    assert Credential.objects.get().revoked_reason == "Moved away"
    assert client.get(url("revoke", neutral.pk, held.pk)).status_code == 404


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("grant", {"skill": "MEDIATION", "granted_on": "2026-01-01", "expires_on": "2025-01-01"}, "ends after the day"),
        ("grant", {"skill": "JUGGLING"}, "choose one of the answers"),
        ("add_tie", {}, "choose a unit or a colleague"),
        ("add_tie", {"unit": "NOWHERE"}, "choose one of the answers"),
        ("change", {"tier": "?"}, "choose one of the answers"),
    ],
)
def test_wrong_answers_are_told_beside_the_question_and_change_nothing(client, name, values, words):
    signed_in(client, "TRAINING_MANAGER")
    neutral = make_profile()

    page = client.post(url(name, neutral.pk), values).content.decode()

    assert words in page
    assert "<title>Error:" in page
    assert not Credential.objects.exists()
    assert not StandingTie.objects.exists()


def test_neutrals_keep_their_own_words_hours_and_ties(client):
    own, colleague = make_profile(tier="CO"), make_user()
    sign_in(client, own.user)

    client.post(url("change", own.pk), {"about": "I listen.", "tier": "LEAD"})
    client.post(url("hours", own.pk), {"hours": ["0T18:00", "0T18:30"]})
    client.post(url("add_tie", own.pk), {"unit": "ENG"})
    client.post(url("add_tie", own.pk), {"person": colleague.pk})
    again = client.post(url("add_tie", own.pk), {"unit": "ENG"})

    own.refresh_from_db()
    assert (own.about, own.tier) == ("I listen.", "CO")
    assert [(row.weekday, row.starts, row.ends) for row in own.weekly_hours.all()] == [(0, time(18), time(19))]
    assert "on the list already" in again.content.decode()
    assert "18:00–19:00" in client.get(url("neutral", own.pk)).content.decode()
    assert "checked" in client.get(url("hours", own.pk)).content.decode()
    client.post(url("end_tie", own.pk, StandingTie.objects.get(unit="ENG").pk))
    assert StandingTie.objects.get().person == colleague


def test_the_same_credential_twice_on_a_day_is_told(client):
    signed_in(client, "TRAINING_MANAGER")
    held = make_credential(make_profile())
    facts = {"skill": held.skill, "granted_on": str(held.granted_on), "hours": 40, "evidence": "Certificate 7"}

    page = client.post(url("grant", held.neutral.pk), facts).content.decode()

    assert "<title>Error:" in page
    assert Credential.objects.count() == 1
    for name in ("add", "grant", "change", "add_tie"):
        arguments = [] if name == "add" else [held.neutral.pk]
        assert client.get(url(name, *arguments)).status_code == 200


def test_nobody_vouches_for_themselves_on_a_screen_either(client):
    manager = signed_in(client, "TRAINING_MANAGER")
    own = make_profile(manager)
    held = make_credential(own)

    assert client.get(url("grant", own.pk)).status_code == 403
    assert client.get(url("revoke", own.pk, held.pk)).status_code == 403
    assert url("grant", own.pk) not in client.get(url("neutral", own.pk)).content.decode()


def test_who_coordinates_sees_the_roster_and_changes_nothing(client):
    sign_in(client, make_staff("CASE_MANAGER"))
    neutral = make_profile()

    assert client.get(url("neutral", neutral.pk)).status_code == 200
    assert client.get(url("add")).status_code == 403
    for name in ("change", "grant", "hours", "add_tie"):
        assert client.get(url(name, neutral.pk)).status_code == 403


def test_a_neutral_finds_the_way_from_the_desk_to_their_hours(client):
    neutral = make_neutral()
    sign_in(client, neutral)

    desk = client.get("/portal/").text
    response = client.get(url("own_hours"))

    assert url("own_hours") in desk
    assert response.url == url("hours", neutral.neutral_profile.pk)


def test_somebody_who_is_not_on_the_roster_has_no_hours(client):
    signed_in(client, "COORDINATOR")

    assert client.get(url("own_hours")).status_code == 404
