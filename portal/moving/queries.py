"""Whose matter it is, what of theirs could travel, and what they and staff read before they decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.cases.transitions import Missing
from portal.disclosures.subjects import Subject, subjects_of
from portal.handbook import queries as handbook
from portal.handbook.statuses import NoticeKind
from portal.intake.models import Message, Request
from portal.intake.queries import keeping_programme
from portal.intake.statuses import Direction, SafeWay
from portal.programmes.queries import current_office

from .gates import missing_to_move
from .models import MoveOffer

if TYPE_CHECKING:
    from portal.cases.models import Matter
    from portal.handbook.queries import Words
    from portal.programmes.models import Office, Programme

# The fields of a request that hold its writer's own words. Whom they named as being in it stays behind.
OWN_WORDS = ("about", "story", "tried", "hope", "soon", "keep_from")
NAME, CONTACT, YOU, NEEDS, MESSAGE = "name", "contact", "you", "needs", "message-"


@dataclass(frozen=True)
class Thing:
    """Something that may travel, if the person ticks it: exactly these words and no others."""

    code: str
    title: str
    text: str


@dataclass(frozen=True)
class Reading:
    """All that is read, or read aloud, before a yes counts: see templates/portal/moving/_reading.html."""

    to: Programme
    kept: Words
    is_minor: bool


def reading_for(subject: Subject, office: Office) -> Reading | None:
    to = keeping_programme()
    return reading_about(subject, to, office) if to else None


def reading_about(subject: Subject, to: Programme, office: Office) -> Reading:
    kept = handbook.told(handbook.current(NoticeKind.KEPT, to, language=get_language() or "en"), office)
    source = source_of(subject)
    return Reading(to, kept, is_minor=bool(source and source.is_minor))


def mover_of(matter: Matter) -> Subject | None:
    """Who decides: whoever asked the office. Nobody else's things ever travel."""
    if getattr(matter, "case", None) is None:
        prefetch_related_objects([matter], "requests")
        writers = sorted(matter.requests.all(), key=lambda one: one.first_contact_at)
        return Subject(matter, request=writers[0]) if writers else None
    people = subjects_of(matter)
    return next((one for one in people if one.request or (one.participant and one.participant.is_requester)), None)


def subject_behind(offer: MoveOffer) -> Subject:
    return Subject(offer.matter, request=offer.request, participant=offer.participant)


def newest_offer(subject: Subject) -> MoveOffer | None:
    rows = MoveOffer.objects.filter(matter=subject.matter, request=subject.request, participant=subject.participant)
    return rows.select_related("matter__programme", "request", "participant").order_by("-offered_at").first()


def source_of(subject: Subject) -> Request | None:
    """The request that somebody's case began with; of two that were joined, the one of their own page."""
    if subject.request is not None:
        return subject.request
    asked = Request.objects.filter(matter=subject.matter).order_by("first_contact_at")
    own = asked.filter(entry=subject.entry_id) if subject.entry_id else asked
    return own.first()


def things_of(subject: Subject, office: Office | None = None) -> list[Thing]:
    """What the person wrote or said themselves, one line for each tick. Nothing of anybody else is among it."""
    source = source_of(subject)
    things = (*_about_them(subject, source, office or current_office()), *_words(source), *_messages(subject))
    return [thing for thing in things if thing.text.strip()]


def _about_them(subject: Subject, source: Request | None, office: Office) -> Iterator[Thing]:
    row = subject.row
    yield Thing(NAME, _("Your name"), row.name)
    yield Thing(CONTACT, _("How it is safe to reach you"), _reach(reach_of(subject)))
    if source is not None:
        unit = office.unit_label(source.unit) if source.unit else ""
        yield Thing(YOU, _("What you are here, and where"), _line(source.get_constituency_display(), unit))
    yield Thing(NEEDS, _("What makes it easier for you"), needs_of(subject))


def _words(source: Request | None) -> Iterator[Thing]:
    titles = {
        "about": _("In a few words"),
        "story": _("What happened"),
        "tried": _("What you have tried"),
        "hope": _("What would help"),
        "soon": _("A day that we should know of"),
        "keep_from": _("Somebody else who must not see it"),
    }
    for name in OWN_WORDS if source is not None else ():
        yield Thing(name, titles[name], getattr(source, name))


def _messages(subject: Subject) -> Iterator[Thing]:
    for message in own_messages(subject):
        day = date_format(timezone.localtime(message.sent_at), "l, j F")
        yield Thing(f"{MESSAGE}{message.pk}", _("Your message of %(day)s") % {"day": day}, message.body)


def own_messages(subject: Subject) -> list[Message]:
    """What they wrote, or told staff who wrote it down. The office's answers are the office's."""
    if subject.entry_id is None:
        return []
    rows = Message.objects.filter(entry=subject.entry_id, direction=Direction.TO_OFFICE)
    return list(rows.order_by("sent_at"))


def reach_of(subject: Subject) -> tuple[str, dict[str, object]]:
    """The safe way and its details; a participant keeps the way among the details."""
    contact = dict(subject.row.contact or {})
    way = contact.pop("way", "") if subject.participant is not None else getattr(subject.request, "safe_way", "")
    return (way or SafeWay.CODE), contact


def needs_of(subject: Subject) -> str:
    """A participant's needs have three parts; the words of a request one."""
    if subject.participant is not None:
        parts = (subject.participant.needs or {}).get
        return "\n".join(text for text in (parts("pronouns"), parts("language"), parts("access")) if text)
    return subject.request.needs if subject.request else ""


def _reach(reach: tuple[str, dict[str, object]]) -> str:
    way, contact = reach
    details = [str(contact.get(name) or "") for name in ("email", "phone", "when")]
    return _line(str(SafeWay(way).label), *details) if any(details) else ""


def _line(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part)


@dataclass(frozen=True)
class OfficePage:
    """For templates/portal/moving/office.html."""

    reading: Reading | None
    offer: MoveOffer | None = None
    missing: list[Missing] = field(default_factory=list)


def office_page(matter: Matter, subject: Subject | None, office: Office) -> OfficePage:
    to = keeping_programme()
    missing = missing_to_move(matter, to=to)
    if subject is None:
        return OfficePage(None, missing=missing)
    return OfficePage(reading_about(subject, to, office) if to else None, newest_offer(subject), missing)
