"""Promise 7: a password alone opens nothing; enrolment cannot be skipped; a code works once."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.accounts import actions
from portal.accounts.models import AccountInvitation
from tests.factories import PASSWORD, code_now, make_office, make_staff, make_user, sign_in

pytestmark = pytest.mark.django_db

CLOSED = ["/portal/", "/portal/me/", "/portal/people/", "/cms/", "/portal/me/password/", "/portal/me/recovery-codes/"]


@pytest.fixture(autouse=True)
def office():
    make_office()


def enter(client, user, code, password=PASSWORD):
    client.post("/sign-in/", {"email": user.email, "password": password})
    return client.post("/sign-in/second-step/", {"code": code})


@pytest.mark.parametrize("address", CLOSED)
def test_a_right_password_alone_opens_no_page(client, address):
    director = make_staff("DIRECTOR", password=PASSWORD, is_superuser=True)

    client.post("/sign-in/", {"email": director.email, "password": PASSWORD})
    response = client.get(address)

    assert response.status_code in (302, 404)
    assert response.get("Location", "/sign-in/").startswith("/sign-in/")


@pytest.mark.parametrize("address", CLOSED)
def test_a_session_that_is_signed_in_but_not_verified_opens_no_page(client, address):
    client.force_login(make_staff("DIRECTOR", is_superuser=True), "portal.accounts.backends.PeopleBackend")

    assert client.get(address).status_code in (302, 404)
    assert client.post(address).status_code in (302, 404)


def test_a_code_works_once(client):
    user = make_user(password=PASSWORD)
    code = code_now(user)

    assert enter(client, user, code).status_code == 302
    client.post("/sign-out/")
    again = enter(client, user, code)

    assert again.status_code == 200
    assert "used already" in again.content.decode()


def test_wrong_codes_are_slowed_down(client):
    user = make_user(password=PASSWORD)
    right = code_now(user)
    enter(client, user, "000000")

    too_soon = enter(client, user, right)

    assert too_soon.status_code == 200
    assert TOTPDevice.objects.get(user=user).throttling_failure_count == 1


def test_a_recovery_code_signs_in_once_and_is_not_in_the_database(client):
    user = make_user(password=PASSWORD)
    codes = actions.make_recovery_codes(user=user)
    stored = {token.token for token in user.staticdevice_set.get().token_set.all()}

    first = enter(client, user, codes[0].lower().replace("-", " "))
    client.post("/sign-out/")
    second = enter(client, user, codes[0])

    assert first.status_code == 302
    assert second.status_code == 200
    assert not any(code.replace("-", "") in token for code in codes for token in stored)
    assert user.staticdevice_set.get().token_set.count() == 9


def test_the_recovery_code_of_one_person_is_nothing_to_another(client):
    first, second = make_user(password=PASSWORD), make_user(password=PASSWORD)
    codes = actions.make_recovery_codes(user=first)
    actions.make_recovery_codes(user=second)

    assert enter(client, second, codes[0]).status_code == 200


def test_a_password_reset_does_not_get_around_the_second_factor(client):
    director = make_staff("DIRECTOR", password=PASSWORD)
    code_now(director)
    mailed = reset_code(director)

    client.post(
        "/sign-in/reset/",
        {"code": mailed, "new_password": "another long one here", "new_password_again": "another long one here"},
    )
    client.post("/sign-in/", {"email": director.email, "password": "another long one here"})

    assert "_auth_user_id" not in client.session
    assert client.get("/portal/people/").status_code == 302


def reset_code(user):
    from portal.accounts.actions.enrolment import new_invitation
    from portal.accounts.actions.passwords import RESET_LASTS

    return new_invitation(user=user, by=None, purpose=AccountInvitation.Purpose.PASSWORD, lasts=RESET_LASTS)


def test_a_password_reset_code_does_not_enrol_a_second_factor(client):
    user = make_user(password=PASSWORD)

    response = client.post("/welcome/", {"code": reset_code(user)})

    assert response.status_code == 200
    assert client.get("/welcome/second-factor/").url == "/welcome/"


@pytest.mark.parametrize("address", ["/welcome/password/", "/welcome/second-factor/"])
def test_enrolment_begins_with_an_invitation(client, address):
    sign_in(client, make_user())
    assert client.get(address).url == "/welcome/"


def test_the_second_factor_cannot_come_before_the_password(client):
    user = make_user()
    client.post("/welcome/", {"code": enrolment_code(user)})

    assert client.get("/welcome/second-factor/").url == "/welcome/"


def test_after_a_reset_the_old_password_is_asked_for_and_a_new_one_is_not_taken(client):
    user = make_user(password=PASSWORD)
    client.post("/welcome/", {"code": enrolment_code(user)})

    wrong = client.post("/welcome/password/", {"password": "not this one at all"})
    chosen = client.post("/welcome/password/", {"new_password": "x" * 14, "new_password_again": "x" * 14})
    right = client.post("/welcome/password/", {"password": PASSWORD})

    assert (wrong.status_code, chosen.status_code) == (200, 200)
    assert right.url == "/welcome/second-factor/"


def enrolment_code(user):
    from portal.accounts.actions.enrolment import ENROLMENT_LASTS, new_invitation

    return new_invitation(user=user, by=None, purpose=AccountInvitation.Purpose.ENROL, lasts=ENROLMENT_LASTS)


def test_somebody_unknown_is_not_verified():
    assert not getattr(AnonymousUser(), "is_verified", lambda: False)()
