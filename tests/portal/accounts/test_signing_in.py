from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.accounts.models import StaffSession
from tests.factories import PASSWORD, code_now, make_office, make_staff, make_user, sign_in

pytestmark = pytest.mark.django_db

NOON = "2026-11-23 17:00:00+00:00"


@pytest.fixture(autouse=True)
def office():
    make_office()


def give_password(client, user, password=PASSWORD, **more):
    return client.post("/sign-in/", {"email": user.email, "password": password, **more})


def test_password_and_code_open_the_page_one_wanted(client):
    user = make_staff("DIRECTOR", password=PASSWORD)
    code = code_now(user)

    first = give_password(client, user, next="/portal/people/")
    second = client.post("/sign-in/second-step/", {"code": code})

    assert first.url == "/sign-in/second-step/"
    assert second.url == "/portal/people/"
    assert client.get("/portal/people/").status_code == 200
    assert StaffSession.objects.get(user=user).session_key == client.session.session_key


def test_an_e_mail_in_capitals_is_the_same_e_mail(client):
    user = make_user(email="robin@example.edu", password=PASSWORD)

    response = client.post("/sign-in/", {"email": " Robin@Example.EDU ", "password": PASSWORD})

    assert response.url == "/sign-in/second-step/"
    assert str(user.pk) in str(dict(client.session))


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/x", "javascript:alert(1)", "portal/"])
def test_nobody_is_sent_to_a_foreign_address(client, target):
    user = make_user(password=PASSWORD)
    code = code_now(user)

    give_password(client, user, next=target)

    assert client.post("/sign-in/second-step/", {"code": code}).url == "/portal/"


def test_the_session_id_changes_at_both_steps(client):
    user = make_user(password=PASSWORD)
    code = code_now(user)
    client.get("/sign-in/")

    give_password(client, user)
    half_way = client.session.session_key
    client.post("/sign-in/second-step/", {"code": code})

    assert client.session.session_key != half_way
    assert not Session.objects.filter(session_key=half_way).exists()


def test_a_password_is_forgotten_when_the_second_step_takes_too_long(client):
    user = make_user(password=PASSWORD)
    give_password(client, user)

    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        response = client.post("/sign-in/second-step/", {"code": code_now(user)})

    assert response.url == "/sign-in/"


def test_a_password_changed_meanwhile_ends_the_second_step(client):
    user = make_user(password=PASSWORD)
    give_password(client, user)
    user.set_password("another long password")
    user.save()

    assert client.get("/sign-in/second-step/").url == "/sign-in/"


def test_somebody_without_a_second_factor_gets_no_further(client):
    user = make_user(password=PASSWORD)

    give_password(client, user)
    response = client.post("/sign-in/second-step/", {"code": "123456"})

    assert response.status_code == 200
    assert not TOTPDevice.objects.filter(user=user).exists()
    assert "_auth_user_id" not in client.session


def test_signing_out_ends_the_row_and_the_session(client):
    user = make_user()
    sign_in(client, user)

    client.post("/sign-out/")

    assert StaffSession.objects.get(user=user).ended_at is not None
    assert client.get("/portal/me/").status_code == 302


def test_signing_out_needs_a_button(client):
    sign_in(client, make_user())
    assert client.get("/sign-out/").status_code == 405


def test_the_exit_link_ends_a_sign_in_too(client):
    user = make_user()
    sign_in(client, user)

    client.get("/exit/")

    assert StaffSession.objects.get(user=user).ended_at is not None
    assert not Session.objects.exists()


def test_signing_out_in_the_cms_ends_the_same_sign_in(client):
    user = make_staff("EDITOR")
    sign_in(client, user)

    response = client.post("/cms/logout/")

    assert response.url == "/sign-in/"
    assert StaffSession.objects.get(user=user).ended_at is not None
