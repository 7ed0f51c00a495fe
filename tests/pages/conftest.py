import pytest
from django.core.management import call_command

from tests.factories.texts import make_texts


@pytest.fixture
def site(db):
    """The seeded public site of an office whose texts are in use."""
    make_texts()
    call_command("seed_site")
