import os
import subprocess
import sys
import tempfile

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

INSIDE = "ACCORD_DRILL"
# The drill has databases of its own, whatever the environment says.
NOT_TAKEN_ALONG = {"DATABASE_URL", "KEYS_DATABASE_URL", "DJANGO_SETTINGS_MODULE"}


class Command(BaseCommand):
    help = "Lives a case through over HTTP, destroys it, and searches everything for what must be gone."

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["purge"])
        parser.add_argument("--plant", action="store_true", help="leave a trace on purpose: the drill must find it")

    def handle(self, *, plant, **options):
        if os.environ.get(INSIDE):
            self._run(plant)
            return
        with tempfile.TemporaryDirectory(prefix="accord-drill-") as folder:
            self.stdout.write("A mediation, from first contact to a destroyed record, in databases of its own:")
            self.stdout.flush()
            if _again(folder, plant):
                raise CommandError("The drill failed.")

    def _run(self, plant):
        from site_project.drill import purge
        from site_project.drill.visitor import Lost

        def say(line):
            self.stdout.write(line)
            self.stdout.flush()

        try:
            purge.run(say, plant=plant)
        except (purge.Found, Lost) as failure:
            raise CommandError(str(failure)) from failure


def _again(folder, plant):
    """The same command in a process of its own, whose files and databases lie in this folder."""
    kept = {name: value for name, value in os.environ.items() if name not in NOT_TAKEN_ALONG}
    environment = kept | {
        "ACCORD_VAR": folder,
        INSIDE: "1",
        "DJANGO_SETTINGS_MODULE": "site_project.settings.dev",
    }
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "drill", "purge", *(["--plant"] if plant else [])]
    return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603
