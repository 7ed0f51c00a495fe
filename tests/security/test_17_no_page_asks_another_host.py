"""Promise 17: no font, script, picture or count comes from anybody else. The crawl in the browser is a journey."""

import re

import pytest

from tests.journeys.browser import Person

from .proofs import missing
from .world import PASS_URLS, STAFF_URLS, make_world, tried

PROOFS = {
    "tests.journeys.test_no_page_asks_another_host": ["test_every_page_asks_only_our_own_server"],
    "tests.journeys.test_public_site": ["test_every_public_page_is_free_of_barriers_by_day_and_by_night"],
    "tests.pages.test_weight": ["test_a_first_visit_to_any_kind_of_page_is_light_and_asks_nobody_else"],
}
FETCHED = re.compile(
    r'<(?:script|img|source|iframe|link|form|object|embed)\b[^>]*?(?:src|srcset|href|action|data)="((?:https?:)?//[^"]*)'
)


class Asked:
    def __init__(self, url):
        self.url = url


class Server:
    url = "http://localhost:8000"


def test_the_crawls_stand():
    assert missing(PROOFS) == set()


@pytest.mark.parametrize(("address", "wrong"), [("https://fonts.example.com/a.woff2", 1), (f"{Server.url}/a.css", 0)])
def test_the_browser_of_the_journeys_minds_a_foreign_host(address, wrong):
    somebody = object.__new__(Person)
    somebody.server, somebody.wrongs = Server, []

    somebody._watch(Asked(address))

    assert len(somebody.wrongs) == wrong


@pytest.mark.django_db
@pytest.mark.parametrize(("who", "urls"), [("director", STAFF_URLS), ("party A", PASS_URLS)])
def test_no_page_of_the_portal_names_one_to_fetch_from(who, urls):
    world = make_world()

    pages = {name: tried(world.viewers[who], world.address(name, asked)) for name, asked in urls.items()}
    foreign = {
        name: FETCHED.findall(page.content.decode()) for name, page in pages.items() if "html" in page["Content-Type"]
    }

    assert len(foreign) > 20
    assert {name: found for name, found in foreign.items() if found} == {}
    assert [name for name, page in pages.items() if "default-src 'none'" not in page["Content-Security-Policy"]] == []
