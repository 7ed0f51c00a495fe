"""A copy of one database at one moment, while others go on writing."""

import io
import os
import sqlite3
import subprocess
import tempfile
from contextlib import closing
from typing import IO

from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper


class DumpFailed(Exception):
    """The database's own tool could not copy it."""


def dump(alias: str) -> tuple[str, IO[bytes]]:
    """A name and an open file with the whole database.

    The keys are copied in memory: a file, even a deleted one, could outlive a destroyed key.
    """
    connection = connections[alias]
    file: IO[bytes] = io.BytesIO() if alias == "keys" else tempfile.TemporaryFile(dir=settings.PRIVATE_ROOT)  # noqa: SIM115
    if connection.vendor == "sqlite":
        _copy_sqlite(str(connection.settings_dict["NAME"]), file)
        ending = "sqlite3"
    else:
        _copy_postgresql(connection, file)
        ending = "pgdump"
    file.seek(0)
    return f"{alias}.{ending}", file


def _copy_sqlite(path: str, file: IO[bytes]) -> None:
    if isinstance(file, io.BytesIO):
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(":memory:")) as copy:
            source.backup(copy)
            file.write(copy.serialize())
        return
    with tempfile.TemporaryDirectory(dir=settings.PRIVATE_ROOT) as folder:
        copy_path = os.path.join(folder, "copy.sqlite3")
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy_path)) as copy:
            source.backup(copy)
        with open(copy_path, "rb") as copied:
            while block := copied.read(1024 * 1024):
                file.write(block)


def _copy_postgresql(connection: BaseDatabaseWrapper, file: IO[bytes]) -> None:
    arguments, environment = connection.client.settings_to_cmd_args_env(connection.settings_dict, ["--format=custom"])
    answer = subprocess.run(  # noqa: S603 (its own tool, with the address from the settings)
        ["pg_dump", *arguments[1:]],  # noqa: S607
        env=os.environ | (environment or {}),
        stdout=subprocess.PIPE if isinstance(file, io.BytesIO) else file,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    if answer.returncode:
        raise DumpFailed(f"pg_dump ended with {answer.returncode}")
    if isinstance(file, io.BytesIO):
        file.write(answer.stdout)
