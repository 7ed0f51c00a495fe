"""An enrolment on its way: kept in the session until its last page, so that nothing changes half way."""

from __future__ import annotations

import base64
import io
from binascii import unhexlify
from datetime import datetime, timedelta

import segno
from django.contrib.auth.hashers import make_password
from django.utils import timezone
from django.utils.safestring import mark_safe
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice, default_key

from .models import AccountInvitation, User

KEY = "enrolment"
LASTS = timedelta(minutes=30)


def start(request, invitation: AccountInvitation) -> None:
    request.session.flush()
    request.session[KEY] = {"invitation": invitation.pk, "at": timezone.now().isoformat(), "secret": default_key()}


def invitation_of(request) -> AccountInvitation | None:
    kept = request.session.get(KEY)
    if not kept or timezone.now() - datetime.fromisoformat(kept["at"]) > LASTS:
        return None
    usable = AccountInvitation.objects.usable(AccountInvitation.Purpose.ENROL)
    return usable.select_related("user").filter(pk=kept["invitation"]).first()


def keep_password(request, password: str) -> None:
    _keep(request, password=make_password(password))


def keep_known(request) -> None:
    """The password stays as it is."""
    _keep(request, password=None)


def _keep(request, **facts) -> None:
    request.session[KEY] = request.session[KEY] | facts


def has_password(request) -> bool:
    return "password" in request.session[KEY]


def password_hash_of(request) -> str | None:
    """The new password's hash; None when the password stays as it is."""
    return request.session[KEY]["password"]


def forget(request) -> None:
    request.session.pop(KEY, None)


def secret_of(request) -> str:
    return request.session[KEY]["secret"]


def moment_of(secret: str, typed: str) -> int | None:
    """The time step in which a phone with this secret shows what was typed; None when it does not."""
    code = typed.replace(" ", "")
    totp = TOTP(unhexlify(secret))
    is_right = code.isdecimal() and len(code) == 6 and totp.verify(int(code), tolerance=1)
    return totp.t() if is_right else None


def picture_of(user: User, secret: str) -> dict[str, str]:
    """The secret as a picture for the phone's camera and as text for typing."""
    device = TOTPDevice(user=user, key=secret)
    out = io.BytesIO()
    segno.make(device.config_url, error="m").save(
        out, kind="svg", xmldecl=False, svgns=False, scale=5, border=2, light="#fff", nl=False, omitsize=True
    )
    text = base64.b32encode(device.bin_key).decode().rstrip("=")
    spaced = " ".join(text[start : start + 4] for start in range(0, len(text), 4))
    return {"picture": mark_safe(out.getvalue().decode()), "secret": spaced}
