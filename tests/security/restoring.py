"""A backup taken, everything lost, and the old data put back in its place."""

import shutil
from contextlib import contextmanager
from inspect import getclosurevars
from pathlib import Path

from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from portal.records.restored import RESTORED
from portal.vault.backups import back_up_data


def own_places(settings, folder):
    """Backups of one test, with no file of another."""
    for setting, name in (("DATA", "data"), ("KEYS", "keys"), ("MONTH_KEYS", "months")):
        setattr(settings, f"ACCORD_BACKUP_{setting}_DIR", str(folder / name))
    settings.MEDIA_ROOT, settings.PRIVATE_ROOT = folder / "media", folder / "private"
    settings.PRIVATE_ROOT.mkdir()
    allow_the_restored_database()


def allow_the_restored_database():
    """Django forbids a test every database that was not named when it began; this one comes into being in it."""
    test_case = getclosurevars(BaseDatabaseWrapper.ensure_connection).nonlocals["cls"]
    test_case.databases = {*test_case.databases, RESTORED}


@contextmanager
def lost_and_restored(into):
    """On SQLite: what happens in the block happens after the backup, and is lost; the keys of today stay."""
    archive = back_up_data()
    yield archive
    call_command("restore", "data", str(archive), into=into)
    database = Path(connections["default"].settings_dict["NAME"])
    connections["default"].close()
    for ending in ("", "-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)
    shutil.copyfile(into / "default.sqlite3", database)
