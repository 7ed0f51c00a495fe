"""Encrypted archives, written and read in one pass and in constant memory. Every byte is authenticated.

A header (magic, name of the key, salt), then chunks. Each archive has a cipher key of its own, derived from the
named key and the salt, so a chunk's nonce is simply its number and whether it is the last one.
"""

import io
import os
from collections.abc import Callable
from typing import BinaryIO, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_MAGIC = b"accord archive 1\n"
_SALT_LENGTH = 32
_TAG_LENGTH = 16
_CHUNK = 1024 * 1024


class ArchiveBroken(Exception):
    """Not an archive of ours, or cut short, or changed, or not sealed with this key."""


def _cipher(key: bytes, header: bytes) -> AESGCM:
    salt = header[-_SALT_LENGTH:]
    return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=salt, info=_MAGIC).derive(key))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


class SealingWriter(io.RawIOBase):
    """Takes plain bytes and writes sealed ones. An archive counts only once its block has ended without an error."""

    def __init__(self, file: BinaryIO, *, key: bytes, key_name: str) -> None:
        name = key_name.encode()
        self._file = file
        self._header = _MAGIC + bytes([len(name)]) + name + os.urandom(_SALT_LENGTH)
        self._cipher = _cipher(key, self._header)
        self._pending = bytearray()
        self._number = 0
        file.write(self._header)

    def writable(self) -> bool:
        return True

    def write(self, plain) -> int:
        self._pending += plain
        while len(self._pending) > _CHUNK:
            self._put(bytes(self._pending[:_CHUNK]), last=False)
            del self._pending[:_CHUNK]
        return len(plain)

    def _put(self, chunk: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._number, last=last), chunk, self._header))
        self._number += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._put(bytes(self._pending), last=True)


class OpeningReader(io.RawIOBase):
    """Gives back the plain bytes; raises ArchiveBroken before it gives a single wrong one."""

    def __init__(self, file: BinaryIO, *, key_named: Callable[[str], bytes]) -> None:
        self._file = file
        self._header, name = _read_header(file)
        self._cipher = _cipher(key_named(name), self._header)
        self._plain = bytearray()
        self._number = 0
        self._sealed = file.read(_CHUNK + _TAG_LENGTH)
        if not self._sealed:
            raise ArchiveBroken("the archive was cut short")

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        while self._sealed and (size < 0 or len(self._plain) < size):
            self._plain += self._next_chunk()
        end = len(self._plain) if size < 0 else size
        wanted = bytes(self._plain[:end])
        del self._plain[:end]
        return wanted

    def _next_chunk(self) -> bytes:
        sealed, self._sealed = self._sealed, self._file.read(_CHUNK + _TAG_LENGTH)
        try:
            chunk = self._cipher.decrypt(_nonce(self._number, last=not self._sealed), sealed, self._header)
        except InvalidTag:
            raise ArchiveBroken(f"chunk {self._number} is not what was written, or the archive was cut short") from None
        self._number += 1
        return chunk


def _read_header(file: BinaryIO) -> tuple[bytes, str]:
    magic = file.read(len(_MAGIC))
    if magic != _MAGIC:
        raise ArchiveBroken("this is not an archive of Accord")
    length = file.read(1)
    rest = file.read(length[0] + _SALT_LENGTH) if length else b""
    if not length or len(rest) < length[0] + _SALT_LENGTH:
        raise ArchiveBroken("the archive was cut short")
    return magic + length + rest, rest[: length[0]].decode()
