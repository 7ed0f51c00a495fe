"""Somebody has gone over while others still have to be told: nothing that they said or wrote stays until close."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portal.access.models import AccessRequest, AmendmentRequest
from portal.agreements.models import Signature
from portal.cases.actions import make_findable, stop_news_for
from portal.cases.models import CollateralContact, Meeting, Participant
from portal.circles.models import Harm, Preparation
from portal.disclosures.models import Disclosure, SharePermission
from portal.intake.actions import index_request
from portal.intake.models import Message, Request
from portal.mail.models import Mailing
from portal.mail.statuses import MailState
from portal.measures.models import Measure
from portal.papers.models import OwnWords
from portal.passes.actions import revoke_pass
from portal.passes.models import Pass
from portal.plans.models import CheckIn, Commitment, ResolutionSignature
from portal.scheduling.models import Availability
from portal.screening.models import Screening
from portal.vault.fields import SealedField, SealedJSONField

from ..queries import source_of

if TYPE_CHECKING:
    from django.db import models

    from portal.cases.models import Matter
    from portal.disclosures.subjects import Subject

# What hangs on a participant and holds their own words, or what staff wrote down from a talk with them alone; by which
# of its fields it is theirs.
THEIRS: dict[Any, str] = {
    Preparation: "participant",
    OwnWords: "participant",
    Meeting: "participant",
    CollateralContact: "named_by",
    Availability: "participant",
    Signature: "participant",
    CheckIn: "said_by",
    AccessRequest: "participant",
    AmendmentRequest: "participant",
}
# What hangs on a participant too and goes with the matter, when staff close it.
UNTIL_CLOSE: dict[Any, str] = {
    Harm: "the group's own words, of all who were harmed",
    Commitment: "a plan is everybody's; nobody moves over once there is one",
    ResolutionSignature: "only where records are kept, and nobody moves over from there",
    Measure: "somebody has to end what was arranged",
    SharePermission: "by what right something was told: the register is whole until it goes",
    Disclosure: "what was told, which is never changed",
}


def leave_nothing_of(subject: Subject) -> None:
    """Inside the caller's transaction and lock. Tokens go last: they lie in the other database."""
    person, source = subject.participant, source_of(subject)
    rows = [row for row in (person, source) if row is not None]
    _forget_name(subject.matter, {row.name for row in rows} - {""})
    _forget_mail(subject.matter, {row.contact.get("email", "") for row in rows} - {""})
    if person is not None:
        for model, whose in THEIRS.items():
            model._base_manager.filter(**{whose: person}).delete()
        person.refresh_from_db()
        stop_news_for(person)
        _empty(person)
    if source is not None:
        _empty(source)
    if subject.entry_id is not None:
        Message.objects.filter(entry=subject.entry_id).delete()
        revoke_pass(entry=Pass.objects.get(pk=subject.entry_id))
    _unfind(person, source)


def _forget_name(matter: Matter, names: set[str]) -> None:
    """In what was decided they keep their number; words to them that still wait are nobody's now."""
    for row in Screening.objects.filter(matter=matter):
        people = [[key, "" if name in names else name] for key, name in row.people]
        row.answers, row.own_words = row.answers | {"people": people}, ""
        row.save(update_fields=["answers", "own_words"])


def _forget_mail(matter: Matter, addresses: set[str]) -> None:
    """What was sent to them or is not wanted any more; what still waits in the outbox is for others."""
    done = Mailing.objects.filter(vault_key=matter.pk).exclude(state__in=(MailState.QUEUED, MailState.SENDING))
    for mail in done:
        if mail.address in addresses:
            mail.delete()


def _empty(row: models.Model) -> None:
    """Every sealed field of the row, whatever is added to it later."""
    sealed = [one for one in row._meta.concrete_fields if isinstance(one, SealedField)]
    for one in sealed:
        setattr(row, one.attname, {} if isinstance(one, SealedJSONField) else "")
    row.save(update_fields=[one.attname for one in sealed])


def _unfind(person: Participant | None, source: Request | None) -> None:
    if person is not None:
        make_findable(person)
    if source is not None:
        index_request(source)
