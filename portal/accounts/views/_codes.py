"""Typed codes of accounts, throttled by network."""

from portal.passes.networks import network_of
from portal.passes.throttle import Throttle, TooManyTries

from .. import actions, proofs
from ..words import WRONG_CODE

TRIES = Throttle("account-code", per_network=10, overall=100, seconds=600)


def invitation_from(request, form, *, purpose: str):
    """The invitation of a typed code, or the words for why there is none; with the status of the page."""
    network = network_of(request)
    try:
        TRIES.check(network)
        return actions.invitation_for(code=form.cleaned_data["code"], purpose=purpose), 200
    except TooManyTries:
        form.add_error(None, proofs.WAIT)
        return None, 429
    except actions.InvitationRefused:
        TRIES.count(network)
        form.add_error("code", WRONG_CODE)
        return None, 200
