"""Two archives that never share a place: what was written, and the keys that open it."""

import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from . import backup_keys
from .archive import SealingWriter
from .dumps import dump

_ENDING = ".accord"
_STAMP = "%Y%m%dT%H%M%S%fZ"


class UnsafePlace(Exception):
    """The two archives, or the keys to them, would lie together."""


def back_up_data() -> Path:
    """Everything but the keys: the database, public pictures and documents, sealed files."""
    path = _new_name("data")
    with _archive(path, key_name=backup_keys.DATA_KEY_NAME, key=settings.ACCORD_BACKUP_DATA_KEY) as tar:
        _add_database(tar, "default")
        for name, folder in (("media", settings.MEDIA_ROOT), ("private", settings.PRIVATE_ROOT)):
            for file in sorted(Path(folder).rglob("*")):
                if file.is_file():
                    tar.add(file, f"{name}/{file.relative_to(folder)}", recursive=False)
    return path


def back_up_keys() -> Path:
    """The keys alone, sealed under the key of this month."""
    path = _new_name("keys")
    key_name, key = backup_keys.month_key(timezone.localdate())
    with _archive(path, key_name=key_name, key=key) as tar:
        _add_database(tar, "keys")
    return path


def places() -> tuple[Path, Path]:
    """The folders of the two kinds of archive.

    Raises UnsafePlace when one lies within another, or both on one medium.
    """
    data, keys, months = (
        Path(folder).resolve()
        for folder in (
            settings.ACCORD_BACKUP_DATA_DIR,
            settings.ACCORD_BACKUP_KEYS_DIR,
            settings.ACCORD_BACKUP_MONTH_KEYS_DIR,
        )
    )
    for one, other in ((data, keys), (data, months), (keys, months)):
        if one == other or one in other.parents or other in one.parents:
            raise UnsafePlace(f"{one} and {other} lie within each other")
    for folder in (data, keys):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not settings.ACCORD_BACKUP_ONE_MEDIUM and data.stat().st_dev == keys.stat().st_dev:
        raise UnsafePlace(f"{data} and {keys} lie on one medium: whoever takes it has both")
    return data, keys


def forget_expired() -> None:
    """Delete archives that are older than seven days, and the keys of months that ended that long ago."""
    oldest = timezone.now() - timedelta(days=backup_keys.ARCHIVE_DAYS)
    for folder in (settings.ACCORD_BACKUP_DATA_DIR, settings.ACCORD_BACKUP_KEYS_DIR):
        for path in Path(folder).glob(f"*{_ENDING}"):
            if _made_at(path) <= oldest:
                path.unlink()
    backup_keys.destroy_expired(timezone.localdate())


def _made_at(path: Path) -> datetime:
    return datetime.strptime(path.stem.split("-")[1], _STAMP).replace(tzinfo=UTC)


def _new_name(kind: str) -> Path:
    data, keys = places()
    stamp = timezone.now().astimezone(UTC).strftime(_STAMP)
    return (data if kind == "data" else keys) / f"{kind}-{stamp}{_ENDING}"


@contextmanager
def _archive(path: Path, *, key_name: str, key: bytes) -> Iterator[tarfile.TarFile]:
    """A tar inside a sealed file, which gets its name only when it is whole."""
    draft = path.with_suffix(".partial")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            with SealingWriter(file, key=key, key_name=key_name) as writer, tarfile.open(None, "w|", writer) as tar:
                yield tar
            os.fsync(file.fileno())
        draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)


def _add_database(tar: tarfile.TarFile, alias: str) -> None:
    name, file = dump(alias)
    with file:
        entry = tarfile.TarInfo(name)
        entry.size = file.seek(0, os.SEEK_END)
        file.seek(0)
        tar.addfile(entry, file)
