"""Whether what somebody typed proves who they are: a password, a one-time code, or a recovery code."""

from __future__ import annotations

import base64
import copy
import hashlib
import hmac
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import authenticate
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.passes.codes import plain
from portal.passes.networks import network_of

if TYPE_CHECKING:
    from .models import User

WRONG_CODE = _("This code is not right, or it was used already. Wait for the next one and try again.")
WRONG_PROOF = _("This is neither your password nor your current code. Please try again.")
WAIT = _("Too many tries. Please wait a little before the next one.")


class MustWait(Exception):
    """Too many wrong codes: the next one is not even looked at."""


def person_with(request, *, email: str, password: str) -> User | None:
    """The active person with this e-mail and password. Takes the same time for a name that does not exist."""
    # The counter of failures keeps what was posted: it gets a request that says nothing but where it came from.
    shell = copy.copy(request)
    shell._post, shell.GET, shell.META = QueryDict(), QueryDict(), request.META | {"PATH_INFO": ""}
    person = authenticate(shell, username=email.strip().lower(), password=password)
    request.axes_locked_out = getattr(shell, "axes_locked_out", False)
    return person


def is_locked_out(request) -> bool:
    return getattr(request, "axes_locked_out", False)


def locked_out(request, response, credentials):
    """The page already says it in words."""
    response.status_code = 429
    return response


def network_for_axes(request) -> str:
    network = network_of(request)
    return "0.0.0.0" if network == "unknown" else network  # noqa: S104 (an address that nobody has)


@transaction.atomic
def factor_with(user: User, typed: str):
    """The second factor that accepts this code, once. Raises MustWait after too many wrong ones."""
    code = plain(typed)
    is_one_time = len(code) == 6 and code.isdecimal()
    devices = TOTPDevice.objects if is_one_time else StaticDevice.objects
    device = devices.select_for_update().filter(user=user, confirmed=True).first()
    if device is None:
        return None
    allowed, _why = device.verify_is_allowed()
    if not allowed:
        raise MustWait
    return device if device.verify_token(code if is_one_time else kept_form(user, code)) else None


def kept_form(user: User, recovery_code: str) -> str:
    """What the database keeps of a recovery code: 80 bits of a keyed hash."""
    message = f"recovery\x00{user.pk}\x00{plain(recovery_code)}".encode()
    digest = hmac.new(settings.ACCORD_TOKEN_KEY, message, hashlib.sha256).digest()
    return base64.b32encode(digest[:10]).decode()


def accepted(request, form) -> bool:
    """Whether the form's one field holds this person's password or current code. Adds the words if not."""
    typed = form.cleaned_data["proof"]
    try:
        looks_like_code = plain(typed).isdecimal() and len(plain(typed)) == 6
        if looks_like_code:
            known = factor_with(request.user, typed) is not None
        else:
            known = person_with(request, email=request.user.email, password=typed) == request.user
    except MustWait:
        form.add_error("proof", WAIT)
        return False
    if not known:
        form.add_error("proof", WAIT if is_locked_out(request) else WRONG_PROOF)
    return known
