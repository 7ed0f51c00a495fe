"""Reading the trail for a screen: one query for the links, one for the key."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from .events import AuditEvent
from .models import CHECKPOINT_CHAIN, OFFICE_CHAIN, AuditLink

_KINDS: dict[str, AuditEvent] = {event.value: event for event in AuditEvent}


@dataclass(frozen=True)
class Entry:
    """One event, opened. Who an actor is, the caller looks up: this layer knows ids only."""

    seq: int
    # None when the row was changed by hand to a word that means nothing; `manage.py audit verify` names the link.
    kind: AuditEvent | None
    at: datetime
    actor_type: str
    actor_id: str | None
    subject: dict[str, str] | None
    facts: dict[str, Any]

    @property
    def label(self) -> str:
        return str(self.kind.label) if self.kind is not None else _("An entry that was changed")


def timeline(
    matter: Any,
    *,
    limit: int = 200,
    without: Collection[AuditEvent] = (),
    only: Collection[AuditEvent] | None = None,
) -> list[Entry]:
    """What happened in a matter, newest first; `only` events of these kinds, where it is given."""
    return _entries(matter.chain_id, limit, without, only)


def newest(matter: Any, kinds: set[AuditEvent]) -> Entry | None:
    """The last event of these kinds in a matter."""
    link = AuditLink.objects.filter(chain_id=matter.chain_id, kind__in=kinds).order_by("-seq").first()
    return _entry(link) if link else None


def entries_of(matter: Any, kind: AuditEvent, *, limit: int = 500) -> list[Entry]:
    """The events of one kind in a matter, newest first."""
    links = AuditLink.objects.filter(chain_id=matter.chain_id, kind=kind)
    return [_entry(link) for link in links.order_by("-seq")[:limit]]


def entries_in(chains: QuerySet, kinds: Collection[AuditEvent], *, limit: int) -> list[tuple[UUID, Entry]]:
    """The events of these kinds in many chains, each with the chain it stands in, in no order."""
    links = AuditLink.objects.filter(chain_id__in=chains, kind__in=kinds)
    return [(link.chain_id, _entry(link)) for link in links.order_by("-seq")[:limit]]


def office_entries(kinds: Collection[AuditEvent], *, limit: int) -> list[Entry]:
    """The events of these kinds outside any matter, newest first."""
    return _entries(OFFICE_CHAIN, limit, only=kinds)


def office_timeline(*, limit: int = 200) -> list[Entry]:
    """What happened outside any matter, newest first."""
    return _entries(OFFICE_CHAIN, limit)


def newest_checkpoint_at() -> datetime | None:
    last = _entries(CHECKPOINT_CHAIN, 1)
    return last[0].at if last else None


def _entries(
    chain: UUID, limit: int, without: Collection[AuditEvent] = (), only: Collection[AuditEvent] | None = None
) -> list[Entry]:
    links = AuditLink.objects.filter(chain_id=chain).exclude(kind__in=without)
    if only is not None:
        links = links.filter(kind__in=only)
    return [_entry(link) for link in links.order_by("-seq")[:limit]]


def _entry(link: AuditLink) -> Entry:
    payload = link.payload
    return Entry(
        seq=link.seq,
        kind=_KINDS.get(link.kind),
        at=datetime.fromisoformat(payload["at"]),
        actor_type=payload["actor"]["type"],
        actor_id=payload["actor"]["id"],
        subject=payload["subject"],
        facts=payload["facts"],
    )
