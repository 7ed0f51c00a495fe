"""Texts of the handbook for one person of a case, in the version in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from portal.handbook.queries import Words, notices_of, pick, told
from portal.handbook.statuses import NoticeKind

from ..statuses import ConsentKind

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.handbook.models import Notice
    from portal.programmes.models import Office

    from ..models import Participant

# What everybody reads before they say whether they take part.
TO_READ = (NoticeKind.RIGHTS, NoticeKind.CONFIDENTIALITY, NoticeKind.KEPT)


def notices_to_read(person: Participant) -> list[Notice]:
    """The texts in their present versions; fetched once for each page."""
    in_use = _in_use(person)
    return [pick(in_use, kind, person.case.process) for kind in TO_READ]


def has_read_all(person: Participant) -> bool:
    """Whether somebody has read the words as they stand today."""
    if person.rights_read_at is None:
        return False
    read = {row.notice_id for row in person.consents.all() if row.kind == ConsentKind.RIGHTS_READ}
    return all(notice.pk in read for notice in notices_to_read(person))


def words_for(person: Participant, kind: NoticeKind, *, office: Office, **values: Any) -> Words:
    """One text of the handbook with its values filled in."""
    return told(pick(_in_use(person), kind, person.case.process), office, **values)


def first_words(person: Participant, *, office: Office, staff: str) -> Words:
    """What somebody reads who is invited: no content, and a person with a phone number (P6)."""
    return words_for(person, NoticeKind.INVITATION_WORDS, office=office, staff=staff)


def call_script(person: Participant, *, office: Office, staff: User) -> Words:
    return words_for(
        person, NoticeKind.CALL_SCRIPT, office=office, staff=staff.get_full_name(), name=person.display_name
    )


def letter_words(person: Participant, code: str, *, office: Office, staff: str, join_address: str) -> str:
    """The text of the letter that brings an invitation: the first words, where to answer, and the code."""
    parts = [
        first_words(person, office=office, staff=staff).text,
        _("You can read more and answer on this page: %(address)s") % {"address": join_address},
        _("It asks for this code: %(code)s") % {"code": code},
        _("Or call me. You can do everything by phone, in person or on paper."),
    ]
    return "\n\n".join(parts)


def _in_use(person: Participant) -> dict[tuple[str, str], Notice]:
    if not hasattr(person, "_notices_in_use"):
        person._notices_in_use = notices_of(person.case.programme.code)  # type: ignore[attr-defined]
    return person._notices_in_use  # type: ignore[attr-defined]
