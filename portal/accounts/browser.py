"""A sign-in as the browser holds it: half way after the password, whole after the second factor."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth import get_user_model, login, logout
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django_otp import login as otp_login

from . import actions
from .models import StaffSession, User

HALF_WAY = "half_way"
HALF_WAY_LASTS = timedelta(minutes=10)
_BACKEND = "portal.accounts.backends.PeopleBackend"


def go_half_way(request, user: User, *, target: str) -> None:
    """Remember that the password was right. Nobody is signed in yet: no page but the next step opens."""
    request.session.cycle_key()
    request.session[HALF_WAY] = {
        "user": str(user.pk),
        "proof": user.get_session_auth_hash(),
        "at": timezone.now().isoformat(),
        "next": target,
    }


def half_way(request) -> tuple[User, str] | None:
    """Who gave the right password on this browser just now, and where they were going."""
    kept = request.session.get(HALF_WAY)
    if not kept or timezone.now() - datetime.fromisoformat(kept["at"]) > HALF_WAY_LASTS:
        return None
    user = get_user_model().objects.active().filter(pk=kept["user"]).first()
    if user is None or not constant_time_compare(user.get_session_auth_hash(), kept["proof"]):
        return None
    return user, kept["next"]


def begin(request, user: User, device) -> StaffSession:
    """Sign somebody in whose second factor was right, under a new session id."""
    actions.end_session(session_key=request.session.session_key)
    request.session.pop(HALF_WAY, None)
    login(request, user, backend=_BACKEND)
    otp_login(request, device)
    request.session.save()
    return actions.begin_session(user=user, session_key=request.session.session_key, device=device)


def end(request) -> None:
    actions.end_session(session_key=request.session.session_key, by=request.user)
    logout(request)


def leave_at_exit(request, response) -> None:
    """“Exit this page” ends a sign-in too."""
    if request.user.is_authenticated:
        end(request)
