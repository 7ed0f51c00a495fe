"""A place of its own for the drill: fresh databases and files in a temporary folder, and a server on them."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from portal.vault import keyring

from ..demo.people import seed_people

PATIENCE_SECONDS = 60


def prepare() -> None:
    """Tables, office and people; no case yet."""
    call_command("migrate", verbosity=0)
    # Of the keys' database by name: every other app would only be walked there, to make nothing.
    call_command("migrate", "keystore", database="keys", verbosity=0)
    call_command("seed_office", verbosity=0, stdout=StringIO())
    with keyring.scope():
        seed_people()


@contextmanager
def server(log: Path) -> Iterator[str]:
    """A web server on these databases, writing its log to a file; yields its address."""
    port = _free_port()
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "runserver", f"127.0.0.1:{port}", "--noreload"]
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out) as process:  # noqa: S603
        try:
            _wait_for(f"http://127.0.0.1:{port}", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=2)  # noqa: S310
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the server of the drill did not start")
