"""Staff of the drill sign in as anybody does: password, then the code of their second factor."""

from __future__ import annotations

from time import time

from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from site_project.demo.people import PASSWORD, person

from .visitor import Lost, Visitor


def signed_in(server: str, first: str) -> Visitor:
    user, visitor = person(first), Visitor(server)
    page = visitor.submit("/sign-in/", {"email": user.email, "password": PASSWORD}, holding="password")
    page = visitor.post(page, page.form(), {"code": _code(TOTPDevice.objects.get(user=user))})
    if "/portal/" not in page.url:
        raise Lost(f"{first} could not sign in: {page.url}")
    return visitor


def _code(device: TOTPDevice) -> str:
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    totp.time = time()
    return f"{totp.token():0{device.digits}d}"
