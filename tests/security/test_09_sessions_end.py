"""Promise 9: 30 minutes idle, 12 hours in all, a new id at sign-in; ended on sign-out, new password and by hand."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from portal.accounts import actions
from portal.accounts.models import StaffSession
from portal.passes.models import PassSession
from tests.factories import PASSWORD, code_now, make_office, make_pass, make_staff, make_user, sign_in, use_pass

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.portal.accounts.probe_urls")]

STORY = {"story": 'the dog, the fence, <the> "whole" story'}


@pytest.fixture(autouse=True)
def office():
    cache.clear()
    make_office()


def later(**delta):
    return time_machine.travel(timezone.now() + timedelta(**delta))


def test_29_minutes_are_no_pause(client):
    sign_in(client, make_user())
    with later(minutes=29):
        assert client.post("/portal/probe/", STORY).status_code == 200


def test_after_half_an_hour_a_post_asks_in_place_and_keeps_what_was_typed(client):
    user = make_user(password=PASSWORD)
    sign_in(client, user)

    with later(minutes=31):
        asked = client.post("/portal/probe/", STORY)
        page = asked.content.decode()
        wrong = client.post("/portal/probe/", {**STORY, "interrupted": "POST", "proof": "not the password"})
        right = client.post("/portal/probe/", {**STORY, "interrupted": "POST", "proof": PASSWORD})

    assert asked.status_code == wrong.status_code == 403
    assert "the dog, the fence, &lt;the&gt; &quot;whole&quot; story" in page
    assert "the dog, the fence" in wrong.content.decode()
    assert right.json() == {"viewer": str(user.pk), "method": "POST", "story": STORY["story"]}


def test_a_one_time_code_goes_on_too_and_a_get_is_asked_for_afresh(client):
    user = make_user()
    sign_in(client, user)

    with later(minutes=31):
        asked = client.get("/portal/probe/?page=2")
        right = client.post("/portal/probe/?page=2", {"interrupted": "GET", "proof": code_now(user)})
        after = client.get("/portal/probe/?page=2")

    assert asked.status_code == 403
    assert (right.status_code, right.url) == (302, "/portal/probe/?page=2")
    assert after.status_code == 200


def test_the_proof_of_one_person_is_nothing_to_another(client):
    sign_in(client, make_user(password=PASSWORD))
    other = make_user(password="quite another password")

    with later(minutes=31):
        response = client.post("/portal/probe/", {"interrupted": "POST", "proof": code_now(other)})

    assert response.status_code == 403


def test_what_was_typed_does_not_reach_the_counter_of_wrong_passwords(client):
    from axes.models import AccessAttempt

    sign_in(client, make_user(password=PASSWORD))
    with later(minutes=31):
        client.post("/portal/probe/?x=canary", {"story": "canary", "interrupted": "POST", "proof": "wrong password"})

    attempt = AccessAttempt.objects.get()
    kept = " ".join(str(getattr(attempt, field.name)) for field in attempt._meta.fields)
    assert "canary" not in kept
    assert "probe" not in kept


def test_after_twelve_hours_everybody_signs_in_anew(client):
    sign_in(client, make_user(), started_at=timezone.now() - timedelta(hours=12, minutes=1))

    response = client.post("/portal/probe/", STORY)

    assert response.url == "/sign-in/"
    assert client.get("/portal/probe/").url.startswith("/sign-in/")


def test_ended_elsewhere_is_ended_here_at_the_next_click(client):
    user = make_user()
    sign_in(client, user)
    assert client.get("/portal/probe/").status_code == 200

    actions.end_sessions(user=user, by=None)

    assert client.get("/portal/probe/").status_code == 302


def test_a_row_that_was_ended_closes_even_a_session_that_survived(client):
    sign_in(client, make_user())
    StaffSession.objects.update(ended_at=timezone.now())

    assert client.get("/portal/probe/").status_code == 302
    assert not Session.objects.filter(session_key=client.session.session_key).exists()


def test_a_new_password_signs_other_devices_out_and_keeps_this_one(client):
    user = make_user(password=PASSWORD)
    other = Client()
    sign_in(client, user)
    sign_in(other, user)
    new = "a dozen grey pelicans"

    response = client.post(
        "/portal/me/password/", {"password": PASSWORD, "new_password": new, "new_password_again": new}
    )

    assert response.url == "/portal/me/"
    assert client.get("/portal/probe/").status_code == 200
    assert other.get("/portal/probe/").status_code == 302


def test_signing_out_elsewhere_keeps_this_device(client):
    user = make_user()
    other = Client()
    sign_in(client, user)
    sign_in(other, user)

    client.post("/portal/me/sign-out-elsewhere/")

    assert client.get("/portal/probe/").status_code == 200
    assert other.get("/portal/probe/").status_code == 302


def test_the_director_signs_somebody_out_everywhere(client):
    neutral, theirs = make_staff("NEUTRAL"), Client()
    sign_in(theirs, neutral)
    sign_in(client, make_staff("DIRECTOR"))

    client.post(f"/portal/people/{neutral.pk}/sign-out/")

    assert theirs.get("/portal/probe/").status_code == 302


@pytest.mark.parametrize("change", ["deactivate", "reset"])
def test_closing_an_account_or_resetting_its_factor_ends_its_sessions(client, change):
    director, neutral = make_staff("DIRECTOR"), make_staff("NEUTRAL")
    sign_in(client, neutral)

    act = {"deactivate": actions.deactivate_person, "reset": actions.reset_factor}[change]
    act(user_id=neutral.pk, by=director)

    assert client.get("/portal/probe/").status_code == 302


def test_a_confined_device_opens_its_session_page_only(client):
    sign_in_row = sign_in(client, make_user(password=PASSWORD))
    confine(sign_in_row)

    assert client.get("/portal/sessions/1/").status_code == 200
    assert client.get("/portal/sessions/1/attendance/").status_code == 200
    assert client.get("/portal/probe/").status_code == 403
    assert client.get("/portal/people/").status_code == 403
    assert client.get("/cms/").status_code == 403


def test_idle_limits_do_not_end_a_confined_device_before_its_time(client):
    confine(sign_in(client, make_user()))

    with later(hours=2):
        assert client.get("/portal/sessions/1/").status_code == 200
    with later(hours=4):
        assert client.get("/portal/sessions/1/").status_code == 403


def test_signing_in_again_lifts_the_confinement(client):
    confine(sign_in(client, make_user(password=PASSWORD)))

    response = client.post("/portal/probe/", {"interrupted": "POST", "proof": PASSWORD, **STORY})

    assert response.status_code == 200
    assert StaffSession.objects.get().confined_to == ""


def test_the_end_of_the_session_releases_the_device(client):
    row = sign_in(client, make_user())
    confine(row)

    actions.release_session(session_key=row.session_key)

    assert client.get("/portal/probe/").status_code == 200


def confine(row):
    actions.confine_session(
        session_key=row.session_key, prefix="/portal/sessions/1/", until=timezone.now() + timedelta(hours=3)
    )


def test_a_participants_pause_asks_for_the_code_and_keeps_what_was_typed(client):
    entry, code, _phrase = make_pass()
    use_pass(client, entry)

    with later(minutes=31):
        asked = client.post("/my/probe/", STORY)
        wrong = client.post("/my/probe/", {**STORY, "interrupted": "POST", "proof": make_pass().code})
        right = client.post("/my/probe/", {**STORY, "interrupted": "POST", "proof": code.lower()})

    assert (asked.status_code, wrong.status_code, right.status_code) == (403, 403, 200)
    assert "the dog, the fence" in asked.content.decode()
    assert right.json()["viewer"] == str(entry.pk)


def test_a_participants_visit_ends_after_twelve_hours(client):
    use_pass(client, make_pass().entry)
    with later(hours=12, minutes=1):
        assert client.get("/my/probe/").url == "/my/enter/"


def test_a_page_in_use_does_not_become_idle(client):
    use_pass(client, make_pass().entry)
    for _ in range(3):
        with later(minutes=20):
            assert client.get("/my/probe/").status_code == 200
        PassSession.objects.update(last_seen_at=timezone.now())


def test_somebody_with_both_is_one_viewer_at_each_door(client):
    user, entry = make_user(), make_pass().entry
    sign_in(client, user)
    use_pass(client, entry)

    assert client.get("/portal/probe/").json()["viewer"] == str(user.pk)
    assert client.get("/my/probe/").json()["viewer"] == str(entry.pk)
