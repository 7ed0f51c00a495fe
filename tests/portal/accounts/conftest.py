import pytest
from django.core.cache import cache

from tests.factories import make_office, make_staff


@pytest.fixture
def office():
    cache.clear()
    return make_office()


@pytest.fixture
def director(office):
    return make_staff("DIRECTOR")
