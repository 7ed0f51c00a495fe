"""What every test stands on: both databases open, and plain words about what could not run here."""

import pytest
from django.conf import settings
from django.utils import translation
from hypothesis import settings as hypothesis

from scripts import build_assets

from . import left_out, page_costs

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_serialized_rollback"}

# How long an example takes says more about the machine than about the code.
hypothesis.register_profile("accord", deadline=None)
hypothesis.load_profile("accord")


def pytest_configure(config):
    # Of several workers none builds: whoever started them has.
    if not hasattr(config, "workerinput"):
        build_assets.build()


# After the selection by -m and -k, so that only what was asked for is said to be left out.
@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    left_out.leave_out(config, items)


def pytest_itemcollected(item):
    if "tests/journeys/" in item.path.as_posix():
        item.add_marker(pytest.mark.browser)
    open_both_databases(item)


def pytest_sessionfinish(session):
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left_out"] = getattr(session.config, "left_out", {})


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Every worker has collected everything, and leaves out the same."""
    node.config.left_out = getattr(node, "workeroutput", {}).get("left_out", {})


def pytest_terminal_summary(terminalreporter, config):
    left_out.tell(terminalreporter, config)


def open_both_databases(item):
    """A plain django_db mark opens the default database only; the keys belong to every test of the portal."""
    mark = item.get_closest_marker("django_db")
    fixtures = set(getattr(item, "fixturenames", ()))
    if mark is None and not DATABASE_FIXTURES & fixtures:
        return
    wishes = dict(mark.kwargs) if mark else {}
    transaction = wishes.get("transaction", False) or bool({"live_server", "transactional_db"} & fixtures)
    # A transactional test empties every table at its end: what migrations wrote is put back before the next one.
    defaults = {"databases": "__all__", "transaction": transaction, "serialized_rollback": transaction}
    item.add_marker(pytest.mark.django_db(**(defaults | wishes)), append=False)


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb, django_db_createdb, django_db_modify_db_settings):
    from . import migrated_once

    if migrated_once.applies():
        return not django_db_createdb and migrated_once.begin()
    return django_db_keepdb


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_keepdb, django_db_blocker):
    from . import migrated_once

    if migrated_once.applies() and not migrated_once.is_remembered():
        with django_db_blocker.unblock():
            migrated_once.remember()


@pytest.fixture(autouse=True)
def open_keyring():
    """A test reads sealed values as a task does; a request made by the test client opens its own keyring."""
    from portal.vault import keyring

    with keyring.scope():
        yield


@pytest.fixture(autouse=True, scope="session")
def pages_are_counted():
    """A test that opens a page of the portal holds it to what it may ask of the databases."""
    with page_costs.counted():
        yield


@pytest.fixture(autouse=True)
def in_english():
    """A request in Spanish leaves its language behind in the thread, until the next one says otherwise."""
    yield
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True, scope="session")
def audit_links_can_be_emptied():
    """The database refuses to delete audit links; emptying it after a transactional test is the one exception."""
    from django.db import connection
    from django.test import TransactionTestCase

    from portal.audit.append_only import protect, unprotect

    empty = TransactionTestCase._fixture_teardown

    def empty_everything(self):
        unprotect(connection)
        empty(self)
        protect(connection)

    TransactionTestCase._fixture_teardown = empty_everything
    yield
    TransactionTestCase._fixture_teardown = empty
