"""What every test stands on: both databases open, and real pages for a live server."""

import pytest

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_serialized_rollback"}


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/journeys/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
        open_both_databases(item)


def open_both_databases(item):
    """A plain django_db mark opens the default database only; the keys belong to every test of the portal."""
    mark = item.get_closest_marker("django_db")
    if mark is None and not DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())):
        return
    wishes = dict(mark.kwargs) if mark else {}
    transaction = wishes.get("transaction", False) or "live_server" in item.fixturenames
    # A transactional test empties every table at its end: what migrations wrote is put back before the next one.
    defaults = {"databases": "__all__", "transaction": transaction, "serialized_rollback": transaction}
    item.add_marker(pytest.mark.django_db(**(defaults | wishes)), append=False)
