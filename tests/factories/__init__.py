"""Plain functions that make what a test stands on, and surprise nobody."""

from .office import make_office, make_programme
from .people import make_staff, make_user
from .roster import make_credential, make_neutral, make_profile

__all__ = [
    "make_credential",
    "make_neutral",
    "make_office",
    "make_profile",
    "make_programme",
    "make_staff",
    "make_user",
]
