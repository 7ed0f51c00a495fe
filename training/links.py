"""The address in a mail that shows one place in line. It expires with the place, and looking at it changes nothing.

The token is made from the key of the server and the id of the enrolment: nothing is stored, and nobody can make one.
"""

from uuid import UUID

from django.core import signing
from django.urls import reverse

_SALT = "training.place"


def token_for(enrolment_id: UUID) -> str:
    return signing.Signer(salt=_SALT).sign(str(enrolment_id))


def path_for(enrolment_id: UUID) -> str:
    return reverse("training:place", args=[token_for(enrolment_id)])


def enrolment_of(token: str) -> UUID | None:
    """The enrolment that a token names; None when we did not make it."""
    try:
        return UUID(signing.Signer(salt=_SALT).unsign(token))
    except (signing.BadSignature, ValueError):
        return None
