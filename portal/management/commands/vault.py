"""`manage.py vault status` and `manage.py vault rotate`: which key-encryption key wraps what, and changing it."""

from django.core.management.base import BaseCommand

from portal.vault.actions import rotate
from portal.vault.queries import keys_by_kek


class Command(BaseCommand):
    help = "Show which key-encryption keys are in use (status), or wrap every data key with the first one (rotate)."

    def add_arguments(self, parser):
        parser.add_argument("step", choices=["status", "rotate"])
        parser.add_argument("--batch", type=int, default=200, help="keys per transaction (rotate)")

    def handle(self, *, step, batch, **options):
        if step == "rotate":
            self.stdout.write(f"{rotate(batch=batch)} keys wrapped anew.")
        for use in keys_by_kek():
            self.stdout.write(str(use))
