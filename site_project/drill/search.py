"""Looking for the canary: in every byte below a folder, and in an old backup opened with today's keys."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from pathlib import Path
from uuid import UUID

from portal.vault import keyring
from portal.vault.crypto import SealBroken, unseal
from portal.vault.fields import SealedField
from portal.vault.models import sealed_models

from . import canary


@dataclass
class Search:
    """What was looked at, and every place in which the word was found."""

    looked_at: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)

    def bytes_below(self, folder: Path, what: str, *, without: tuple[str, ...] = ()) -> None:
        """Every file, raw: databases and their write-ahead logs are files like any other."""
        files = [path for path in folder.rglob("*") if path.is_file() and not _is_below(path, folder, without)]
        size = 0
        for path in files:
            content = path.read_bytes()
            size += len(content)
            self._look(content, f"{what}: {path.relative_to(folder)}")
        self.looked_at.append(f"{what}: {len(files)} files, {size / 1024:.0f} KiB, raw")

    def mail_below(self, folder: Path) -> int:
        """Delivered mail, its To line left out: who got it is theirs to know. Returns how many there are."""
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        for path in files:
            message = message_from_bytes(path.read_bytes())
            del message["To"]
            self._look(message.as_bytes(), f"mail: {path.name}")
        self.looked_at.append(f"mail: {len(files)} delivered, subject, sender and text")
        return len(files)

    def dump_of(self, database: Path, what: str) -> None:
        """Every row as SQL text."""
        with sqlite3.connect(database) as connection:
            text = "\n".join(connection.iterdump())
        self._look(text.encode(), f"{what}, as SQL")
        self.looked_at.append(f"{what}: {len(text) / 1024:.0f} KiB of SQL")

    def backup(self, database: Path) -> tuple[int, int]:
        """Open every sealed value of an old data backup with the keys of today; (opened, beyond reach)."""
        opened = closed = 0
        with sqlite3.connect(database) as connection:
            for label, row, key, value in _sealed_values(connection):
                plain = _open(label, row, key, value)
                closed, opened = (closed + 1, opened) if plain is None else (closed, opened + 1)
                self._look(plain or b"", f"old backup: {label}")
        self.looked_at.append(f"old data backup, with today's keys: {opened} values opened, {closed} beyond reach")
        return opened, closed

    def _look(self, content: bytes, where: str) -> None:
        lowered = content.lower()
        for shape, needle in canary.needles().items():
            if needle in content or (needle.lower() in lowered and "base64" not in shape):
                self.found.append(f"{where} ({shape})")


def _is_below(path: Path, folder: Path, names: tuple[str, ...]) -> bool:
    return path.relative_to(folder).parts[0] in names


def _sealed_values(connection: sqlite3.Connection) -> Iterator[tuple[str, UUID, UUID, bytes]]:
    for model in sealed_models():
        fields = [one for one in model._meta.local_concrete_fields if isinstance(one, SealedField)]
        for one in fields:
            columns = f'id, vault_key, "{one.column}"'
            rows = connection.execute(f"SELECT {columns} FROM {model._meta.db_table}")  # noqa: S608
            for row, key, value in rows:
                if value is not None:
                    yield one.seal, UUID(str(row)), UUID(str(key)), bytes(value)


def _open(label: str, row: UUID, key: UUID, value: bytes) -> bytes | None:
    """The plain value, or None when its key is no longer in the key store."""
    try:
        return unseal(keyring.current().cipher(key), value, label=label, row=row, key_id=str(key))
    except (keyring.KeyDestroyed, SealBroken):
        return None
