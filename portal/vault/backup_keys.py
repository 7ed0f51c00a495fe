"""The keys of the backups. Those of the keys' archives last a month, so that what was destroyed stays destroyed."""

import calendar
import os
import re
import secrets
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings

ARCHIVE_DAYS = 7
DATA_KEY_NAME = "data"
_LENGTH = 32


class BackupKeyGone(Exception):
    """This archive's key was destroyed at its time, or never was on this machine."""


def beyond_recovery_on(today: date) -> date:
    """The day on which no backup of the keys made until today can be opened any more."""
    return _destroyed_on(today.year, today.month)


def _destroyed_on(year: int, month: int) -> date:
    last_day = date(year, month, calendar.monthrange(year, month)[1])
    return last_day + timedelta(days=ARCHIVE_DAYS)


def month_key(today: date) -> tuple[str, bytes]:
    """Name and bytes of this month's key, made on first use."""
    name = f"{today:%Y-%m}"
    path = _path(name)
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(_LENGTH))
            file.flush()
            os.fsync(file.fileno())
    return name, path.read_bytes()


def key_named(name: str) -> bytes:
    """The key that an archive's header asks for."""
    if name == DATA_KEY_NAME:
        return settings.ACCORD_BACKUP_DATA_KEY
    if not re.fullmatch(r"\d{4}-\d{2}", name) or not _path(name).exists():
        raise BackupKeyGone(f"there is no backup key named {name}")
    return _path(name).read_bytes()


def destroy_expired(today: date) -> list[str]:
    """Destroy the key of every month that ended seven days ago or more; the names of those months."""
    expired = []
    for path in sorted(Path(settings.ACCORD_BACKUP_MONTH_KEYS_DIR).glob("????-??.key")):
        year, month = map(int, path.stem.split("-"))
        if today >= _destroyed_on(year, month):
            _overwrite(path)
            path.unlink()
            expired.append(path.stem)
    return expired


def _overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(secrets.token_bytes(_LENGTH))
        file.flush()
        os.fsync(file.fileno())


def _path(name: str) -> Path:
    return Path(settings.ACCORD_BACKUP_MONTH_KEYS_DIR) / f"{name}.key"
