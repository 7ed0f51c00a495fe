"""What the first visit costs: bytes and requests, counted as a browser with gzip would."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders

pytestmark = pytest.mark.usefixtures("site")
FONTS = ("fonts/source-sans-400.woff2", "fonts/source-sans-600.woff2", "fonts/source-serif-600.woff2")


def content(name):
    with open(finders.find(name), "rb") as file:
        return file.read()


def weight(name):
    raw = content(name)
    return len(raw) if name.endswith((".woff2", ".png")) else len(gzip.compress(raw, 6))


@pytest.mark.parametrize("address", ["/", "/services/", "/services/mediation/", "/contact/"])
def test_a_first_visit_is_light_and_asks_nobody_else(client, address):
    html = client.get(address).content
    links = re.findall(r'(?:href|src)="(/static/[^"]+)"', html.decode())

    assets = {link.removeprefix("/static/") for link in links} | set(FONTS)

    assert len(assets) + 1 <= 9, assets
    assert len(gzip.compress(html, 6)) + sum(map(weight, assets)) < 110_000
    assert not re.findall(r'(?:src|srcset|action)="(?:https?:)?//[^"]+"', html.decode())
    assert not re.findall(r'<link(?![^>]*canonical)[^>]+href="(?:https?:)?//', html.decode())
    assert not re.search(r"<(?:style|script)(?![^>]*\bsrc=)|\bstyle=", html.decode())


def test_the_stylesheet_is_small():
    assert weight("css/accord.css") < 30_000


def test_each_font_speaks_the_names_of_people():
    from io import BytesIO

    from fontTools.ttLib import TTFont

    for name in FONTS:
        letters = set(TTFont(BytesIO(content(name))).getBestCmap())
        assert {ord(letter) for letter in "AzÅéñøßŁżč“”’–…"} <= letters
