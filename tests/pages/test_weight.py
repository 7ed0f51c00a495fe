"""What the first visit costs: bytes and requests, counted as a browser with gzip would."""

import re

import pytest
from wagtail.models import Page, get_page_models

from tests.scales import FONTS, HEAVIEST, assets_of, content, first_load, weight

pytestmark = pytest.mark.usefixtures("site")


def one_page_of_each_kind():
    kinds = [kind.objects.live().order_by("-path").first() for kind in get_page_models() if kind is not Page]
    return [page.url for page in kinds if page]


def test_a_first_visit_to_any_kind_of_page_is_light_and_asks_nobody_else(client):
    addresses = [*one_page_of_each_kind(), "/request/", "/search/"]
    assert len(addresses) > 7

    for address in addresses:
        look_at(client.get(address).content, address)


def look_at(page, address):
    html = page.decode()

    assert len(assets_of(page)) + 1 <= 9, (address, assets_of(page))
    assert first_load(page) < HEAVIEST, address
    assert not re.findall(r'(?:src|srcset|action)="(?:https?:)?//[^"]+"', html), address
    links = re.findall(r"<link[^>]+>", html)
    # Only what tells search engines of addresses may be a whole one.
    loaded = [link for link in links if 'rel="canonical"' not in link and "hreflang=" not in link]
    assert not [link for link in loaded if re.search(r'href="(?:https?:)?//', link)], address
    # A block of data for search engines is no script: no browser runs it.
    code = html.replace('<script type="application/ld+json">', "")
    assert not re.search(r"<(?:style|script)(?![^>]*\bsrc=)|\bstyle=", code), address


def test_the_stylesheet_is_small():
    assert weight("css/accord.css") < 30_000


def test_each_font_speaks_the_names_of_people():
    from io import BytesIO

    from fontTools.ttLib import TTFont

    for name in FONTS:
        letters = set(TTFont(BytesIO(content(name))).getBestCmap())
        assert {ord(letter) for letter in "AzÅéñøßŁżč“”’–…"} <= letters
