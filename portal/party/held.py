"""What the office holds about one person, in the words of a list they can read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.cases.queries import latest_answer
from portal.cases.statuses import CircleForm, ConsentKind, Willing

if TYPE_CHECKING:
    from portal.cases.models import Participant


@dataclass(frozen=True)
class Held:
    """For components/summary_list.html."""

    name: str
    text: str


def held_about(person: Participant) -> list[Held]:
    contact = person.contact
    lines = [
        Held(_("Name"), person.name),
        Held(_("Pronouns"), person.needs.get("pronouns", "")),
        Held(_("E-mail"), contact.get("email", "")),
        Held(_("Phone"), " ".join([contact.get("phone", ""), contact.get("when", "")]).strip()),
        Held(_("Language"), person.needs.get("language", "")),
        Held(_("What you need"), person.needs.get("access", "")),
        *_wishes(person),
        *_answers(person),
    ]
    return [line for line in lines if line.text]


def _wishes(person: Participant) -> list[Held]:
    row = getattr(person, "preparation", None)
    if row is None:
        return []
    forms = ", ".join(str(CircleForm(one).label) for one in row.forms)
    return [
        Held(_("How you would meet"), forms),
        Held(_("What you wish for"), row.wishes),
        Held(_("What makes it safe for you"), row.safety),
    ]


def _answers(person: Participant) -> list[Held]:
    lines = []
    if person.is_requester and (answer := latest_answer(person, ConsentKind.GO_ON)) is not None:
        lines.append(Held(_("Whether we may go on"), _("Yes") if answer else _("No")))
    if person.rights_read_at:
        lines.append(Held(_("Rights and notice"), _("Read")))
    if person.willing in {Willing.YES, Willing.NO}:
        lines.append(Held(_("Whether you take part"), _("Yes") if person.willing == Willing.YES else _("No")))
    return lines
