"""Writing one event. Called by actions, inside their transaction: what is rolled back leaves no trace."""

from typing import Any
from uuid import UUID

from django.utils import timezone

from portal.vault.actions import office_key

from .events import AuditEvent
from .models import OFFICE_CHAIN, AuditLink, Chain, digest_of, link_hash

_LARGEST = 8000


def record(event: AuditEvent, *, actor: Any, matter: Any = None, subject: Any = None, **facts: Any) -> AuditLink:
    """Add an event to the matter's chain, or to the office's.

    `actor` is a user, a pass, or None for the system. `matter` is anything with a key id as `pk` and a `chain_id`.
    `subject` is the row it happened to. Facts are ids, codes, counts and dates, never words that somebody wrote.
    When an action writes to both, the matter's chain comes first.
    """
    payload = payload_of(actor, matter=matter, subject=subject, **facts)
    if matter is None:
        return append(OFFICE_CHAIN, key_id=office_key(), kind=event, payload=payload)
    return append(matter.chain_id, key_id=matter.pk, kind=event, payload=payload)


def payload_of(actor: Any, *, matter: Any = None, subject: Any = None, **facts: Any) -> dict[str, Any]:
    return {
        "at": timezone.now(),
        "actor": describe_actor(actor),
        "matter": matter.pk if matter else None,
        "subject": {"type": subject._meta.object_name, "id": str(subject.pk)} if subject else None,
        "facts": facts,
    }


def describe_actor(actor: Any) -> dict[str, str | None]:
    if actor is None:
        return {"type": "system", "id": None}
    if getattr(actor, "pk", None) is None:
        return {"type": "nobody", "id": None}
    return {"type": actor._meta.model_name, "id": str(actor.pk)}


def append(chain_id: UUID, *, key_id: UUID, kind: str, payload: dict[str, Any]) -> AuditLink:
    """Take the chain's turn and add a link. The turn ends with the caller's transaction."""
    chain = _take_turn(chain_id)
    link = AuditLink(vault_key=key_id, chain=chain, seq=chain.head_seq + 1, kind=str(kind), payload=payload)
    sealed = link.seal_field("payload")
    if len(sealed) > _LARGEST:
        raise ValueError(f"the facts of {kind} are too long for an audit event")
    link.digest, link.previous = digest_of(sealed), bytes(chain.head_hash)
    link.hash = link_hash(
        chain=chain.pk,
        seq=link.seq,
        kind=link.kind,
        row=link.pk,
        key=key_id,
        digest=link.digest,
        previous=link.previous,
    )
    link.save(force_insert=True)
    Chain.objects.filter(pk=chain.pk).update(head_seq=link.seq, head_hash=link.hash)
    return link


def _take_turn(chain_id: UUID) -> Chain:
    chain = Chain.objects.select_for_update().filter(pk=chain_id).first()
    if chain is None:
        Chain.objects.bulk_create([Chain(pk=chain_id)], ignore_conflicts=True)
        chain = Chain.objects.select_for_update().get(pk=chain_id)
    return chain
