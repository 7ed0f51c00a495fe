"""`manage.py seed_office`: the office, its Mediation programme and its texts. What is there already stays as it is."""

from django.core.management.base import BaseCommand

from portal.handbook.seeding import seed_texts
from portal.programmes.seeding import seed_office, seed_programme
from portal.screening.seeding import seed_rubric


class Command(BaseCommand):
    help = "Set up the office, the Mediation programme, its notices, documents and rubric. Can be repeated at any time."

    def handle(self, *args, **options):
        seed_office()
        programme = seed_programme()
        made = seed_texts(programme)
        seed_rubric(programme)
        self.stdout.write(f"The office is set up; {made} texts were put into use.")
