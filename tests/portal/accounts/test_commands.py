import pytest
from django.core import mail
from django.core.cache import cache
from django.core.management import CommandError, call_command

from portal.accounts.models import User
from portal.accounts.roles import Permission
from portal.mail.actions import deliver_due
from tests.factories import PASSWORD, make_device, make_office, make_programme, make_staff, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def office():
    cache.clear()
    make_office()
    make_programme()


def test_outside_development_no_command_shows_a_code():
    make_device(make_user(email="dana@example.edu"))
    with pytest.raises(CommandError, match="development only"):
        call_command("otp", "dana")


@pytest.mark.parametrize("name", ["dana", "Dana", "dana@example.edu"])
def test_in_development_the_code_signs_in(client, settings, capsys, name):
    settings.ACCORD_DEVELOPMENT = True
    user = make_user(email="dana@example.edu", password=PASSWORD)
    make_device(user)

    for _ in range(2):
        call_command("otp", name)
        code = capsys.readouterr().out.strip()
        client.post("/sign-in/", {"email": user.email, "password": PASSWORD})
        assert client.post("/sign-in/second-step/", {"code": code}).status_code == 302
        client.post("/sign-out/")


def test_somebody_unknown_has_no_code(settings):
    settings.ACCORD_DEVELOPMENT = True
    with pytest.raises(CommandError, match="Nobody called"):
        call_command("otp", "nobody")


def test_the_first_director_is_invited_from_the_command_line():
    call_command("first_person", "Dana@example.edu", "Dana", "Whitfield")
    deliver_due()

    dana = User.objects.get(email="dana@example.edu")
    assert dana.may(Permission.MANAGE_PEOPLE, make_programme())
    assert mail.outbox[0].to == ["dana@example.edu"]


def test_only_the_first():
    make_staff("DIRECTOR")
    with pytest.raises(CommandError, match="has a director"):
        call_command("first_person", "second@example.edu", "Sec", "Ond")


def test_a_programme_that_does_not_exist_has_no_director():
    with pytest.raises(CommandError, match="no programme"):
        call_command("first_person", "a@example.edu", "A", "B", programme="NONE")
