"""The matter that a request and its case share: locking it, keeping its clock, walling people off."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from portal.audit.events import AuditEvent
from portal.audit.record import record

from ..models import Matter, Tie
from ..statuses import TieAnswer, TieSource

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from portal.accounts.models import User
    from portal.programmes.models import Programme


class MatterGone(Exception):
    """The matter is being destroyed or is gone; nothing about it can be read or changed."""


class MatterKept(MatterGone):
    """The matter was closed and its record is kept: it can be read by few, and changed by nobody."""


def lock_matter(matter_id: UUID, *, kept_too: bool = False) -> Matter:
    """The matter's row, locked first of all; every action on a matter goes through this lock.

    Raises MatterGone when it is being destroyed or does not exist, MatterKept when it is closed and kept; what the
    law asks for a closed record (holds, disclosures, its disposal) says `kept_too`.
    """
    return _locked(Matter.objects.filter(pk=matter_id), kept_too=kept_too)


def lock_matter_of(case_id: UUID) -> Matter:
    """The same of a case, found and locked at once."""
    return _locked(Matter.objects.filter(case=case_id))


def _locked(rows: QuerySet[Matter], *, kept_too: bool = False) -> Matter:
    matter = rows.select_for_update(of=("self",)).first()
    if matter is None or matter.is_destroying:
        raise MatterGone
    if matter.is_kept and not kept_too:
        raise MatterKept
    return matter


def touch(matter: Matter) -> None:
    """Something happened: the idle clock starts anew."""
    matter.last_activity_at = timezone.now()
    matter.idle_asked_at = None
    matter.save(update_fields=["last_activity_at", "idle_asked_at"])


def start_matter(*, key_id: UUID, programme: Programme, first_contact_at: datetime | None = None) -> Matter:
    """The row that a new request hangs on; its key was made and committed before (vault.actions.create_key)."""
    moment = first_contact_at or timezone.now()
    return Matter.objects.create(pk=key_id, programme=programme, first_contact_at=moment, last_activity_at=moment)


def write_tie(*, matter: Matter, person: User, source: TieSource, actor: object | None) -> Tie:
    """Wall somebody off from a matter; from the next request on it does not exist for them."""
    tie, _created = Tie.objects.update_or_create(
        matter=matter,
        person=person,
        defaults={"answer": TieAnswer.YES, "source": source},
    )
    record(AuditEvent.TIE_SET, actor=actor, matter=matter, subject=tie, source=source)
    return tie
