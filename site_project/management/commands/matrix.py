from django.conf import settings
from django.core.management.base import BaseCommand

from site_project.authorization import document


class Command(BaseCommand):
    help = "Writes docs/authorization-matrix.md from the roles, the addresses and the querysets."

    def handle(self, **options):
        path = settings.BASE_DIR / "docs" / "authorization-matrix.md"
        path.write_text(document(), encoding="utf-8")
        self.stdout.write(str(path))
