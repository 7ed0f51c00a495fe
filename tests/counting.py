"""What a page costs: its queries on both databases, savepoints aside."""

from django.db import connections
from django.test.utils import CaptureQueriesContext

_ASIDE = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")


def cost(client, url, *, alias="default"):
    """How many queries a GET makes. The page itself must be there."""
    with CaptureQueriesContext(connections[alias]) as captured:
        response = client.get(url)
    assert response.status_code == 200
    return len([query for query in captured if not query["sql"].startswith(_ASIDE)])


def full_cost(client, url):
    """The same on the data and on the keys together."""
    with CaptureQueriesContext(connections["keys"]) as captured:
        return cost(client, url) + len(captured)
