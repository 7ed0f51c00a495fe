"""Put the first pages in Spanish beside the English ones. Pages that are there already stay as they are."""

from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Locale, Page, Site

from pages.seed.spanish import home, services


class Command(BaseCommand):
    help = "Seed the Spanish pages of a site that seed_site has made; safe to repeat."

    @transaction.atomic
    def handle(self, *args, **options):
        self.spanish, _made = Locale.objects.get_or_create(language_code="es")
        front = Site.objects.get(is_default_site=True).root_page.specific
        self.translate(front, home.HOME)
        index = Page.objects.child_of(front).get(slug="services").specific
        self.translate(index, home.SERVICES)
        for page in index.get_children().filter(slug__in=services.BY_SLUG).specific():
            self.translate(page, services.BY_SLUG[page.slug])

    def translate(self, page, words):
        if page.has_translation(self.spanish):
            return
        copy = page.copy_for_translation(self.spanish)
        for name, value in words.items():
            setattr(copy, name, value)
        copy.save_revision().publish()
