"""A visit that was idle for too long goes on with the personal code, and nothing typed is lost."""

from . import actions, interruption
from .forms import ProofForm
from .networks import network_of
from .throttle import TooManyTries
from .words_for_people import REFUSED, WAIT


def ask(request, visit):
    """The page that asks, or what follows a right answer."""
    form = ProofForm(request.POST if interruption.is_answered(request) else None)
    if form.is_valid() and _is_proved(visit, form, network_of(request)):
        return interruption.go_on(request)
    return interruption.page(request, "portal/passes/again.html", form=form)


def _is_proved(visit, form: ProofForm, network: str) -> bool:
    try:
        actions.prove(visit=visit, code=form.cleaned_data["proof"], network=network)
    except actions.EntryRefused:
        form.add_error("proof", REFUSED)
    except TooManyTries:
        form.add_error(None, WAIT)
    return form.is_valid()
