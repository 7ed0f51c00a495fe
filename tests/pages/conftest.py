import pytest
from django.core.cache import caches

from tests.factories.texts import make_texts
from tests.seeded_once import seed


@pytest.fixture
def site(db):
    """The first pages of the public site, of an office whose texts are in use."""
    make_texts()
    seed("seed_site", first=True)


@pytest.fixture
def whole_site(db):
    """Every page of the demo site, of an office whose texts are in use."""
    make_texts()
    seed("seed_site")


@pytest.fixture
def kept_pages(settings):
    """A real cache of pages, empty at first."""
    settings.CACHES = settings.CACHES | {
        "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages"}
    }
    caches["pages"].clear()
    yield caches["pages"]
    caches["pages"].clear()
