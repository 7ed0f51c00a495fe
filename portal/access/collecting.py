"""Everything of a matter that is about one person, before others are taken out of it.

A row that points to a participant or a pass is that person's; one that points to nobody is about the whole matter,
and only its sentences that name the person count. A new kind of row is therefore looked through without a line here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.cases.models import CollateralContact, Matter, Note, Participant
from portal.cases.statuses import NoteAudience
from portal.intake.models import Message, Request
from portal.intake.statuses import Direction
from portal.passes.models import Pass
from portal.vault.fields import SealedField, SealedJSONField, SealedTextField
from portal.vault.models import sealed_models

from .redaction import Somebody

if TYPE_CHECKING:
    from portal.disclosures.subjects import Subject

# Not somebody's record, or not for them, and why: said in the cover letter where people would look for it.
LEFT_OUT = {
    "AuditLink": "the chain of events; what was told to others stands in the register",
    "Mailing": "the outbox: mail that says only that there is news",
    "Pass": "a personal code",
    "Invitation": "a code to come in",
    "Hold": "the office's own duty to keep; names who asked for it",
    "AccessRequest": "this very request",
    "AccessItem": "drafts of this very package",
    "Agreement": "everybody who signed it can read and print it on their own page",
    "BreakGlass": "lies apart; the line about it stands in the register",
    "Directive": "belongs to no matter",
}
# Memory aids of one person are nobody's record (R18); what the pair says to each other staff do not read (M29).
NOT_READ = (NoteAudience.OWN, NoteAudience.PAIR)
_TECHNICAL = frozenset({"id", "vault_key", "submission", "sha256", "code_hash", "number", "sequence", "edition"})
TITLES = {
    "Request": gettext_lazy("What you asked us for"),
    "Message": gettext_lazy("A message"),
    "Participant": gettext_lazy("What you told us about yourself"),
    "Meeting": gettext_lazy("A talk with you"),
    "Consent": gettext_lazy("An answer of yours"),
    "Note": gettext_lazy("From a note of the office"),
    "Task": gettext_lazy("From a task of the office"),
    "Screening": gettext_lazy("From the office's decision"),
    "DynamicsSheet": gettext_lazy("From the office's dynamics sheet"),
    "CollateralContact": gettext_lazy("Somebody whom you let us ask"),
    "Availability": gettext_lazy("When you are free"),
    "Signature": gettext_lazy("Your signature"),
    "Disclosure": gettext_lazy("A line of the register of disclosures"),
    "SharePermission": gettext_lazy("A permission of yours"),
    "AmendmentRequest": gettext_lazy("A change that you asked for"),
    "Measure": gettext_lazy("An arrangement for you"),
}


@dataclass(frozen=True)
class Piece:
    title: str
    text: str
    is_own: bool


def pieces_of(subject: Subject) -> Iterator[Piece]:
    """Every piece of the record, own ones first as they are, then what is about the whole matter."""
    shared = []
    for model in sealed_models():
        if model.__name__ in LEFT_OUT or model._meta.abstract:
            continue
        for row in _rows(model, subject.matter):
            belongs = _belongs(row, subject)
            if belongs is True and (text := _told(row, with_facts=True)):
                yield Piece(_title(row), text, True)
            elif belongs is None and (text := _told(row, with_facts=False)):
                shared.append(Piece(_title(row), text, False))
    yield from shared


def _rows(model: type[models.Model], matter: Matter) -> models.QuerySet:
    rows = model._default_manager.filter(vault_key=matter.pk)
    return rows.exclude(audience__in=NOT_READ) if model is Note else rows


def _belongs(row: models.Model, subject: Subject, depth: int = 1) -> bool | None:
    """True: this person's. False: somebody else's. None: nobody's in particular."""
    if isinstance(row, Participant):
        return subject.participant is not None and row.pk == subject.participant.pk
    if isinstance(row, Request):
        return row.pk == getattr(subject.request, "pk", None) or (
            row.entry_id is not None and row.entry_id == subject.entry_id
        )
    verdicts = {verdict for verdict in _verdicts(row, subject, depth) if verdict is not None}
    if False in verdicts:
        return False
    return True if verdicts else None


