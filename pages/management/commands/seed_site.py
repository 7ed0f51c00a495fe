"""Put the first pages in place. Pages that are there already stay as their editors left them."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Page, Site

from pages.models import HomePage
from pages.seed import home
from pages.seed.complete import MORE
from pages.seed.groups import prepare_groups
from pages.seed.tree import TREE
from pages.seed.whole_site import prepare_whole_site
from pages.seed.workflow import prepare_workflow


class Command(BaseCommand):
    help = "Seed the public site with its first pages; safe to repeat."

    def add_arguments(self, parser):
        parser.add_argument(
            "--first", action="store_true", help="only the pages that no office can do without, to begin one's own site"
        )

    @transaction.atomic
    def handle(self, *args, first=False, **options):
        prepare_groups()
        prepare_workflow()
        front = self.front_page()
        for branch in TREE if first else TREE + MORE:
            self.plant(front, branch)
        prepare_whole_site(front)

    def plant(self, parent, branch):
        page = self.child(parent, branch)
        for below in branch.below:
            self.plant(page, below)

    def front_page(self):
        if found := HomePage.objects.first():
            return found
        root = Page.objects.get(depth=1)
        # Wagtail's own migration leaves a page that says "Welcome": only that one makes room.
        root.get_children().exact_type(Page).filter(slug="home").delete()
        root.refresh_from_db()
        front = root.add_child(instance=HomePage(slug="home", **home.HOME))
        front.save_revision().publish()
        Site.objects.update_or_create(
            is_default_site=True,
            defaults=_address() | {"root_page": front, "site_name": "Accord"},
        )
        return front

    def child(self, parent, branch):
        if found := branch.kind.objects.child_of(parent).filter(slug=branch.words["slug"]).first():
            return found
        page = branch.kind()
        for name, value in branch.complete(branch.words).items():
            setattr(page, name, value)
        parent.add_child(instance=page)
        page.save_revision().publish()
        return page


def _address():
    """Where the site is reached: what search engines are told begins so."""
    address = urlsplit(settings.ACCORD_BASE_URL)
    return {"hostname": address.hostname, "port": address.port or (443 if address.scheme == "https" else 80)}
