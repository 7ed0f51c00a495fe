import pytest

from tests.factories import make_case, make_neutral, make_staff


@pytest.fixture
def coordinator(db):
    return make_staff("COORDINATOR")


@pytest.fixture
def pair(db):
    return [make_neutral(first_name="Priya"), make_neutral(first_name="Jonas")]


@pytest.fixture
def case(coordinator):
    return make_case(coordinator=coordinator)
