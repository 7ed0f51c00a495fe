"""The purge drill: a whole life over HTTP, and nothing left of it; it must also be able to fail."""

import os
import subprocess
import sys

from django.conf import settings


def _drill(*options):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("ACCORD_", "DJANGO_"))}
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "drill", "purge", *options]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=900)


def test_nothing_of_a_closed_case_is_found_anywhere():
    done = _drill()

    assert done.returncode == 0, done.stderr[-2000:]
    assert "Found: nothing." in done.stdout
    assert "a line for the statistics: term" in done.stdout


def test_a_trace_that_was_left_is_found():
    done = _drill("--plant")

    assert done.returncode != 0
    assert "private/planted.txt (UTF-8)" in done.stdout
