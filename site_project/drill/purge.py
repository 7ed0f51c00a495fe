"""The drill itself: live, back up, close, search, and say what remains."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from portal.audit.models import AuditLink
from portal.records.models import Receipt
from portal.reports.models import CodedLine, WaitingStatistic
from portal.vault import keyring
from portal.vault.backups import back_up_data, back_up_keys
from portal.vault.restores import restore

from . import canary, planting, stage
from .life import Life
from .search import Search

Say = Callable[[str], object]

# Ours to look into afterwards, not a place where the office keeps anything.
RESTORED = "drill-restored"


class Found(Exception):
    """The word was found where nothing should be, or could not be found where it had to be."""


def run(say: Say, *, plant: bool = False) -> None:
    """The whole drill, on databases made for it. Raises Found."""
    folder = Path(settings.VAR_DIR)
    stage.prepare()
    with stage.server(folder / "server.log") as address:
        life = Life(address)
        life.live()
        for number, step in enumerate(life.steps, start=1):
            say(f"  {number:2}. {step}")
        with keyring.scope():
            planted = planting.plant(life.case)
        say(f"  The word is in {len(planted)} sealed fields: all that a case of any service can have.")
        call_command("run_due", verbosity=0)
        archive, _keys = back_up_data(), back_up_keys()
        restore(archive, into=folder / RESTORED)
        database = _database_in(folder / RESTORED)
        _prove_that_it_can_be_found(database, say)
        receipt = life.close()
        say(f"  {len(life.steps) + 1:2}. Closed and destroyed: {receipt.url.removeprefix(address)}")
    if plant:
        (folder / "private" / "planted.txt").write_text(canary.phrase())
    search = _search(folder, database)
    _tell(search, say)
    if search.found:
        raise Found(f"found in {len(search.found)} places")


def _database_in(folder: Path) -> Path:
    return next(path for path in folder.rglob("*") if path.suffix in {".sqlite3", ".db"} or "sqlite" in path.name)


def _prove_that_it_can_be_found(database: Path, say: Say) -> None:
    """Before closing, the same search of the same backup must find the word: else it would prove nothing."""
    before = Search()
    with keyring.scope():
        opened, _closed = before.backup(database)
    if not before.found:
        raise Found("the search finds nothing even while the key exists: it proves nothing")
    say(f"  While the key exists, the backup opens: {opened} values, the word in {len(before.found)} of them.")


def _search(folder: Path, database: Path) -> Search:
    search = Search()
    search.bytes_below(folder, "databases, write-ahead logs, files, caches, logs, backups", without=("mail", RESTORED))
    for alias in ("default", "keys"):
        search.dump_of(Path(settings.DATABASES[alias]["NAME"]), f"database {alias}")
    search.mail_below(folder / "mail")
    search.bytes_below(folder / RESTORED, "old data backup, unpacked")
    with keyring.scope():
        search.backup(database)
    return search


def _tell(search: Search, say: Say) -> None:
    say("Searched for the word in UTF-8, UTF-16, hexadecimal and base64:")
    for line in search.looked_at:
        say(f"  - {line}")
    say("Found: " + ("nothing." if not search.found else ""))
    for line in search.found:
        say(f"  - {line}")
    say("What does remain:")
    for line in _remains():
        say(f"  - {line}")


def _remains() -> list[str]:
    names = [field.name for field in CodedLine._meta.fields if field.name != "id"]
    lines = [
        "a line for the statistics: "
        + ", ".join(f"{name} {getattr(row, name)}" for name in names if getattr(row, name))
        for row in WaitingStatistic.objects.all()
    ]
    lines += [
        f"a receipt: destroyed on {row.destroyed_on}, beyond recovery from {row.beyond_recovery_on}"
        for row in Receipt.objects.all()
    ]
    links = AuditLink.objects.count()
    return [
        *lines,
        f"{links} links of the audit trail: kind, place in a chain, digest; those of the case cannot be opened",
        "in the old data backup: that a matter existed, in which unit, and which staff worked on it",
        "mail that was delivered, with the addresses of those who got it: it says that there is news, nothing else",
    ]
