"""Walking every chain, to name the first link that is not what was written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from django.db import connections

from portal.vault.crypto import SealBroken
from portal.vault.keyring import KeyDestroyed
from portal.vault.wrapping import KeyUnavailable

from . import checkpoints
from .append_only import is_protected
from .models import CHECKPOINT_CHAIN, NOTHING_BEFORE, AuditLink, Chain, digest_of, link_hash

Heads = dict[UUID, dict[int, bytes]]


@dataclass(frozen=True)
class Problem:
    chain: UUID | None
    seq: int | None
    what: str

    def __str__(self) -> str:
        return f"chain {self.chain}, link {self.seq}: {self.what}" if self.chain else self.what


def verify() -> tuple[list[Problem], int]:
    """The first problem of every chain, and how many links were read. No problem: nothing was changed."""
    problems, known, count = [], {}, 0
    if not is_protected(connections["default"]):
        problems.append(Problem(None, None, "the database no longer refuses to change audit links"))
    heads, unread = _checkpointed_heads()
    problems += unread
    for chain in Chain.objects.values_list("pk", "head_seq", "head_hash"):
        known[chain[0]] = chain[1:]
    for chain_id, links in groupby(_links(), key=itemgetter(0)):
        walked = _Walk(chain_id, heads.pop(chain_id, {}))
        problems += walked.first_problem(links, known.pop(chain_id, None))
        count += walked.count
    problems += [Problem(c, 1, "all links are missing") for c, (seq, _hash) in known.items() if seq]
    problems += [Problem(c, None, "the chain is missing") for c in heads if c not in known]
    return problems, count


def _links() -> Iterator[tuple]:
    columns = ("chain_id", "seq", "kind", "id", "vault_key", "payload", "digest", "previous", "hash")
    return AuditLink.objects.order_by("chain_id", "seq").values_list(*columns).iterator(chunk_size=2000)


class _Walk:
    def __init__(self, chain: UUID, sealed_heads: dict[int, bytes]) -> None:
        self.chain, self.sealed_heads = chain, sealed_heads
        self.seq, self.hash, self.count = 0, NOTHING_BEFORE, 0

    def first_problem(self, links: Iterable[tuple], head: tuple[int, bytes] | None) -> list[Problem]:
        found: Problem | None = None
        for link in links:
            self.count += 1
            found = found or self._step(*link[1:])
        return [found] if (found := found or self._end(head)) else []

    def _step(self, seq, kind, row, key, payload, digest, previous, stored):
        self.seq += 1
        if seq != self.seq:
            return Problem(self.chain, self.seq, "missing")
        if digest_of(payload.ciphertext) != bytes(digest):
            return Problem(self.chain, seq, "the content was changed")
        if bytes(previous) != self.hash:
            return Problem(self.chain, seq, "does not follow the link before it")
        self.hash = link_hash(
            chain=self.chain, seq=seq, kind=kind, row=row, key=key, digest=bytes(digest), previous=bytes(previous)
        )
        if self.hash != bytes(stored):
            return Problem(self.chain, seq, "was changed")
        if self.sealed_heads.pop(seq, self.hash) != self.hash:
            return Problem(self.chain, seq, "is not the link that a checkpoint saw here")
        return None

    def _end(self, head: tuple[int, bytes] | None) -> Problem | None:
        if head is None or (head[0], bytes(head[1])) != (self.seq, self.hash):
            return Problem(self.chain, self.seq + 1, "the end of the chain is missing or was changed")
        if self.sealed_heads:
            return Problem(self.chain, self.seq + 1, "missing, although a checkpoint saw it")
        return None


def _checkpointed_heads() -> tuple[Heads, list[Problem]]:
    """What the checkpoints say, opened, and what the copy outside the database says of the checkpoints."""
    heads: Heads = {}
    problems = []
    for link in AuditLink.objects.filter(chain=CHECKPOINT_CHAIN).order_by("seq").iterator(chunk_size=50):
        try:
            for chain, (seq, digest) in link.payload["facts"]["heads"].items():
                heads.setdefault(UUID(chain), {})[seq] = bytes.fromhex(digest)
        except (SealBroken, KeyDestroyed, KeyUnavailable) as error:
            problems.append(Problem(CHECKPOINT_CHAIN, link.seq, f"cannot be opened ({type(error).__name__})"))
    for seq, digest in checkpoints.exported():
        heads.setdefault(CHECKPOINT_CHAIN, {})[seq] = digest
    return heads, problems
