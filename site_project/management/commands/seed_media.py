from django.core.management.base import BaseCommand
from django.db import transaction

from pages.seed.showing import show_everything
from site_project.worksheets import printed


class Command(BaseCommand):
    help = "Put pictures, sheets to print and a video on the pages of the demo site; safe to repeat."

    @transaction.atomic
    def handle(self, *args, **options):
        show_everything(print_sheet=printed)
