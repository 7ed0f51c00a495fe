from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from portal.vault.archive import ArchiveBroken
from portal.vault.backup_keys import BackupKeyGone
from portal.vault.restores import restore


class Command(BaseCommand):
    help = "Unpacks an archive into a new folder; nothing of the running system is touched."

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["data", "keys"])
        parser.add_argument("archive", type=Path)
        parser.add_argument("--into", type=Path, required=True, metavar="FOLDER")

    def handle(self, *, what, archive, into, **options):
        if not archive.name.startswith(f"{what}-"):
            raise CommandError(f"{archive.name} is not an archive of the {what}")
        try:
            names = restore(archive, into=into)
        except (ArchiveBroken, BackupKeyGone, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{len(names)} files in {into}, first of all {names[0]}")
