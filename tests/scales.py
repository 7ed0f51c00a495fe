"""What a first visit weighs: bytes and requests, counted as a browser with gzip would."""

import gzip
import re

from django.contrib.staticfiles import finders

FONTS = ("fonts/source-sans-400.woff2", "fonts/source-sans-600.woff2", "fonts/source-serif-600.woff2")
HEAVIEST = 110_000


def content(name):
    with open(finders.find(name), "rb") as file:
        return file.read()


def weight(name):
    """The bytes of one static file on the wire."""
    raw = content(name)
    return len(raw) if name.endswith((".woff2", ".png")) else len(gzip.compress(raw, 6))


def assets_of(html):
    """The static files that a first visit fetches, fonts included."""
    links = re.findall(r'(?:href|src)="(/static/[^"]+)"', html.decode())
    return {link.removeprefix("/static/") for link in links} | set(FONTS)


def first_load(html):
    """The bytes of a page and of everything that it fetches."""
    return len(gzip.compress(html, 6)) + sum(map(weight, assets_of(html)))
