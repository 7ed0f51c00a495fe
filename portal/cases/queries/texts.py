"""Texts of the handbook for one person of a case, in the version in use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from portal.documents.models import DocumentTemplate
from portal.documents.statuses import DocumentKind
from portal.handbook.models import Notice
from portal.handbook.queries import told
from portal.handbook.statuses import NoticeKind

from ..statuses import ConsentKind

if TYPE_CHECKING:
    from portal.accounts.models import User

    from ..models import Case, Participant

# What everybody reads before they say whether they take part.
TO_READ = (NoticeKind.RIGHTS, NoticeKind.CONFIDENTIALITY, NoticeKind.KEPT)


def notices_to_read(person: Participant) -> list[Notice]:
    """The texts in their present versions; asked once for each page."""
    if not hasattr(person, "_notices_to_read"):
        person._notices_to_read = _in_use(person.case, TO_READ)  # type: ignore[attr-defined]
    return person._notices_to_read  # type: ignore[attr-defined]


def has_read_all(person: Participant) -> bool:
    read = {row.notice_id for row in person.consents.all() if row.kind == ConsentKind.RIGHTS_READ}
    return person.rights_read_at is not None and all(notice.pk in read for notice in notices_to_read(person))


def words_for(person: Participant, kind: NoticeKind, *, staff: User | None = None) -> str:
    """One text of the handbook as this person gets it; empty when none is in use.

    The member of staff whom it names is the one given, else the coordinator of the case.
    """
    found = _in_use(person.case, (kind,))
    if not found:
        return ""
    named = staff or person.case.coordinator
    who = {"staff": named.get_full_name() if named else _("Our staff"), "name": person.name or _("this person")}
    return told(found[0], **who).text


def call_script(person: Participant, *, staff: User | None = None) -> str:
    return words_for(person, NoticeKind.CALL_SCRIPT, staff=staff)


def invitation_letter(
    person: Participant, code: str, *, sender: User, day: date, join_address: str
) -> tuple[DocumentTemplate, dict[str, Any]]:
    """The letter that brings an invitation: the first words, where to answer, and the code."""
    template = DocumentTemplate.objects.approved().get(
        kind=DocumentKind.LETTER, programme=person.case.programme_id, language="en"
    )
    where = _("You can answer on this page: %(address)s") % {"address": join_address}
    what = _("It asks for this code: %(code)s") % {"code": code}
    by_phone = _("Or call me. You can do everything by phone or on paper.")
    words = [words_for(person, NoticeKind.INVITATION_WORDS, staff=sender), where, what, by_phone]
    values = {
        "recipient": [person.name or _("To you in person")],
        "day": day,
        "subject": _("A question"),
        "words": "\n\n".join(part for part in words if part),
        "sender": sender.get_full_name(),
    }
    return template, values


def _in_use(case: Case, kinds: Iterable[str]) -> list[Notice]:
    """The version in use of each kind; the text of the process comes before the one for all of them."""
    found = Notice.objects.approved().filter(kind__in=kinds, programme=case.programme_id, language="en")
    by_kind = {row.kind: row for row in found.filter(process__in=["", case.process]).order_by("process")}
    return [by_kind[kind] for kind in kinds if kind in by_kind]
