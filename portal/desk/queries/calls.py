"""Whom staff have to phone because something is new: those who chose neither mail nor to come back with a code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from portal.cases.models import Case, Participant, Telling
from portal.cases.policies import can_read_contact
from portal.intake.models import Request

if TYPE_CHECKING:
    from portal.accounts.models import User


@dataclass(frozen=True)
class Call:
    """One line: who, on which number, when it is safe, and what it is about."""

    telling: Telling
    name: str
    phone: str
    when: str
    about: Case | Request


def calls_to_make(user: User) -> list[Call]:
    """The longest waiting first. Three queries, however many there are."""
    rows = Telling.objects.open().visible_to(user).select_related("participant__case", "entry")
    rows = rows.prefetch_related("entry__participants__case", "entry__requests")
    return [call for row in rows if (call := _call(row, user))]


def _call(row: Telling, user: User) -> Call | None:
    person: Participant | None = row.participant or _holder(row, "participants")
    if person is not None:
        # At their wish only the coordinator of the case reads the number.
        reached = _reached(person) if can_read_contact(user, person) else ("", "")
        return Call(row, person.display_name, *reached, person.case)
    request: Request | None = _holder(row, "requests")
    if request is not None:
        return Call(row, request.name or _("Somebody who gave no name"), *_reached(request), request)
    return None


def _holder(row: Telling, kind: str) -> Any:
    """Whose code it is: from what was fetched beforehand."""
    return next(iter(getattr(row.entry, kind).all()), None) if row.entry else None


def _reached(person: Participant | Request) -> tuple[str, str]:
    return person.contact.get("phone", ""), person.contact.get("when", "")
