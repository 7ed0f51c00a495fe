"""Unpacks an archive beside the running system, for a drill or after a loss."""

import shutil
import tarfile
from collections.abc import Iterator
from pathlib import Path

from .archive import ArchiveBroken, OpeningReader
from .backup_keys import key_named


def restore(archive: Path, *, into: Path) -> list[str]:
    """Unpack an archive into a folder that does not exist yet; the names of what is in it.

    Raises ArchiveBroken, or BackupKeyGone when its key was destroyed at its time.
    """
    with archive.open("rb") as file:
        reader = OpeningReader(file, key_named=key_named)
        into.mkdir(mode=0o700, parents=True)
        try:
            with tarfile.open(None, "r|", reader) as tar:
                names = list(_unpack(tar, into))
            # The tar ends before the archive does; only the last chunk shows that nothing was cut off.
            reader.read()
        except ArchiveBroken:
            shutil.rmtree(into)
            raise
    return names


def _unpack(tar: tarfile.TarFile, into: Path) -> Iterator[str]:
    for member in tar:
        target = (into / member.name).resolve()
        content = tar.extractfile(member)
        if content is None or into.resolve() not in target.parents:
            raise ArchiveBroken(f"{member.name} does not belong in an archive")
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with target.open("wb") as file:
            shutil.copyfileobj(content, file)
        yield member.name
