import pytest

from tests.factories.small_site import make_small_site


@pytest.fixture
def site(db):
    make_small_site()
