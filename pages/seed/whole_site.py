"""The links at the foot of every page, until the lead chooses others."""

from wagtail.models import Page

from pages.models import PublicSite

FOOTER = ("discrimination-and-harassment", "accessibility", "privacy", "contact", "visit-us", "urgent-help")


def prepare_whole_site(front: Page) -> None:
    """Make the settings once; afterwards they are the lead's."""
    if PublicSite.objects.exists():
        return
    pages = {page.slug: page for page in Page.objects.child_of(front).filter(slug__in=FOOTER)}
    links = [("link", {"page": pages[slug], "words": ""}) for slug in FOOTER if slug in pages]
    PublicSite.objects.create(footer=links)
