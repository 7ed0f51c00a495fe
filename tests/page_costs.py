"""Every page of the portal that any test opens is counted: what it asks of both databases stays within the limit."""

import contextlib

from django.db import connections
from django.test import Client

# Decision 84. Savepoints aside, the entry in the audit trail and the keys included.
LIMIT = 15
# It reads every feature.
OF_THE_CASE = {"portal:desk:case": 20}

_SAVEPOINTS = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")
# Made with the first entry of an office or a matter, and read again when somebody else may have made it.
_MADE_ONCE = ('INTO "portal_chain"', 'INTO "keystore_datakey"')
# Where pages are kept, the office's facts are in memory; in most tests nothing is kept.
_IN_MEMORY = 'SELECT "portal_office"'
# At most once a minute.
_SEEN = ('UPDATE "portal_staffsession" SET "last_seen_at"', 'UPDATE "portal_passsession" SET "last_seen_at"')


def limit_of(view_name):
    """None for what is no page of the portal or of training."""
    if not view_name.startswith(("portal:", "training:")):
        return None
    return OF_THE_CASE.get(view_name, LIMIT)


def cost_of(statements):
    """How many of these count."""
    asked = [sql for sql in statements if not sql.startswith((*_SAVEPOINTS, *_SEEN))]
    once = 2 * sum(any(name in sql for name in _MADE_ONCE) for sql in asked)
    return len(asked) - once - any(sql.startswith(_IN_MEMORY) for sql in asked)


@contextlib.contextmanager
def listening():
    """The statements that go to either database meanwhile."""
    statements = []

    def note(execute, sql, params, many, context):
        statements.append(sql)
        return execute(sql, params, many, context)

    with contextlib.ExitStack() as stack:
        for connection in connections.all():
            stack.enter_context(connection.execute_wrapper(note))
        yield statements


def is_page(response):
    is_shown = response.status_code == 200 and response.get("Content-Type", "").startswith("text/html")
    return is_shown and response.wsgi_request.method == "GET" and response.wsgi_request.resolver_match is not None


def check(response, statements):
    """Fails, with all that was asked, when a page asked too much."""
    if not is_page(response):
        return
    name = response.wsgi_request.resolver_match.view_name
    limit = limit_of(name)
    if limit is not None and (cost := cost_of(statements)) > limit:
        lines = "\n".join(f"  {sql[:200]}" for sql in statements)
        raise AssertionError(f"{name} costs {cost} queries, {limit} are allowed:\n{lines}")


@contextlib.contextmanager
def counted():
    """While this lasts, whatever a test client opens is checked."""
    ask = Client.request

    def ask_and_count(client, **request):
        with listening() as statements:
            response = ask(client, **request)
        check(response, statements)
        return response

    Client.request = ask_and_count
    try:
        yield
    finally:
        Client.request = ask
