"""Brings both databases and the demo office up to date, and knows when there is nothing to do.

A start is remembered only when all of it is done, so one that was interrupted is simply done again: migrations go on
where they stopped, and the demo office is filled in one transaction, wholly or not at all.
"""

import hashlib
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder

# Migrations, seeds and texts all lie here; so does much else, and a needless second look costs half a second.
SOURCES = ("pages", "portal", "site_project", "training")
STAMP = "prepared"


def prepare() -> bool:
    """Both databases migrated and the demo office in them. False when that was so already."""
    if is_prepared():
        return False
    stamp = stamp_file()
    stamp.unlink(missing_ok=True)
    # Always, even when no migration is missing: what follows the last one may be what was interrupted.
    call_command("migrate", verbosity=0)
    # Of the keys' database by name: every other app would only be walked there, to make nothing.
    call_command("migrate", "keystore", database="keys", verbosity=0)
    call_command("demo", stdout=StringIO())
    stamp.write_text(_state())
    return True


def is_prepared() -> bool:
    """Whether these sources have prepared these databases, to the end."""
    stamp = stamp_file()
    return stamp.exists() and stamp.read_text() == _state()


def stamp_file() -> Path:
    return Path(settings.VAR_DIR) / STAMP


def _state() -> str:
    """Changes with the sources, with the packages, and when a database was put in another's place or deleted."""
    return hashlib.sha256("\n".join([*_sources(), *_migrations()]).encode()).hexdigest()


def _sources() -> Iterator[str]:
    files = [settings.BASE_DIR / "requirements.lock"]
    for folder in SOURCES:
        files += [
            file for ending in ("py", "txt") for file in sorted((settings.BASE_DIR / folder).rglob(f"*.{ending}"))
        ]
    for file in files:
        facts = file.stat()
        yield f"{file} {facts.st_size} {facts.st_mtime_ns}"


def _migrations() -> Iterator[str]:
    """When each migration was applied: no two databases have the same moments."""
    for connection in connections.all():
        recorder = MigrationRecorder(connection)
        if recorder.has_table():
            applied = recorder.migration_qs.order_by("pk").values_list("app", "name", "applied")
            yield from (f"{connection.alias} {app}.{name} {applied_at}" for app, name, applied_at in applied)
