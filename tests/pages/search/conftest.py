import pytest
from django.core.cache import cache
from wagtail.models import Page, Site
from wagtail.search import index

from pages.models import HomePage, ServicePage, ServicesIndexPage, StandardPage
from pages.seed import home, services
from tests.factories import make_office


@pytest.fixture
def indexed(db):
    """A small site whose pages can be found."""
    make_office()
    cache.clear()
    root = Page.objects.get(depth=1)
    front = root.add_child(instance=HomePage(slug="front", **home.HOME))
    Site.objects.update(root_page=front)
    shelf = front.add_child(instance=ServicesIndexPage(slug="services", show_in_menus=True, **home.SERVICES))
    pages = [shelf, *(shelf.add_child(instance=ServicePage(**words)) for words in services.ALL)]
    for slug in ("about", "contact"):
        words = {"title": slug.title(), "search_description": "Who helps with a conflict here.", "body": []}
        pages.append(front.add_child(instance=StandardPage(slug=slug, **words)))
    for page in pages:
        index.insert_or_update_object(page)
    return front
