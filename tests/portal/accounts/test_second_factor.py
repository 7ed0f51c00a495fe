"""Who comes back with a sign-in is asked for in three questions, and nobody without a factor that still stands."""

import pytest
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.accounts.models import RoleGrant, StaffSession
from tests.factories import make_device, make_office, make_programme, make_staff, make_user, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.portal.accounts.probe_urls")]

PROBE = "/portal/probe/"


@pytest.fixture(autouse=True)
def office():
    make_office()


@pytest.fixture
def person(client):
    person = make_staff("COORDINATOR")
    sign_in(client, person)
    assert client.get(PROBE).status_code == 200
    return person


def name_factor(client, name):
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = name
    session.save()


def test_the_session_the_person_with_their_roles_and_the_sign_in_are_three_questions(
    client, person, django_assert_num_queries
):
    with django_assert_num_queries(3):
        client.get(PROBE)


def test_somebody_without_a_role_comes_in_and_may_nothing(client, django_assert_num_queries):
    nobody_yet = make_user()
    sign_in(client, nobody_yet)

    with django_assert_num_queries(4):
        assert client.get(PROBE).json()["viewer"] == str(nobody_yet.pk)


def test_two_roles_are_one_person(client, person):
    RoleGrant.objects.create(user=person, role="NEUTRAL", programme=make_programme(), interest="Mediates")

    assert client.get(PROBE).json()["viewer"] == str(person.pk)


@pytest.mark.parametrize(
    "undone",
    [
        lambda person: TOTPDevice.objects.all().delete(),
        lambda person: TOTPDevice.objects.update(confirmed=False),
        lambda person: TOTPDevice.objects.update(user=make_user()),
        lambda person: StaffSession.objects.update(user=make_user()),
        lambda person: type(person).objects.filter(pk=person.pk).update(is_active=False),
    ],
    ids=["factor removed", "not confirmed", "of somebody else", "sign-in of somebody else", "account closed"],
)
def test_what_is_undone_elsewhere_closes_the_next_page(client, person, undone):
    undone(person)

    assert client.get(PROBE).status_code == 302


@pytest.mark.parametrize(
    "name", ["", "nothing", "otp_totp.totpdevice", "otp_totp.totpdevice/x", "otp_totp.nothing/1", "portal.user/1", "/1"]
)
def test_a_factor_that_nobody_knows_opens_nothing(client, person, name):
    name_factor(client, name)

    assert client.get(PROBE).status_code == 302


def test_a_recovery_code_is_a_factor_too(client, person):
    name_factor(client, StaticDevice.objects.create(user=person, name="codes", confirmed=True).persistent_id)

    assert client.get(PROBE).status_code == 200


def test_the_factor_itself_is_there_for_whoever_asks(client, person):
    assert client.get(PROBE).wsgi_request.user.otp_device == make_device(person)
