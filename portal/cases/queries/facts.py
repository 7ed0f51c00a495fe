"""What staff read about one person, and which steps they can enter for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.programmes.processes import definition

from ..gates import second_yes_from
from ..statuses import COULD_NOT_GO_ON, CaseStatus, ConsentKind, ParticipantRole, Willing
from .people import attempts_left, latest_answer

if TYPE_CHECKING:
    from datetime import datetime

    from portal.programmes.processes import definition

from ..models import Participant

WAYS = {
    "EMAIL": gettext_lazy("by e-mail"),
    "PHONE": gettext_lazy("by phone"),
    "CODE": gettext_lazy("comes back with the personal code"),
}


@dataclass(frozen=True)
class Fact:
    name: str
    text: str


@dataclass(frozen=True)
class Agreement:
    """What one party said about one companion."""

    party: Participant
    companion: Participant
    answer: bool | None
    is_own: bool


def facts_of(person: Participant, *, with_contact: bool = True) -> list[Fact]:
    """Lines for components/summary_list.html."""
    return [*_standing(person), *_reaching(person, with_contact=with_contact), *_needs(person)]


def steps_for(person: Participant) -> list[tuple[str, str]]:
    """The steps that make sense now; the actions decide in the end."""
    case = person.case
    if case.ended_from == CaseStatus.INVITING and case.ending in COULD_NOT_GO_ON and person.willing != Willing.YES:
        read = [("RIGHTS", _("Rights and notice were read to them, or they have read them"))]
        return [*([] if person.rights_read_at else read), ("YES", _("Comes back: would take part now"))]
    if not case.is_open or case.is_paused or person.has_left or not person.is_party:
        return []
    steps = []
    if person.is_requester and case.status == CaseStatus.OPENED and definition(case.process).asks_requester_first:
        steps += [("GO_ON_YES", _("We may go on and ask the others")), ("GO_ON_NO", _("Does not want to go on"))]
    if person.rights_read_at is None:
        steps.append(("RIGHTS", _("Rights and notice were read to them, or they have read them")))
    if case.status == CaseStatus.INVITING or (person.is_requester and case.status == CaseStatus.OPENED):
        steps += [("YES", _("Takes part")), ("NO", _("Does not take part"))]
    elif person.willing == Willing.YES and case.asks_twice and second_yes_from(person):
        steps.append(("YES", _("Says yes a second time")))
    if person.more_time_asked_at is None and person.is_active:
        steps.append(("MORE_TIME", _("Needs more time")))
    return steps


def agreements_of(person: Participant) -> list[Agreement]:
    """For a party: every companion of the case. For a companion: every party."""
    everyone = [one for one in person.case.participants.all() if not one.has_left]
    companions = [one for one in everyone if not one.is_party] if person.is_party else [person]
    parties = [person] if person.is_party else [one for one in everyone if one.is_party]
    return [
        Agreement(
            party,
            companion,
            latest_answer(party, ConsentKind.COMPANION, about=companion),
            companion.comes_with_id == party.pk,
        )
        for companion in companions
        for party in parties
    ]


def _standing(person: Participant) -> list[Fact]:
    asked = person.is_requester and person.role == ParticipantRole.PARTY
    lines = [Fact(_("Role"), _("Requester, party") if asked else person.roles_in_words)]
    if not person.is_party:
        return lines
    if person.is_requester:
        answer = latest_answer(person, ConsentKind.GO_ON)
        lines.append(Fact(_("Goes on"), _("Not said yet") if answer is None else _("Yes") if answer else _("No")))
    lines.append(Fact(_("Takes part"), str(Willing(person.willing).label)))
    lines.append(Fact(_("Asked"), _moment(person.asked_at)))
    lines.append(Fact(_("Answered"), _moment(person.answered_at)))
    lines.append(Fact(_("Rights read"), _moment(person.rights_read_at)))
    if person.more_time_asked_at:
        lines.append(Fact(_("Asked for more time"), _moment(person.more_time_asked_at)))
    return lines


def _reaching(person: Participant, *, with_contact: bool) -> list[Fact]:
    contact = person.contact if with_contact else {}
    lines = []
    if not with_contact:
        lines.append(Fact(_("How to reach them"), _("Hidden at their wish: ask the coordinator of this case")))
    if person.is_party and not person.is_requester:
        tries = _("%(left)d more tries") % {"left": attempts_left(person)}
        lines.append(Fact(_("Way of inviting"), f"{person.get_route_display() or _('Not said yet')} ({tries})"))
    if contact.get("way"):
        lines.append(Fact(_("Wants to hear from us"), str(WAYS.get(contact["way"], ""))))
    if contact.get("email"):
        shared = " " + _("(others read this mailbox)") if contact.get("shared_mailbox") else ""
        lines.append(Fact(_("E-mail"), contact["email"] + shared))
    if contact.get("phone"):
        lines.append(Fact(_("Phone"), " ".join([contact["phone"], contact.get("when", "")]).strip()))
    return lines


def _needs(person: Participant) -> list[Fact]:
    names = {"pronouns": _("Pronouns"), "language": _("Language"), "access": _("Needs")}
    return [Fact(label, person.needs[name]) for name, label in names.items() if person.needs.get(name)]


def _moment(at: datetime | None) -> str:
    return date_format(localtime(at), "l, j F, H:i") if at else _("Not yet")
