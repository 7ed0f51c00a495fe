"""Says plainly which tests this machine or this database could not run, and refuses where nothing may be left out."""

import os
import shutil

import pytest

NEEDS = {
    "browser": "journeys in the browser: Chromium is not installed (Debian: apt-get install chromium)",
    "postgresql": "tests of PostgreSQL's own guarantees: run `make test-postgresql`, which starts one",
    "sqlite": "tests of SQLite's own behaviour: run `make test`",
}


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


def lacking() -> set[str]:
    """The marks whose tests cannot run here."""
    from django.db import connection

    other_database = "sqlite" if connection.vendor == "postgresql" else "postgresql"
    return {other_database} if chromium() else {other_database, "browser"}


def leave_out(config, items):
    """Take out what cannot run here, and remember how many for the closing lines."""
    kept, config.left_out = [], {}
    absent = lacking()
    for item in items:
        reasons = [mark for mark in absent if item.get_closest_marker(mark)]
        for mark in reasons:
            config.left_out[mark] = config.left_out.get(mark, 0) + 1
        if not reasons:
            kept.append(item)
    if "browser" in config.left_out and os.environ.get("ACCORD_LEAVE_NOTHING_OUT"):
        pytest.exit(f"Nothing may be left out here: {NEEDS['browser']}", returncode=1)
    items[:] = kept


def tell(terminal, config):
    for mark, count in getattr(config, "left_out", {}).items():
        terminal.write_line(f"Left out {count} {NEEDS[mark]}.", yellow=True)
