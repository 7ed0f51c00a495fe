"""The two programmes that a new one can be like: their switches are sensible together, and are where it starts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.programmes.forms import FIXED, SWITCHES
from portal.programmes.models import Programme
from portal.programmes.seeding import MEDIATION, RESOLUTION

# Everything that is decided when a programme is set up: what staff can change later, and the promises.
ALL_SWITCHES = (*FIXED, *SWITCHES)


class Like(TextChoices):
    """What becomes of the record is the first question; most other answers follow from it."""

    DESTROYS = "DESTROYS", _("Nothing is kept")
    KEEPS = "KEEPS", _("The record is kept")


@dataclass(frozen=True)
class StartingPoint:
    like: Like
    words: str | Promise
    switches: dict[str, Any]


STARTING_POINTS = (
    StartingPoint(
        Like.DESTROYS,
        _(
            "For conflicts that people settle between themselves. When a case closes, its key is destroyed, "
            "and nobody can tell any more that there was a dispute."
        ),
        MEDIATION,
    ),
    StartingPoint(
        Like.KEEPS,
        _(
            "For reports that the institution must be able to account for. Signed agreements and every phase are kept "
            "for years, and two people sign before anything is destroyed."
        ),
        RESOLUTION,
    ),
)


def defaults_of(like: str) -> dict[str, Any]:
    """Every switch of a programme that starts like this one."""
    point = next(one for one in STARTING_POINTS if one.like == like)
    row = Programme(**{name: value for name, value in point.switches.items() if name != "name"})
    return {name: getattr(row, name) for name in ("conducts", *ALL_SWITCHES)}
