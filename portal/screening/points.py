"""The guide for the conversation: what to talk about before anybody decides. Ticks only; answers go nowhere."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Point:
    code: str
    words: str | Promise
    hint: str | Promise


POINTS: tuple[Point, ...] = (
    Point(
        "SAFE",
        _("Are you safe now, and is anybody else in danger?"),
        _("If not, stop here and open the emergency page."),
    ),
    Point(
        "FREE",
        _("Do you ask for this freely?"),
        _("Nobody sent them, nobody will hold it against them if they do not."),
    ),
    Point("HOPES", _("What would be better afterwards?"), _("A talk, an arrangement, an end. Not a ruling.")),
    Point("OTHERS", _("Who else is in it, and could they say no freely?"), _("Think of grades, pay, housing, visas.")),
    Point("SPEAK", _("Can you speak for yourself?"), _("A supporter, an interpreter or a break may be enough.")),
    Point("ORDERS", _("Is there an order or a rule that forbids contact?"), _("Then no joint talk.")),
    Point("VIOLENCE", _("Was there violence, stalking or fear?"), _("Then mediation is not the way.")),
    Point("ELSEWHERE", _("Is another office looking into the same?"), _("Ask before you go on.")),
    Point("KEPT", _("Do you know what we keep and what we must pass on?"), _("Say it in your own words.")),
    Point("WAYS", _("Which other ways are there?"), _("Name all of them, also the formal ones.")),
)
