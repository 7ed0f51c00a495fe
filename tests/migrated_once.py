"""On SQLite the test databases are migrated once for each state of the migrations; every later run starts from a copy.

A copy, and not what the last run left behind: its transactional tests have emptied the tables. When migrations have
only been added since, the copy is a start too: the new ones are run on it.
"""

import hashlib
import json
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.db import connections

FOLDER = settings.TEST_DATABASE_DIR / "migrated"
STAMP = FOLDER / "stamp"


def applies() -> bool:
    return all(connection.vendor == "sqlite" for connection in connections.all())


def begin() -> bool:
    """Put the copies in place; false when there are none that today's migrations could start from."""
    before, now = _remembered(), _state()
    if not before or not before.items() <= now.items():
        return False
    for copy, test_database in _pairs():
        for ending in ("-wal", "-shm"):
            test_database.with_name(test_database.name + ending).unlink(missing_ok=True)
        shutil.copyfile(copy, test_database)
        if before == now:
            connections[copy.stem].settings_dict["TEST"]["MIGRATE"] = False
    return True


def is_remembered() -> bool:
    """Whether the copies are those of the present state."""
    return _remembered() == _state()


def remember() -> None:
    """Copy the databases as they are now, migrated and untouched. Of several workers the first one does."""
    if os.environ.get("PYTEST_XDIST_WORKER", "gw0") != "gw0":
        return
    FOLDER.mkdir(exist_ok=True)
    STAMP.unlink(missing_ok=True)
    for copy, test_database in _pairs():
        copy.unlink(missing_ok=True)
        with closing(sqlite3.connect(test_database)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    STAMP.write_text(json.dumps(_state()))


def _remembered() -> dict[str, str]:
    try:
        return json.loads(STAMP.read_text())
    except (FileNotFoundError, ValueError):
        return {}


def _pairs() -> list[tuple[Path, Path]]:
    return [
        (FOLDER / f"{alias}.sqlite3", Path(connections[alias].settings_dict["TEST"]["NAME"])) for alias in connections
    ]


def _state() -> dict[str, str]:
    """A digest for each file that decides how the tables look. The keys' tables are made from their models."""
    files = [settings.BASE_DIR / "requirements.lock", settings.BASE_DIR / "portal" / "vault" / "keystore" / "models.py"]
    for app in ("pages", "training", "portal", "portal/vault/keystore"):
        files += sorted((settings.BASE_DIR / app / "migrations").glob("*.py"))
    return {str(file.relative_to(settings.BASE_DIR)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