def _verdicts(row: models.Model, subject: Subject, depth: int) -> Iterator[bool | None]:
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname) if field.is_relation else None
        if value is None:
            continue
        if field.related_model is Participant:
            yield subject.participant is not None and value == subject.participant.pk
        elif field.related_model is Pass:
            yield value == subject.entry_id
        elif field.related_model is Request:
            yield _belongs(getattr(row, field.name), subject)
        elif depth and hasattr(field.related_model, "vault_key") and field.related_model.__name__ != "Case":
            parent = getattr(row, field.name)
            if not isinstance(parent, Matter):
                yield _belongs(parent, subject, depth - 1)


def _title(row: models.Model) -> str:
    words = str(TITLES.get(type(row).__name__, capfirst(row._meta.verbose_name)))
    moment = next((value for value in _moments(row)), None)
    return f"{words}, {_day(moment)}" if moment else words


def _moments(row: models.Model) -> Iterator[date]:
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname) if isinstance(field, models.DateField) else None
        if value:
            yield value


def _told(row: models.Model, *, with_facts: bool) -> str:
    lines = []
    if isinstance(row, Message):
        lines.append(_("From the office") if row.direction == Direction.FROM_OFFICE else _("From you"))
    for field in row._meta.concrete_fields:
        if field.name in _TECHNICAL or field.is_relation or not (with_facts or isinstance(field, SealedField)):
            continue
        text = _value(row, field)
        if text:
            lines.append(f"{capfirst(str(field.verbose_name))}: {text}" if with_facts else text)
    return "\n".join(lines)


def _value(row: models.Model, field: models.Field) -> str:
    value = getattr(row, field.attname)
    if isinstance(field, SealedJSONField):
        return "; ".join(_flat(value))
    if isinstance(field, SealedField):
        return strip_tags(str(value)).strip() if isinstance(value, str) else ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, date):
        return _day(value)
    if value in (None, ""):
        return ""
    return str(getattr(row, f"get_{field.name}_display")()) if field.choices else str(value)


def _flat(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from _flat(inner, name)
    elif value not in (None, "", False):
        yield f"{name}: {value}" if name and value is not True else str(name or value)


def _day(value: date) -> str:
    return date_format(timezone.localdate(value) if isinstance(value, datetime) else value, "j F Y")


# Who else is in it.


def own_person(subject: Subject) -> Somebody:
    row = subject.row
    contact = row.contact or {}
    requests = Request.objects.filter(entry=subject.entry_id) if subject.entry_id else []
    names = [row.name, *(one.name for one in requests)]
    return Somebody(
        subject.name, [name for name in names if name], [contact.get("email", "")], [contact.get("phone", "")]
    )


def other_people(subject: Subject) -> list[Somebody]:
    """Everybody else who is named in the matter, with what they wrote or said themselves."""
    matter, own = subject.matter, subject.participant
    people = [one for one in Participant.objects.filter(case__matter=matter) if own is None or one.pk != own.pk]
    found = [_somebody(one, _("Person %(number)s") % {"number": one.number}) for one in people]
    requests = list(Request.objects.filter(matter=matter))
    others = [one for one in requests if _belongs(one, subject) is False]
    found += [_somebody(one, _("another person")) for one in others]
    named = [line for one in requests for line in re.split(r"[\n,;]", one.others)]
    named += [contact.name for contact in CollateralContact.objects.filter(case__matter=matter)]
    found.append(Somebody(_("another person"), [name.strip() for name in named if name.strip()]))
    found.append(Somebody(_("another person"), words=list(_their_words(subject))))
    return found


def _somebody(row: Participant | Request, label: str) -> Somebody:
    contact = row.contact or {}
    return Somebody(label, [row.name], [contact.get("email", "")], [contact.get("phone", "")])


def _their_words(subject: Subject) -> Iterator[str]:
    """Whatever is sealed in rows of other people: none of it may be repeated."""
    for model in sealed_models():
        if model.__name__ in LEFT_OUT:
            continue
        texts = [field for field in model._meta.concrete_fields if isinstance(field, SealedTextField)]
        for row in _rows(model, subject.matter) if texts else ():
            if isinstance(row, Message) and row.direction == Direction.FROM_OFFICE:
                continue
            if _belongs(row, subject) is False:
                yield from (text for field in texts if (text := _value(row, field)))
