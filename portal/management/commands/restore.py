from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from portal.records.restored import KeysMissing, forget_destroyed, opened
from portal.vault.archive import ArchiveBroken
from portal.vault.backup_keys import BackupKeyGone
from portal.vault.restores import restore


class Command(BaseCommand):
    help = (
        "Unpacks an archive into a new folder; nothing of the running system is touched. From restored data every "
        "row goes whose key was destroyed since. `restore sweep` does the same to the database that is set up now."
    )

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["data", "keys", "sweep"])
        parser.add_argument("archive", type=Path, nargs="?")
        parser.add_argument("--into", type=Path, metavar="FOLDER")

    def handle(self, *, what, archive, into, **options):
        try:
            if what == "sweep":
                self._tell_gone(forget_destroyed())
            else:
                self._unpack(what, archive, into)
        except (ArchiveBroken, BackupKeyGone, KeysMissing, OSError) as error:
            raise CommandError(str(error)) from error

    def _unpack(self, what, archive, into):
        if archive is None or into is None:
            raise CommandError(f"Say which archive, and where to: restore {what} ARCHIVE --into FOLDER")
        if not archive.name.startswith(f"{what}-"):
            raise CommandError(f"{archive.name} is not an archive of the {what}")
        names = restore(archive, into=into)
        self.stdout.write(f"{len(names)} files in {into}, first of all {names[0]}")
        if what == "data":
            self._sweep(into)

    def _sweep(self, into):
        database = into / "default.sqlite3"
        if database.exists():
            with opened(database) as alias:
                self._tell_gone(forget_destroyed(alias))
        else:
            self.stdout.write("Load default.pgdump into an empty database, set DATABASE_URL, run: restore sweep")

    def _tell_gone(self, gone):
        self.stdout.write(f"{gone} matters were destroyed since: their rows are deleted here too.")
