"""The address in a mail that shows one place in line. It expires with the place, and looking at it changes nothing.

The token is made from the key of the server and the id of the enrolment: nothing is stored, and nobody can make one.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import segno
from django.core import signing
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from .models import Learner

_SALT = "training.place"
_HERE = "training.here"
# So long a QR code at the door is good: whoever uses it stands in front of it.
HERE_FOR = timedelta(minutes=10)


def token_for(enrolment_id: UUID) -> str:
    return signing.Signer(salt=_SALT).sign(str(enrolment_id))


def path_for(enrolment_id: UUID) -> str:
    return reverse("training:place", args=[token_for(enrolment_id)])


def learning_path(learner: Learner) -> str:
    """Where somebody reads what they learned: behind their sign-in, or behind their personal code."""
    return reverse("training:own_learning" if learner.user_id else "training:my_learning")


def enrolment_of(token: str) -> UUID | None:
    """The enrolment that a token names; None when we did not make it."""
    try:
        return UUID(signing.Signer(salt=_SALT).unsign(token))
    except (signing.BadSignature, ValueError):
        return None


def here_path(desk_id: int) -> str:
    """Where the QR code at the door leads: an address that says nothing, for a few minutes."""
    return reverse("training:own_phone", args=[signing.TimestampSigner(salt=_HERE).sign(str(desk_id))])


def desk_of(token: str) -> int | None:
    """The desk that a QR code names; None when we did not make it, or when it is from a while ago."""
    try:
        return int(signing.TimestampSigner(salt=_HERE).unsign(token, max_age=HERE_FOR))
    except (signing.BadSignature, ValueError):
        return None


def qr_of(address: str) -> SafeString:
    """As a drawing that takes the size of its box."""
    return mark_safe(segno.make(address, error="m", micro=False).svg_inline(omitsize=True, border=2))


def evaluation_path(enrolment_id: UUID) -> str:
    """Where the form about a course is: behind the link to one's own place."""
    return reverse("training:evaluation", args=[token_for(enrolment_id)])
