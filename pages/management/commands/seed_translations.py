"""Put the main pages in Spanish beside the English ones. Pages that are there already stay as they are."""

from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Locale, Page, Site

from pages.seed.spanish import chooser, home, services, standard
from pages.seed.tree import with_outcomes


class Command(BaseCommand):
    help = "Seed the Spanish pages of a site that seed_site has made; safe to repeat."

    @transaction.atomic
    def handle(self, *args, **options):
        self.spanish, _made = Locale.objects.get_or_create(language_code="es")
        front = Site.objects.get(is_default_site=True).root_page.specific
        self.translate(front, home.HOME)
        index = Page.objects.child_of(front).get(slug="services").specific
        self.translate(index, home.SERVICES)
        self.translate_below(index, services.BY_SLUG)
        self.translate_below(front, standard.BY_SLUG)
        # Its outcomes lead to pages that are there by now.
        self.translate_below(front, {"which-service-fits": with_outcomes(chooser.CHOOSER)})

    def translate_below(self, parent, by_slug):
        for page in Page.objects.child_of(parent).filter(slug__in=by_slug).specific():
            self.translate(page, by_slug[page.slug])

    def translate(self, page, words):
        if page.has_translation(self.spanish):
            return
        copy = page.copy_for_translation(self.spanish)
        for name, value in words.items():
            setattr(copy, name, value)
        copy.save_revision().publish()
