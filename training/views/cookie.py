"""The key of a visitor who is enrolling: one cookie, for an hour. See `portal.intake.envelope`."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from portal.intake.envelope import EnvelopeKey
from training.models import AddressProof

NAME = "enrolling"


def key_in(request: HttpRequest) -> EnvelopeKey | None:
    return EnvelopeKey.parse(request.COOKIES.get(NAME))


def put_key(response: HttpResponseBase, key: EnvelopeKey) -> None:
    lasts = AddressProof.LIFETIME + AddressProof.USABLE
    response.set_cookie(
        NAME,
        str(key),
        max_age=int(lasts.total_seconds()),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
        path="/enrol/",
    )
