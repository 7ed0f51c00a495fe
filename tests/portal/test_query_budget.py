"""How many questions a screen asks of both databases: 15 of the data and one for keys; 20 where it is about a case."""

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.security.world import PASS_URLS, STAFF_URLS, make_world, tried

pytestmark = pytest.mark.django_db

A_LIST, OF_A_CASE = 16, 20
# A table for each figure, and each is one grouped query.
FIGURES = {"portal:reports:statistics": 30}
# What these name in their address is a case, or something in it; everything of a participant is.
IN_A_CASE = {"reference", "pk", "participant", "neutral", "number"}


def asked(client, address):
    """How many queries a page costs, savepoints aside; None for what is no page that somebody looks at."""
    for connection in connections.all():
        connection.queries_log.clear()
    with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
        response = tried(client, address)
    is_page = response.status_code == 200 and response["Content-Type"].startswith("text/html")
    if not is_page or response.wsgi_request.method != "GET":
        return None
    return len([one for one in [*data.captured_queries, *keys.captured_queries] if "SAVEPOINT" not in one["sql"]])


def limit(name, wanted, urls):
    return FIGURES.get(name) or (OF_A_CASE if urls is PASS_URLS or IN_A_CASE & set(wanted) else A_LIST)


@pytest.mark.parametrize(
    ("who", "urls", "at_least"),
    [("director", STAFF_URLS, 60), ("mediator", STAFF_URLS, 20), ("party A", PASS_URLS, 15)],
)
def test_no_screen_asks_more_than_it_may(who, urls, at_least):
    world = make_world()
    # The first entry in the office's own chain, and the key for it, are made once.
    world.viewers["director"].get(world.address("portal:desk:cases", STAFF_URLS["portal:desk:cases"]))

    found = {name: asked(world.viewers[who], world.address(name, wanted)) for name, wanted in urls.items()}
    pages = {name: number for name, number in found.items() if number is not None}

    assert len(pages) >= at_least
    assert {name: n for name, n in pages.items() if n > limit(name, urls[name], urls)} == {}
