"""`manage.py audit verify`: read every chain and name the first link that is not what was written."""

from django.core.management.base import BaseCommand, CommandError

from portal.audit.actions import checkpoint
from portal.audit.verification import verify
from portal.vault import keyring


class Command(BaseCommand):
    help = "Check the audit trail (verify), or seal its heads into a checkpoint (checkpoint)."

    def add_arguments(self, parser):
        parser.add_argument("step", choices=["verify", "checkpoint"])

    def handle(self, *, step, **options):
        getattr(self, step)()

    def verify(self):
        with keyring.scope():
            problems, count = verify()
        for problem in problems:
            self.stderr.write(str(problem))
        if problems:
            raise CommandError(f"{len(problems)} problems in {count} links.")
        self.stdout.write(f"{count} links, nothing was changed.")

    def checkpoint(self):
        self.stdout.write(f"{checkpoint()} checkpoints made.")
