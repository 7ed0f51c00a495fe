"""Wrapping data keys with the key-encryption key, which lives in the environment and never in a database."""

from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from .crypto import SealBroken, seal, unseal

_LABEL = "vault.data_key"


class KeyUnavailable(Exception):
    """The key exists but cannot be unwrapped: its key-encryption key is missing or is not the right one."""


def primary_kek() -> str:
    """The id of the key-encryption key that wraps new keys: the first one in the settings."""
    return next(iter(settings.ACCORD_KEKS))


def wrap(key: bytes, *, key_id: UUID, kek_id: str) -> bytes:
    return seal(_kek(kek_id), key, label=_LABEL, row=key_id, key_id=kek_id)


def unwrap(wrapped: bytes | memoryview, *, key_id: UUID, kek_id: str) -> bytes:
    try:
        return unseal(_kek(kek_id), bytes(wrapped), label=_LABEL, row=key_id, key_id=kek_id)
    except SealBroken:
        raise KeyUnavailable(f"key {key_id} does not open with key-encryption key {kek_id}") from None


def _kek(kek_id: str) -> AESGCM:
    try:
        return AESGCM(settings.ACCORD_KEKS[kek_id])
    except KeyError:
        raise KeyUnavailable(f"key-encryption key {kek_id} is not in the settings") from None
