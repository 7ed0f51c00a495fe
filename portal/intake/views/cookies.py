"""The two cookies of a visitor: one opens the answers so far, one the slip with the code, for a short time."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from ..actions.drafts import DRAFT_LASTS, SLIP_LASTS, discard_draft
from ..envelope import EnvelopeKey

DRAFT, SLIP = "draft", "slip"
_LASTS = {DRAFT: DRAFT_LASTS, SLIP: SLIP_LASTS}


def key_in(request: HttpRequest, cookie: str) -> EnvelopeKey | None:
    return EnvelopeKey.parse(request.COOKIES.get(cookie))


def put_key(response: HttpResponseBase, cookie: str, key: EnvelopeKey) -> None:
    response.set_cookie(
        cookie,
        str(key),
        max_age=int(_LASTS[cookie].total_seconds()),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget(request: HttpRequest, response: HttpResponseBase) -> None:
    """Delete what this browser could open, and its keys: part of leaving by /exit/."""
    for cookie in (DRAFT, SLIP):
        discard_draft(key=key_in(request, cookie))
        response.delete_cookie(cookie, samesite="Lax")


def forget_slip(response: HttpResponseBase) -> None:
    response.delete_cookie(SLIP, samesite="Lax")
