"""The audit trail: links in chains. The clear columns prove that nothing was changed, and name nobody."""

import hashlib
import uuid

from django.db import models
from django.utils.functional import Promise

from portal.vault.fields import SealedJSONField
from portal.vault.models import SealedModel

from .events import AuditEvent

# Two chains belong to no matter. Every other chain has a random id that only its matter knows.
OFFICE_CHAIN = uuid.UUID("00000000-0000-4000-8000-00000000000a")
CHECKPOINT_CHAIN = uuid.UUID("00000000-0000-4000-8000-00000000000c")

NOTHING_BEFORE = bytes(32)


def audit_events() -> list[tuple[str, str | Promise]]:
    """Asked for when they are needed: a new event changes no column, so it needs no migration either."""
    return AuditEvent.choices


class Chain(models.Model):
    """One sequence of links. Writers take turns on this row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    head_seq = models.PositiveIntegerField(default=0)
    head_hash = models.BinaryField(max_length=32, default=NOTHING_BEFORE)
    # Up to here the head is named in the checkpoint chain.
    checkpointed_seq = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"chain {self.pk}"


class AuditLink(SealedModel):
    """One event. Never changed, never deleted: the database refuses (see append_only.py).

    When a matter is destroyed its links stay, unreadable: who, when and about what is in the sealed payload.
    """

    chain = models.ForeignKey(Chain, on_delete=models.PROTECT, related_name="links")
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=50, choices=audit_events)
    payload = SealedJSONField(seal="audit.payload")
    digest = models.BinaryField(max_length=32)
    previous = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)

    # The rows stay after their key is gone, so they do not keep a key from being swept.
    holds_key_in = None

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["chain", "seq"], name="each_place_in_a_chain_is_taken_once"),
        ]


def digest_of(ciphertext: bytes) -> bytes:
    return hashlib.sha256(ciphertext).digest()


def link_hash(
    *, chain: uuid.UUID, seq: int, kind: str, row: uuid.UUID, key: uuid.UUID, digest: bytes, previous: bytes
) -> bytes:
    """Everything that is fixed when a link is written, in one number that the next link repeats."""
    parts = (b"accord audit 1", chain.bytes, str(seq).encode(), kind.encode(), row.bytes, key.bytes, digest, previous)
    return hashlib.sha256(b"".join(len(part).to_bytes(4, "big") + part for part in parts)).digest()
