"""Sealing the heads of all chains into a checkpoint, so that a shortened chain can be told."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from portal.vault import keyring
from portal.vault.actions import office_key

from . import checkpoints
from .events import AuditEvent
from .models import CHECKPOINT_CHAIN, AuditLink, Chain
from .queries import newest_checkpoint_at
from .record import append, payload_of

_HEADS_PER_LINK = 50
_EVERY = timedelta(minutes=15)


def checkpoint_when_due() -> int:
    """For the timer: a checkpoint, unless the last one is young."""
    with keyring.scope():
        last = newest_checkpoint_at()
    return checkpoint() if last is None or last < timezone.now() - _EVERY else 0


def checkpoint() -> int:
    """Seal every head that moved since the last checkpoint. Returns how many checkpoints it took."""
    count = 0
    with keyring.scope():
        while link := _seal_heads():
            checkpoints.export(link)
            count += 1
    return count


@transaction.atomic
def _seal_heads() -> AuditLink | None:
    moved = Chain.objects.exclude(pk=CHECKPOINT_CHAIN).filter(head_seq__gt=F("checkpointed_seq")).order_by("pk")
    chains = list(moved[:_HEADS_PER_LINK])
    if not chains:
        return None
    heads = {str(chain.pk): [chain.head_seq, bytes(chain.head_hash).hex()] for chain in chains}
    link = append(
        CHECKPOINT_CHAIN, key_id=office_key(), kind=AuditEvent.CHECKPOINT, payload=payload_of(None, heads=heads)
    )
    for chain in chains:
        # Not from the row: it may have moved again meanwhile, and that is for the next checkpoint.
        chain.checkpointed_seq = chain.head_seq
    Chain.objects.bulk_update(chains, ["checkpointed_seq"])
    return link
