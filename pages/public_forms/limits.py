"""How often one network may send a public form. The counter knows today's keyed hash of the network, and no address."""

from django.http import HttpRequest

from portal.intake.limits import disk_is_full, too_often
from portal.passes.throttle import Throttle

# A class that fills in an evaluation may share one address.
SENDING = Throttle("public-form", per_network=60, overall=600, seconds=3600, under_pressure=5)

BUSY, FULL = 429, 503


def refusal_for(request: HttpRequest) -> int:
    """Why a form cannot be taken now, or 0. Counts the try."""
    if too_often(SENDING, request):
        return BUSY
    return FULL if disk_is_full() else 0
