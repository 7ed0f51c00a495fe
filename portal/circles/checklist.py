"""What is gone through with each person before a circle, as data: one line each, and whom it is for (M48)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.cases.statuses import ParticipantRole as Role

if TYPE_CHECKING:
    from portal.cases.models import Participant


# Nobody in particular: those who come along have lines of their own.
_COMPANIONS_ONLY = frozenset({"COMPANION"})


@dataclass(frozen=True)
class Item:
    """One thing to go through; without roles it is for every party."""

    code: str
    words: str | Promise
    roles: frozenset[str] = frozenset()
    with_companions: bool = False

    def is_for(self, person: Participant) -> bool:
        wanted = self.roles if person.is_party else self.roles - _COMPANIONS_ONLY
        if not person.is_party and not self.with_companions:
            return False
        return not wanted or bool(wanted & person.roles)


ITEMS = (
    Item("EXPLAINED", _("How a circle goes, and that taking part is their choice"), with_companions=True),
    Item("KEPT", _("Who hears what, what is written down, and when it is destroyed"), with_companions=True),
    Item("QUESTIONS", _("Their questions were answered"), with_companions=True),
    Item("EXPECTS", _("What they hope for, and what worries them")),
    Item("BESIDE", _("Whether somebody comes along with them")),
    Item("FORMS", _("The ways to meet were gone through, those apart from each other too")),
    Item("SAFE", _("What would make it safe for them")),
    Item("LEAVE", _("That they may take a break, pause, stop or leave at any time")),
    Item("NO_DUTY", _("That nobody owes forgiveness, an answer or a meeting"), frozenset({Role.HARMED})),
    Item("OWN_PART", _("That it is about their own part and about making it right"), frozenset({Role.CAUSED_HARM})),
    Item(
        "ELSEWHERE",
        _("What it means if a formal process runs, and that nothing said here is an admission there"),
        frozenset({Role.CAUSED_HARM}),
    ),
    Item(
        "SPEAKS_FOR",
        _("For whom they speak, and who else ought to be heard"),
        frozenset({Role.COMMUNITY_REPRESENTATIVE}),
    ),
    Item(
        "UNDERTAKES",
        _("What they undertake: to be there for one person, to listen, and to keep what they hear to themselves"),
        _COMPANIONS_ONLY,
        with_companions=True,
    ),
    Item(
        "STANDS_IN",
        _("For whom they stand in, what that person wants said and what not, and what they may agree to"),
        frozenset({Role.SURROGATE}),
        with_companions=True,
    ),
)


def items_for(person: Participant) -> list[Item]:
    return [item for item in ITEMS if item.is_for(person)]
