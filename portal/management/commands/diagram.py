from django.conf import settings
from django.core.management.base import BaseCommand

from portal.cases.diagram import document


class Command(BaseCommand):
    help = "Writes docs/case-workflow.md from the table of steps."

    def handle(self, **options):
        path = settings.BASE_DIR / "docs" / "case-workflow.md"
        path.write_text(document(), encoding="utf-8")
        self.stdout.write(str(path))
