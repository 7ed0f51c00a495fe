import pytest
from django.core.cache import caches

from tests.pages.conftest import site  # noqa: F401


@pytest.fixture
def kept_pages(settings):
    """A real cache of pages, empty at first."""
    settings.CACHES = settings.CACHES | {
        "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages"}
    }
    caches["pages"].clear()
    yield caches["pages"]
    caches["pages"].clear()
