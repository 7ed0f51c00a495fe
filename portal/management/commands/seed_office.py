"""`manage.py seed_office`: the office, its two programmes and their texts. What is there already stays as it is."""

from django.core.management.base import BaseCommand

from portal.handbook.seeding import seed_texts
from portal.programmes.seeding import seed_office, seed_programme, seed_resolution_programme
from portal.screening.seeding import seed_rubric


class Command(BaseCommand):
    help = "Set up the office, both programmes, their notices, documents and rubrics. Can be repeated at any time."

    def handle(self, *args, **options):
        seed_office()
        made = 0
        for programme in (seed_programme(), seed_resolution_programme()):
            made += seed_texts(programme)
            seed_rubric(programme)
        self.stdout.write(f"The office is set up; {made} texts were put into use.")
