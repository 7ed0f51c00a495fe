"""People at their devices: signed in with a second factor, or holding a personal code."""

from functools import partial
from time import time

from django.conf import settings
from django.utils import timezone
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.middleware import is_verified
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.accounts.models import StaffSession
from portal.passes import actions as passes
from portal.vault.actions import create_key

PASSWORD = "seven calm herons wade"


def make_device(user):
    device, _created = TOTPDevice.objects.get_or_create(user=user, name="app", confirmed=True)
    return device


def code_now(user):
    """The code that this person's phone shows, if it was not used yet."""
    device = make_device(user)
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    totp.time = time()
    return f"{totp.token():06d}"


def verified(user):
    """What the middleware makes of a signed-in person with a second factor. A user fetched anew is not verified."""
    user.otp_device = make_device(user)
    user.is_verified = partial(is_verified, user)
    return user


def sign_in(client, user, **facts):
    """As after password and second factor. Returns the row of the sign-in."""
    client.force_login(user, backend="portal.accounts.backends.PeopleBackend")
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = make_device(user).persistent_id
    session.save()
    usual = {"stepped_up_at": timezone.now()}
    return StaffSession.objects.create(user=user, session_key=session.session_key, **(usual | facts))


def make_pass(key_id=None):
    """A pass with its code and phrase, under a key of its own unless one is given."""
    return passes.issue_pass(key_id=key_id or create_key())


def use_pass(client, entry):
    """As after entering a personal code. Returns the secret in the cookie."""
    secret = passes.begin_visit(entry=entry)
    client.cookies[settings.ACCORD_PASS_COOKIE] = secret
    return secret
