"""A key that only one browser holds: the row it seals, and what follows from it, are derived from the key itself."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import secrets
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from portal.vault.crypto import KEY_BYTES, SealBroken, seal, unseal

LABEL = "draft"


@dataclass(frozen=True)
class EnvelopeKey:
    """Written into a cookie or into a form of ours; the database knows only what is derived from it, one way."""

    secret: bytes

    @classmethod
    def new(cls) -> EnvelopeKey:
        return cls(secrets.token_bytes(KEY_BYTES))

    @classmethod
    def parse(cls, text: str | None) -> EnvelopeKey | None:
        """The key of a cookie or a form field; None for anything else."""
        if not text or len(text) > 60 or not text.isascii():
            return None
        try:
            secret = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        except (binascii.Error, ValueError):
            return None
        return cls(secret) if len(secret) == KEY_BYTES else None

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(self.secret).decode().rstrip("=")

    def __repr__(self) -> str:
        return "EnvelopeKey(…)"

    @property
    def row(self) -> UUID:
        return UUID(bytes=self._derived("row")[:16])

    @property
    def submission(self) -> str:
        """What makes a request sent twice one request."""
        return self._derived("submission").hex()

    def seal(self, content: dict[str, Any]) -> bytes:
        plain = json.dumps(content, separators=(",", ":")).encode()
        return seal(self._cipher(), plain, label=LABEL, row=self.row, key_id="")

    def open(self, sealed: bytes | memoryview) -> dict[str, Any] | None:
        """What was sealed, or None when it is not what this key has sealed."""
        try:
            return json.loads(unseal(self._cipher(), bytes(sealed), label=LABEL, row=self.row, key_id=""))
        except SealBroken:
            return None

    def _cipher(self) -> AESGCM:
        return AESGCM(self._derived("seal"))

    def _derived(self, purpose: str) -> bytes:
        return hashlib.blake2b(purpose.encode(), key=self.secret, digest_size=KEY_BYTES).digest()
