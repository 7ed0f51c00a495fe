"""How a value is sealed: AES-256-GCM, bound to the field, the row and the key it was written under."""

import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
_VERSION = b"\x01"
_NONCE_BYTES = 12
_TAG_BYTES = 16


class SealBroken(Exception):
    """The bytes were changed, or belong to another field, row or key."""


def new_key() -> bytes:
    return AESGCM.generate_key(bit_length=KEY_BYTES * 8)


def _binding(label: str, row: UUID, key_id: str) -> bytes:
    return b"\x00".join((_VERSION, label.encode(), row.bytes, key_id.encode()))


def seal(cipher: AESGCM, plain: bytes, *, label: str, row: UUID, key_id: str) -> bytes:
    """Version, nonce and ciphertext in one value; it opens only with the same label, row and key."""
    nonce = os.urandom(_NONCE_BYTES)
    return _VERSION + nonce + cipher.encrypt(nonce, plain, _binding(label, row, key_id))


def unseal(cipher: AESGCM, sealed: bytes, *, label: str, row: UUID, key_id: str) -> bytes:
    if sealed[:1] != _VERSION or len(sealed) < 1 + _NONCE_BYTES + _TAG_BYTES:
        raise SealBroken(label)
    nonce, body = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    try:
        return cipher.decrypt(nonce, body, _binding(label, row, key_id))
    except InvalidTag:
        # The label names the field, never its content; the cause would add nothing.
        raise SealBroken(label) from None
