"""Promise 10: throttled per account and network; the same answer for unknown names; nobody locks out others."""

import statistics
import time

import pytest
from django.core.cache import cache
from django.test import override_settings

from tests.factories import PASSWORD, make_office, make_user

pytestmark = pytest.mark.django_db

ARGON = ["django.contrib.auth.hashers.Argon2PasswordHasher"]


@pytest.fixture(autouse=True)
def office():
    cache.clear()
    make_office()


def try_password(client, email, password="wrong wrong wrong", network="192.0.2.7"):
    return client.post("/sign-in/", {"email": email, "password": password}, REMOTE_ADDR=network)


def test_after_five_wrong_passwords_even_the_right_one_waits(client):
    user = make_user(password=PASSWORD)
    for _ in range(5):
        try_password(client, user.email)

    response = try_password(client, user.email, PASSWORD)

    assert response.status_code == 429
    assert "wait" in response.content.decode()


def test_others_in_the_same_building_and_the_same_person_elsewhere_are_not_locked_out(client):
    user, colleague = make_user(password=PASSWORD), make_user(password=PASSWORD)
    for _ in range(7):
        try_password(client, user.email)

    assert try_password(client, colleague.email, PASSWORD).status_code == 302
    assert try_password(client, user.email, PASSWORD, network="198.51.100.7").status_code == 302


def test_another_address_in_the_same_network_does_not_start_afresh(client):
    user = make_user(password=PASSWORD)
    for last in range(6):
        try_password(client, user.email, network=f"192.0.2.{last + 1}")

    assert try_password(client, user.email, PASSWORD, network="192.0.2.99").status_code == 429


@pytest.mark.parametrize("tries", [1, 6])
def test_a_name_that_does_not_exist_gets_the_same_answer(client, tries):
    known = make_user(password=PASSWORD).email
    unknown = known.replace("person", "nobody")
    for _ in range(tries):
        to_known, to_unknown = try_password(client, known), try_password(client, unknown)

    assert to_known.status_code == to_unknown.status_code
    assert plain(to_known, known) == plain(to_unknown, unknown)


@pytest.mark.parametrize("state", ["closed", "invited"])
def test_closed_and_not_yet_enrolled_accounts_get_the_same_answer_too(client, state):
    facts = {"is_active": False, "password": PASSWORD} if state == "closed" else {}
    user = make_user(**facts)

    response = try_password(client, user.email, PASSWORD)

    assert plain(response, user.email) == plain(try_password(client, "nobody@example.edu"), "nobody@example.edu")


def plain(response, email) -> str:
    import re

    page = response.content.decode().replace(email, "WHO")
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def test_asking_for_a_new_password_tells_nothing(client, django_capture_on_commit_callbacks):
    user = make_user(password=PASSWORD)

    known = client.post("/sign-in/forgotten/", {"email": user.email})
    unknown = client.post("/sign-in/forgotten/", {"email": "nobody@example.edu"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)


def test_asking_too_often_has_to_wait(client):
    for _ in range(5):
        client.post("/sign-in/forgotten/", {"email": "nobody@example.edu"})

    assert client.post("/sign-in/forgotten/", {"email": "nobody@example.edu"}).status_code == 429


@pytest.mark.parametrize("address", ["/welcome/", "/sign-in/reset/"])
def test_typed_codes_cannot_be_tried_for_long(client, address):
    fields = {"code": "wrong", "new_password": "x" * 5 + "yellow boats", "new_password_again": "x" * 5 + "yellow boats"}
    for _ in range(10):
        client.post(address, fields)

    assert client.post(address, fields).status_code == 429


@override_settings(PASSWORD_HASHERS=ARGON)
def test_known_and_unknown_names_take_the_same_work(client, monkeypatch):
    """Counted rather than timed: each costs exactly one run of the real hash."""
    from django.contrib.auth.hashers import Argon2PasswordHasher

    user = make_user(password=PASSWORD)
    runs = []
    for method in ("encode", "verify"):
        real = getattr(Argon2PasswordHasher, method)
        monkeypatch.setattr(Argon2PasswordHasher, method, counted(real, runs))

    spent = []
    for email in (user.email, "nobody@example.edu"):
        runs.clear()
        try_password(client, email)
        spent.append(len(runs))

    assert spent == [1, 1]


def counted(real, runs):
    def run(self, *args, **kwargs):
        runs.append(time.monotonic())
        return real(self, *args, **kwargs)

    return run


@override_settings(PASSWORD_HASHERS=ARGON)
def test_the_median_time_for_unknown_names_is_close(client):
    user = make_user(password=PASSWORD)
    seconds = {user.email: [], "nobody@example.edu": []}
    for number in range(7):
        for email, taken in seconds.items():
            started = time.perf_counter()
            try_password(client, email, network=f"10.{number}.0.1")
            taken.append(time.perf_counter() - started)

    known, unknown = (statistics.median(taken) for taken in seconds.values())

    # The promise is 10 %; a busy machine is allowed more, a missing hash would be ten times off.
    assert abs(known - unknown) < 0.5 * max(known, unknown)


def test_locked_out_attempts_do_not_even_cost_a_hash(client, monkeypatch):
    user = make_user(password=PASSWORD)
    for _ in range(6):
        try_password(client, user.email)
    monkeypatch.setattr("django.contrib.auth.backends.ModelBackend.authenticate", must_not_run)

    assert try_password(client, user.email).status_code == 429


def must_not_run(*args, **kwargs):
    raise AssertionError("looked at a password although the pair is locked")
