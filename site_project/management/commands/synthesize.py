"""Many invented cases at once, to see how the screens behave when an office has worked for years."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.programmes.models import Programme
from site_project.synthesis import synthesize

MOST = 2_000_000


class Command(BaseCommand):
    help = "Adds invented cases to a development database; names repeat, and nothing was ever said in them."

    def add_arguments(self, parser):
        parser.add_argument("--cases", type=int, required=True, help="how many")
        parser.add_argument("--programme", default="MEDIATION", help="code of the programme (MEDIATION)")
        parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same mixture")

    def handle(self, *, cases, programme, seed, **options):
        if not settings.ACCORD_DEVELOPMENT:
            raise CommandError("Invented cases are for development only.")
        if not 0 < cases <= MOST:
            raise CommandError(f"Ask for 1 to {MOST:,} cases.")
        home = Programme.objects.filter(code=programme).first()
        if home is None:
            raise CommandError(f"There is no programme {programme}. Run: manage.py seed_office")
        made = synthesize(home, cases=cases, seed=seed)
        self.stdout.write(f"{made:,} cases added.")
