from django.core.management.base import BaseCommand, CommandError

from portal.vault import backups, dumps


class Command(BaseCommand):
    help = "Writes an encrypted archive of the data, or of the keys; the two never lie in one place."

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["data", "keys"])

    def handle(self, *, what, **options):
        back_up = {"data": backups.back_up_data, "keys": backups.back_up_keys}[what]
        try:
            path = back_up()
        except (backups.UnsafePlace, dumps.DumpFailed) as error:
            raise CommandError(str(error)) from error
        backups.forget_expired()
        self.stdout.write(f"{path} ({path.stat().st_size / 1024:.0f} KiB)")
