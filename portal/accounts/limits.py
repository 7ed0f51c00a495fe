"""How long a sign-in lasts: 30 minutes without a word, 12 hours in all, and what one session page changes about it."""

from datetime import timedelta
from enum import Enum

from django.contrib.auth import logout
from django.utils import timezone

from . import again
from .doors import ASKED_AGAIN
from .models import StaffSession
from .way_in import to_sign_in

IDLE_LIMIT = timedelta(minutes=30)
ABSOLUTE_LIMIT = timedelta(hours=12)
TOUCH_EVERY = timedelta(minutes=1)


class State(Enum):
    OPEN = "open"
    CONFINED = "on one session page, and this is not it"
    IDLE = "nothing was done for too long"
    OVER = "signed in for too long"


def state_of(sign_in: StaffSession, path: str) -> State:
    now = timezone.now()
    if sign_in.confined_to:
        if not path.startswith(sign_in.confined_to):
            return State.CONFINED
        if now < sign_in.confined_until:
            return State.OPEN
    if now - sign_in.started_at >= ABSOLUTE_LIMIT:
        return State.OVER
    return State.IDLE if now - sign_in.last_seen_at >= IDLE_LIMIT else State.OPEN


def stop(request):
    """An answer that stops this request, or None when the sign-in is good for it."""
    sign_in = request.sign_in
    state = state_of(sign_in, request.path)
    if state is State.OVER:
        return signed_out(request)
    if answer := _ask(request, sign_in, state):
        return answer
    _touch(sign_in)
    return None


def _ask(request, sign_in: StaffSession, state: State):
    if state is not State.OPEN:
        return again.ask(request, _REASONS[state])
    if request.resolver_match.view_name in ASKED_AGAIN and not again.is_fresh(sign_in):
        return again.ask(request, again.Reason.STEP_UP)
    return None


_REASONS = {State.IDLE: again.Reason.IDLE, State.CONFINED: again.Reason.CONFINED}


def signed_out(request):
    logout(request)
    return to_sign_in(request)


def _touch(sign_in: StaffSession) -> None:
    now = timezone.now()
    if now - sign_in.last_seen_at >= TOUCH_EVERY:
        sign_in.last_seen_at = now
        sign_in.save(update_fields=["last_seen_at"])
