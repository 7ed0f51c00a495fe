import pytest
from django.core.cache import cache

from tests.factories import make_office


@pytest.fixture(autouse=True)
def quiet_network():
    """Nobody has asked for a code yet."""
    cache.clear()


@pytest.fixture
def office(db):
    return make_office()
