"""From answers to a wish: what the office takes in of all that was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from ..actions import Wish
from ..statuses import AsksFor, CameBy, Constituency, Door, Referral
from .fields import contact_of
from .table import Answers, is_from_partner, is_minor

if TYPE_CHECKING:
    from portal.programmes.models import Programme

# Answers that are fields of the request under the same name.
_AS_THEY_ARE = {
    "people": ("keep_from",),
    "service": ("asks_for",),
    "contact": ("safe_way",),
    "you": ("name", "constituency", "unit", "needs"),
    "others": ("others", "connection"),
    "about": ("about", "story", "tried", "hope", "soon"),
    "heard": ("referral",),
}


def wish_of(answers: Answers, programme: Programme, campaign: str) -> Wish:
    """The request that follows from complete answers."""
    facts = {name: answers[slug][name] for slug, names in _AS_THEY_ARE.items() for name in names}
    facts |= {"contact": contact_of(answers["contact"]), "is_minor": is_minor(answers), "campaign": campaign}
    facts |= {"door": answers.get("door", {}).get("door", Door.SELF), "sent_by": _sent_by(answers)}
    came_by = CameBy.PARTNER if is_from_partner(answers) else CameBy.WEB
    return Wish(programme=programme, facts=facts, tied=tied_in(answers["people"]), came_by=came_by)


def _sent_by(answers: Answers) -> str:
    """Who passed it on, with what staff have to know before they get in touch with anybody."""
    if not is_from_partner(answers):
        return ""
    given = answers["partner"]
    knows = _("The person knows and agrees.") if given["knows"] == "YES" else _("The person may not know.")
    return f"{given['sent_by']}\n{knows}"


def short_wish(answers: dict[str, Any], programme: Programme) -> Wish:
    """ "Just contact me": a safe way, a name if they like, and nothing else."""
    facts = {
        "asks_for": AsksFor.CONTACT,
        "safe_way": answers["safe_way"],
        "contact": contact_of(answers),
        "name": answers["name"],
        "is_minor": answers["age"] == "MINOR",
    }
    return Wish(programme=programme, facts=facts, tied=tied_in(answers))


def logged_wish(given: dict[str, Any], programme: Programme) -> Wish:
    """What staff wrote down; the clock runs from when the contact came."""
    brought = {"door": given.get("door") or Door.SELF}
    names = ("asks_for", "safe_way", "name", "constituency", "unit", "others", "about", "story", "needs", "referral")
    facts = {name: given[name] for name in (*names, "is_minor", "keep_from")} | {"contact": contact_of(given)} | brought
    facts["constituency"] = facts["constituency"] or Constituency.UNSAID
    facts["referral"] = facts["referral"] or Referral.UNSAID
    return Wish(
        programme=programme,
        facts=facts,
        tied=tied_in(given),
        came_by=given["came_by"],
        first_contact_at=given["contacted_at"],
    )


def tied_in(answers: dict[str, Any]) -> frozenset[UUID]:
    return frozenset(UUID(one) for one in answers.get("tied", []))
