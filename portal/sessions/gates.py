"""Whose yes a further session still needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.cases.statuses import ConsentKind
from portal.cases.transitions import Missing

from .statuses import SessionStatus

if TYPE_CHECKING:
    from portal.cases.models import Case, Participant


def everyone_wants_another(case: Case) -> list[Missing]:
    """A further session is by mutual agreement: each party says yes to it anew (M32)."""
    number = next_number(case)
    return [
        Missing(_("Waiting for %(name)s to want a further session") % {"name": person.display_name}, person)
        for person in case.participants.all()
        if person.is_party and person.is_active and not _wants(person, number)
    ]


def next_number(case: Case) -> int:
    """The number the next session will have; one that did not take place does not count."""
    return sum(1 for row in case.sessions.all() if row.status == SessionStatus.ENDED and row.started_at) + 1


def _wants(person: Participant, number: int) -> bool:
    answers = [
        answer
        for answer in person.consents.all()
        if answer.kind == ConsentKind.FURTHER_SESSION and answer.round == number
    ]
    return bool(answers) and answers[-1].yes
