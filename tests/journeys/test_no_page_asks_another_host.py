"""Promise 17, in the browser: every page that staff and participants can open, and not one request to anybody else."""

import pytest
from django.conf import settings

from tests.security.world import PASS_URLS, STAFF_URLS, make_world


def is_page(response):
    return response.status_code == 200 and response["Content-Type"].startswith("text/html")


def _sessions_last(url):
    """Whoever opens a session page is signed in to that page only."""
    return url[0].startswith("portal:sessions:"), url[0]


@pytest.mark.parametrize(("who", "urls", "at_least"), [("coordinator", STAFF_URLS, 50), ("party A", PASS_URLS, 15)])
def test_every_page_asks_only_our_own_server(person, who, urls, at_least):
    world = make_world()
    somebody = person()
    somebody.context.add_cookies(
        [
            {"name": name, "value": cookie.value, "url": somebody.server.url}
            for name, cookie in world.viewers[who].cookies.items()
            if name in (settings.SESSION_COOKIE_NAME, settings.ACCORD_PASS_COOKIE)
        ]
    )

    addresses = [world.address(name, asked) for name, asked in sorted(urls.items(), key=_sessions_last)]
    # Not what is only posted to, and no paper: those have no page.
    answers = [somebody.page.goto(address).status for address in addresses if is_page(world.viewers[who].get(address))]

    # What was asked of another host is told by the fixture, which fails at the end.
    assert answers.count(200) >= at_least
