"""The keys opened for one request or task.

Rows announce their key when they are loaded; the first value that is read fetches all announced keys in one query.
Nothing outlives the scope: afterwards a sealed value cannot be read without opening a new one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db.models import Q

from .keystore.models import DataKey, KeyPurpose
from .wrapping import unwrap

# Keys fetched by one query; a page never needs more.
_FETCH = 500


class KeyringClosed(RuntimeError):
    """A sealed value was used outside a request, a task or `keyring.scope()`."""


class KeyDestroyed(LookupError):
    """The key no longer exists: what it sealed is gone for good. Readers get the page for missing things."""


class Keyring:
    def __init__(self) -> None:
        self.wanted: set[UUID] = set()
        self.ciphers: dict[UUID, AESGCM] = {}
        self.office_key_id: UUID | None = None
        # Opened values that may be changed in place (see SealedJSONField), by the sealed value they came from.
        self.opened: dict[Any, Any] = {}

    def cipher(self, key_id: UUID) -> AESGCM:
        if key_id not in self.ciphers:
            self._fetch(key_id)
        try:
            return self.ciphers[key_id]
        except KeyError:
            raise KeyDestroyed(f"key {key_id} does not exist") from None

    def add(self, key_id: UUID, key: bytes) -> None:
        self.ciphers[key_id] = AESGCM(key)

    def _fetch(self, key_id: UUID) -> None:
        self.wanted.discard(key_id)
        ids = [key_id, *(self.wanted.pop() for _ in range(min(len(self.wanted), _FETCH)))]
        wanted = Q(pk__in=[i for i in ids if i not in self.ciphers])
        if self.office_key_id is None:
            # Most pages end with an event for the office's own chain: its key comes along.
            wanted |= Q(purpose=KeyPurpose.OFFICE)
        for pk, wrapped, kek_id, purpose in DataKey.objects.filter(wanted).values_list(
            "pk", "wrapped", "kek_id", "purpose"
        ):
            self.add(pk, unwrap(wrapped, key_id=pk, kek_id=kek_id))
            if purpose == KeyPurpose.OFFICE:
                self.office_key_id = pk


_current: ContextVar[Keyring | None] = ContextVar("keyring", default=None)


@contextmanager
def scope() -> Iterator[Keyring]:
    """Open a keyring of its own; all its keys and opened values are dropped at the end."""
    keyring = Keyring()
    token = _current.set(keyring)
    try:
        yield keyring
    finally:
        _current.reset(token)
        keyring.__dict__.clear()


def current() -> Keyring:
    keyring = _current.get()
    if keyring is None:
        raise KeyringClosed("sealed values are read and written inside keyring.scope()")
    return keyring


def want(key_id: UUID) -> None:
    """Announce that a row of this key was loaded."""
    keyring = _current.get()
    if keyring is not None and key_id not in keyring.ciphers:
        keyring.wanted.add(key_id)


def hold(key_id: UUID, key: bytes) -> None:
    """Keep a key that is at hand anyway, so that it need not be fetched."""
    keyring = _current.get()
    if keyring is not None:
        keyring.add(key_id, key)


def forget(key_id: UUID) -> None:
    keyring = _current.get()
    if keyring is not None:
        keyring.ciphers.pop(key_id, None)
        keyring.wanted.discard(key_id)
        keyring.opened.clear()


def opened_value(sealed: Any) -> tuple[bytes | None, Any]:
    """What a sealed value held and what has become of it in this scope; (None, None) when nobody read it."""
    keyring = _current.get()
    return keyring.opened.get(sealed, (None, None)) if keyring is not None else (None, None)
