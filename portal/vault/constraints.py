"""What rows of several features have to keep."""

from __future__ import annotations

from django.db.models import CheckConstraint, Q


def exactly_one(first: str, second: str, *, name: str) -> CheckConstraint:
    """The row points to one of the two and not to the other, such as to a participant or to a neutral."""
    one = Q(**{f"{first}__isnull": False, f"{second}__isnull": True})
    other = Q(**{f"{first}__isnull": True, f"{second}__isnull": False})
    return CheckConstraint(name=name, condition=one | other)
