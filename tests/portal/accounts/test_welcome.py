import re
from datetime import timedelta
from time import time

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.accounts import actions, enrolling
from portal.accounts.models import AccountInvitation, User
from portal.mail.actions import deliver_due
from tests.factories import make_office, make_staff

pytestmark = pytest.mark.django_db

NEW = "four yellow boats sail"


@pytest.fixture(autouse=True)
def office():
    cache.clear()
    make_office()


def invited(email="new@example.edu"):
    """Somebody new, and the code in their mail."""
    person = actions.invite_person(email=email, first_name="Noor", last_name="Haddad", by=make_staff("DIRECTOR"))
    deliver_due()
    return person, re.search(r"#(\S+)", mail.outbox[-1].body).group(1)


def code_shown(client):
    totp = TOTP(bytes.fromhex(client.session[enrolling.KEY]["secret"]))
    totp.time = time()
    return f"{totp.token():06d}"


def walk(client, code):
    client.post("/welcome/", {"code": code})
    client.post("/welcome/password/", {"new_password": NEW, "new_password_again": NEW})
    return client.post("/welcome/second-factor/", {"code": code_shown(client)})


def test_code_password_and_second_factor_lead_in(client):
    person, code = invited()

    last = walk(client, code)

    shown = re.findall(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", last.content.decode())
    person.refresh_from_db()
    assert len(set(shown)) == 10
    assert person.check_password(NEW)
    assert TOTPDevice.objects.get(user=person).confirmed
    assert client.get("/portal/me/").status_code == 200


def test_the_code_that_confirmed_the_phone_does_not_also_sign_in(client):
    person, code = invited()
    client.post("/welcome/", {"code": code})
    client.post("/welcome/password/", {"new_password": NEW, "new_password_again": NEW})
    one_time = code_shown(client)
    client.post("/welcome/second-factor/", {"code": one_time})
    client.post("/sign-out/")

    client.post("/sign-in/", {"email": person.email, "password": NEW})

    assert client.post("/sign-in/second-step/", {"code": one_time}).status_code == 200


def test_an_invitation_works_once(client):
    _person, code = invited()
    walk(client, code)

    response = client.post("/welcome/", {"code": code})

    assert response.status_code == 200
    assert "does not work" in response.content.decode()


def test_an_invitation_ends_after_a_week(client):
    _person, code = invited()
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert client.post("/welcome/", {"code": code}).status_code == 200


def test_nothing_changes_before_the_last_page(client):
    person, code = invited()

    client.post("/welcome/", {"code": code})
    client.post("/welcome/password/", {"new_password": NEW, "new_password_again": NEW})
    client.get("/welcome/second-factor/")
    client.post("/welcome/second-factor/", {"code": "000000"})

    person.refresh_from_db()
    assert not person.has_usable_password()
    assert not TOTPDevice.objects.exists()
    assert AccountInvitation.objects.usable("ENROL").count() == 1


def test_the_secret_is_shown_as_a_picture_and_as_text(client):
    _person, code = invited()
    client.post("/welcome/", {"code": code})
    client.post("/welcome/password/", {"new_password": NEW, "new_password_again": NEW})

    page = client.get("/welcome/second-factor/").content.decode()

    assert "<svg" in page
    assert re.search(r"(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}", page)


def test_two_halves_of_one_invitation_do_not_both_finish(client):
    person, code = invited()
    client.post("/welcome/", {"code": code})
    client.post("/welcome/password/", {"new_password": NEW, "new_password_again": NEW})
    AccountInvitation.objects.update(used_at=timezone.now())

    assert client.get("/welcome/second-factor/").url == "/welcome/"
    assert not TOTPDevice.objects.filter(user=person).exists()


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("short", "at least 12"),
        ("password1234", "too common"),
        ("newexampleedu", "too similar"),
        ("x" * 257, "shorten"),
    ],
)
def test_weak_passwords_are_refused_with_a_reason(client, password, words):
    _person, code = invited("newexampleedu@example.edu")
    client.post("/welcome/", {"code": code})

    response = client.post("/welcome/password/", {"new_password": password, "new_password_again": password})

    assert words in response.content.decode()


@pytest.mark.parametrize("password", ["x" * 3 + " y" * 40, "ÄÖÜ пароль 密碼 long", "aaaa bbbb cccc"])
def test_long_odd_and_plain_passwords_are_taken_as_typed(client, password):
    person, code = invited()
    client.post("/welcome/", {"code": code})
    client.post("/welcome/password/", {"new_password": password, "new_password_again": password})
    client.post("/welcome/second-factor/", {"code": code_shown(client)})

    assert User.objects.get(pk=person.pk).check_password(password)


def test_two_different_passwords_are_noticed(client):
    _person, code = invited()
    client.post("/welcome/", {"code": code})
    response = client.post("/welcome/password/", {"new_password": NEW, "new_password_again": NEW + "x"})
    assert "not the same" in response.content.decode()
