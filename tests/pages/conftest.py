import pytest
from django.core.management import call_command


@pytest.fixture
def site(db):
    """The seeded public site."""
    call_command("seed_site")
