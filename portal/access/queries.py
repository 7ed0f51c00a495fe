"""What stops a destruction, whom a draft is about, and which matters a directive may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from portal.cases.models import Case, Participant
from portal.disclosures.subjects import Subject
from portal.intake.models import Request
from portal.vault import tokens
from portal.vault.keystore.models import TokenKind

from .collecting import other_people, own_person
from .models import AccessRequest, AmendmentRequest
from .redaction import Redactor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.accounts.models import User

    from .models import Directive


def asked_for(matter: str) -> Any:
    """Somebody has asked to see or to change their record: until that is answered, nothing is destroyed (R17).

    For the query that fetches a matter or a row of it; `matter` is the column there.
    """
    seeing = AccessRequest.objects.open().filter(matter=OuterRef(matter))
    return Exists(seeing) | Exists(AmendmentRequest.objects.open().filter(matter=OuterRef(matter)))


def subject_behind(row: AccessRequest | AmendmentRequest) -> Subject:
    return Subject(row.matter, request=row.request, participant=row.participant)


def redactor_for(subject: Subject) -> Redactor:
    references = [one.reference for one in _own_things(subject)]
    return Redactor(own_person(subject), other_people(subject), references)


def _own_things(subject: Subject) -> list[Case | Request]:
    things: list[Case | Request] = list(Case.objects.filter(matter=subject.matter))
    if subject.entry_id:
        things += Request.objects.filter(entry=subject.entry_id)
    return things


def meant_by(directive: Directive, user: User) -> list[Case | Request]:
    """Cases and requests of the programme in which one of these names stands, as far as this person may see them.

    Looked up anew each time and written down nowhere.
    """
    found: set[UUID] = set()
    for name in _names(directive.names.splitlines()):
        found |= tokens.find_any([(TokenKind.NAME, name), (TokenKind.EMAIL, name)])
    people = Participant.objects.filter(pk__in=found).values("case")
    cases = Case.objects.visible_to(user).filter(programme=directive.programme_id, pk__in=people)
    requests = Request.objects.visible_to(user).filter(programme=directive.programme_id, pk__in=found, case=None)
    return [*cases.order_by("reference"), *requests.order_by("reference")]


def _names(lines: Iterable[str]) -> list[str]:
    return [line.strip() for line in lines if line.strip()][:50]
