"""Where files lie: in private folders, under random names that say nothing and end in nothing."""

from __future__ import annotations

import os
import re
import secrets
import time
from collections.abc import Collection
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.utils.translation import gettext as _

from .checking import Checked
from .refusing import UploadRefused

_NAME = re.compile(r"[0-9a-f]{32}")
_LEFT_ALONE_FOR = 24 * 3600


def keep(checked: Checked, *, folder: str) -> str:
    """Write a file that was checked. Returns its random name; raises UploadRefused when there is no more room."""
    if checked.size > quota_left(folder):
        raise UploadRefused(_("There is no room for more files. Please remove some first, or ask for more room."))
    place = _folder(folder)
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = secrets.token_hex(16)
    # Made by us and nobody else, readable for us and nobody else.
    handle = os.open(place / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as written:
        written.write(checked.content)
    return name


def open_kept(name: str, *, folder: str) -> BinaryIO:
    return _path(name, folder).open("rb")


def forget(name: str, *, folder: str) -> None:
    _path(name, folder).unlink(missing_ok=True)


def quota_left(folder: str) -> int:
    place = _folder(folder)
    used = sum(entry.stat().st_size for entry in os.scandir(place)) if place.is_dir() else 0
    return settings.ACCORD_UPLOAD_QUOTA - used


def sweep(*, folder: str, known: Collection[str]) -> int:
    """Delete what no row names any more. A file of today may belong to a row that is not committed yet."""
    place, limit, gone = _folder(folder), time.time() - _LEFT_ALONE_FOR, 0
    for entry in list(os.scandir(place)) if place.is_dir() else []:
        if entry.name not in known and entry.stat().st_mtime < limit:
            Path(entry.path).unlink(missing_ok=True)
            gone += 1
    return gone


def _folder(folder: str) -> Path:
    return Path(settings.PRIVATE_ROOT) / folder


def _path(name: str, folder: str) -> Path:
    if not _NAME.fullmatch(name):
        raise ValueError("not a name of ours")
    return _folder(folder) / name
