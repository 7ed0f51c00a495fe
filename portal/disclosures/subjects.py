"""Whose record it is: a participant, or whoever wrote a request that is no case yet. Visitors are protected too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from portal.cases.models import Participant
from portal.intake.models import Request
from portal.intake.queries import person_of

if TYPE_CHECKING:
    from portal.cases.models import Matter
    from portal.passes.models import Pass


@dataclass(frozen=True)
class Subject:
    """One person of a matter."""

    matter: Matter
    request: Request | None = None
    participant: Participant | None = None

    @property
    def row(self) -> Participant | Request:
        found = self.participant or self.request
        if found is None:
            raise ValueError("A subject is a participant or the writer of a request.")
        return found

    @property
    def key(self) -> str:
        """How an address or a form names this person: no name, no id."""
        return f"person-{self.participant.number}" if self.participant else "writer"

    @property
    def name(self) -> str:
        if self.participant is not None:
            return self.participant.display_name
        return (self.request.name if self.request else "") or _("The person who wrote to us")

    @property
    def entry_id(self) -> UUID | None:
        return self.row.entry_id

    @property
    def columns(self) -> dict[str, Any]:
        """What a row about this person is created with."""
        return {
            "vault_key": self.matter.pk,
            "matter": self.matter,
            "request": self.request,
            "participant": self.participant,
        }


def subjects_of(matter: Matter) -> list[Subject]:
    """Everybody of a matter who can give a permission; while there is no case, whoever wrote to us."""
    people = Participant.objects.filter(case__matter=matter).select_related("case")
    if found := [Subject(matter, participant=person) for person in people]:
        return found
    return [Subject(matter, request=one) for one in Request.objects.filter(matter=matter).order_by("first_contact_at")]


def subject_called(matter: Matter, key: str) -> Subject | None:
    return next((one for one in subjects_of(matter) if one.key == key), None)


def subject_of(entry: Pass) -> Subject | None:
    """Whose pass it is; None when it belongs to no matter."""
    found = person_of(entry)
    if isinstance(found, Participant):
        return Subject(found.case.matter, participant=found)
    return Subject(found.matter, request=found) if found else None
