"""How often somebody may write to us, and whether there is room for it. No address is kept, only today's keyed hash."""

from __future__ import annotations

import hashlib
import hmac
import shutil

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from portal.passes.networks import network_of
from portal.passes.throttle import Throttle, TooManyTries

HOUR = 3600
# Below this the office's machine takes nothing new: half a request would be worse than a telephone call.
LEAST_FREE_BYTES = 200 * 1024 * 1024

# A whole campus may share one address, so these are generous; the telephone stands beside every refusal.
ANSWERING = Throttle("request-answer", per_network=400, overall=6000, seconds=HOUR, under_pressure=40)
SENDING = Throttle("request-send", per_network=12, overall=120, seconds=HOUR, under_pressure=2)
# By pass, not by network: one person's own conversation, and one caller's tries at a phrase.
WRITING = Throttle("message", per_network=30, overall=6000, seconds=HOUR, under_pressure=30)
PHRASES = Throttle("phrase", per_network=5, overall=1000, seconds=HOUR, under_pressure=5)


def too_often(throttle: Throttle, who: object) -> bool:
    """Count this try of somebody; True when it is one too many."""
    name = _hashed(network_of(who) if isinstance(who, HttpRequest) else str(who))
    try:
        throttle.check(name)
    except TooManyTries:
        return True
    throttle.count(name)
    return False


def disk_is_full() -> bool:
    return shutil.disk_usage(settings.VAR_DIR).free < LEAST_FREE_BYTES


def _hashed(name: str) -> str:
    """With today's date in it: tomorrow nobody can tell which network it was, nor that it came again."""
    words = f"{timezone.localdate().isoformat()} {name}"
    return hmac.new(settings.SECRET_KEY.encode(), words.encode(), hashlib.sha256).hexdigest()
