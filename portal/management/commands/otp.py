from time import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.accounts.models import User


class Command(BaseCommand):
    help = "Development only: print the one-time code that somebody's phone would show now."

    def add_arguments(self, parser):
        parser.add_argument("name", help="an e-mail, or the part before its @")

    def handle(self, *args, name, **options):
        if not settings.ACCORD_DEVELOPMENT:
            raise CommandError("This command works in development only: a second factor is on a phone, not here.")
        self.stdout.write(code_of(name))


def code_of(name: str) -> str:
    email = name.lower()
    people = User.objects.filter(email=email) if "@" in email else User.objects.filter(email__startswith=f"{email}@")
    device = TOTPDevice.objects.filter(user__in=people, confirmed=True).first()
    if device is None:
        raise CommandError(f"Nobody called {name} has a second factor here.")
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    totp.time = time()
    # A code works once: when this one was used, show the next, which a clock a little fast would show too.
    if totp.t() <= device.last_t:
        totp.time += device.step
    return f"{totp.token():06d}"
