"""A visit with a personal code, as the browser holds it: one cookie with a random secret."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from . import actions, codes
from .models import PassSession

TOUCH_EVERY = timedelta(minutes=1)


def secret_of(request) -> str:
    return request.COOKIES.get(settings.ACCORD_PASS_COOKIE, "")


def of(request) -> PassSession | None:
    """The visit that this request belongs to, idle or not; None once it is over."""
    secret = secret_of(request)
    if not secret:
        return None
    kept = PassSession.objects.not_over().select_related("entry")
    return kept.filter(secret_hash=codes.secret_digest(secret)).first()


def touch(visit: PassSession) -> None:
    now = timezone.now()
    if now - visit.last_seen_at >= TOUCH_EVERY:
        visit.last_seen_at = now
        visit.save(update_fields=["last_seen_at"])


def begin(response, *, secret: str) -> None:
    response.set_cookie(
        settings.ACCORD_PASS_COOKIE,
        secret,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
        path="/",
    )


def end(request, response) -> None:
    """End the visit here and in the browser."""
    if secret := secret_of(request):
        actions.leave(secret=secret)
    response.delete_cookie(settings.ACCORD_PASS_COOKIE, path="/", samesite="Lax")
