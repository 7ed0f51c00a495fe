"""Asking a signed-in person in place who they are: after a pause, off the session page, before a sensitive step."""

from collections.abc import Callable
from datetime import timedelta
from enum import Enum
from functools import wraps

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.passes import interruption

from . import actions, proofs
from .forms import ProofForm

STEP_UP_LASTS = timedelta(minutes=10)

View = Callable[..., HttpResponseBase]


class Reason(Enum):
    IDLE = _("Nothing happened here for 30 minutes. Please show that it is still you.")
    CONFINED = _("This device is signed in to one session page only. To open anything else, show that it is you.")
    STEP_UP = _("This step needs you to confirm who you are. You are asked again after ten minutes.")


def ask(request: HttpRequest, reason: Reason) -> HttpResponseBase | None:
    """The page that asks; after a right answer, None where a post may run on."""
    form = ProofForm(request.POST if interruption.is_answered(request) else None)
    if form.is_valid() and proofs.accepted(request, form):
        actions.confirm_again(sign_in=request.sign_in, reason=reason.name)
        return interruption.go_on(request)
    return interruption.page(request, "portal/accounts/again.html", form=form, reason=reason.value)


def step_up(view: View) -> View:
    """For exports, closes, keys, roles, holds and retention: asks who it is unless they said so ten minutes ago."""

    @wraps(view)
    def asked(request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        if not is_fresh(request.sign_in) and (answer := ask(request, Reason.STEP_UP)):
            return answer
        return view(request, *args, **kwargs)

    asked.asks_again = True  # type: ignore[attr-defined]
    return asked


def is_fresh(sign_in) -> bool:
    last = sign_in.stepped_up_at
    return last is not None and timezone.now() - last < STEP_UP_LASTS
