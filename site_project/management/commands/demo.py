from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from pages.seed.linking import join_courses
from portal.accounts.roles import ROLES
from portal.handbook.seeding import seed_translations
from portal.programmes.models import Programme
from portal.vault import keyring
from site_project.demo.agreeing import seed_agreeing
from site_project.demo.cases import seed_cases
from site_project.demo.keeping import seed_keeping
from site_project.demo.people import EVERYBODY, PASSWORD, Person, person, seed_people
from site_project.demo.policies import seed_policies
from site_project.demo.registers import seed_registers
from site_project.demo.statistics import seed_statistics
from site_project.demo.training import seed_training


class Command(BaseCommand):
    help = "Fills a development database with the demo office: texts, site, people, and a case at every step."

    def add_arguments(self, parser):
        parser.add_argument("--print", action="store_true", dest="only_print", help="only say who can sign in")

    def handle(self, *, only_print, **options):
        if not settings.ACCORD_DEVELOPMENT:
            raise CommandError("The demo is for development only.")
        if not only_print:
            # Wholly or not at all: half a demo office would be taken for a whole one by the next start.
            with transaction.atomic():
                self._seed()
        self.stdout.write(sign_ins())

    def _seed(self):
        call_command("seed_office", verbosity=0, stdout=self.stdout)
        call_command("seed_site", verbosity=0, stdout=self.stdout)
        call_command("seed_media", verbosity=0, stdout=self.stdout)
        call_command("seed_translations", verbosity=0, stdout=self.stdout)
        programme = Programme.objects.get(code="MEDIATION")
        for one in Programme.objects.all():
            seed_translations(one)
        with keyring.scope():
            seed_people()
            keeping = Programme.objects.get(code="ADR")
            seed_policies(programme, by=person("Ruth"))
            seed_policies(keeping, by=person("Imani"))
            seed_statistics()
            seed_cases(programme)
            seed_registers(programme)
            seed_agreeing(programme)
            seed_keeping(keeping)
            seed_training()
        join_courses()


def sign_ins() -> str:
    """Who can sign in, and how; printed once at every start in development."""
    lines = [f"  {one.email:34} {_told(one)}" for one in EVERYBODY]
    address = settings.ACCORD_BASE_URL
    return "\n".join(
        [
            "",
            f"  Public site     {address}/",
            f"  Sign in         {address}/sign-in/    (content system: {address}/cms/)",
            f"  Mail            {address}/dev/mail/",
            f"  Password        {PASSWORD}",
            "  One-time code   .venv/bin/python manage.py otp NAME    (for example: otp dana.okafor@example.edu)",
            "  A participant   ask for help on the public site, or let staff make a new code on a person's page",
            "",
            *lines,
            "",
        ]
    )


def _told(one: Person) -> str:
    """What somebody is here, and in which programme when it is the second one."""
    label = str(ROLES[one.role].label)
    return label if one.programme == "MEDIATION" else f"{label} ({one.programme})"
