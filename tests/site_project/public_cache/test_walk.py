"""Private and public answers never share a cache: every address there is, and every kind of page."""

import re

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver
from wagtail.models import Page, get_page_models

from site_project.public_cache.middleware import PRIVATE, PUBLIC
from site_project.public_cache.rules import SHARED
from tests.factories import make_staff, sign_in

pytestmark = pytest.mark.usefixtures("site", "kept_pages")

# Files that say for themselves how long a browser may have them, and the same for everybody.
FILES = {"public_image"}
SAMPLES = {"int": "1", "slug": "a-word", "str": "a-word", "path": "a/b", "uuid": "00000000-0000-4000-8000-000000000000"}


def addresses(resolver=None, names=(), route=""):
    """Every name with an address that leads to it, made from the kinds of its arguments."""
    for entry in (resolver or get_resolver()).url_patterns:
        here = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from addresses(entry, names + ((entry.namespace,) if entry.namespace else ()), here)
        elif "^" not in here:
            yield ":".join((*names, entry.name or entry.lookup_str)), "/" + re.sub(r"<(\w+):\w+>", sample, here)


def sample(argument):
    return SAMPLES.get(argument[1], "1")


EVERYTHING = sorted(set(addresses()))


def is_public(response):
    return "public" in response.get("Cache-Control", "")


def test_to_an_anonymous_visitor_only_the_shared_names_answer_publicly():
    assert len(EVERYTHING) > 300

    public = {name for name, address in EVERYTHING if is_public(Client().get(address))}

    assert public <= SHARED | FILES
    assert {"sitemap", "robots"} <= public


def test_to_somebody_who_signed_in_nothing_answers_publicly(client):
    sign_in(client, make_staff("DIRECTOR"))
    ours = [(name, address) for name, address in EVERYTHING if name.startswith("portal:") or name in SHARED]
    assert len(ours) > 100

    assert [name for name, address in [*ours, ("page", "/about/")] if is_public(client.get(address))] == []


def one_page_of_each_kind():
    kinds = [kind.objects.live().first() for kind in get_page_models() if kind is not Page]
    return [page for page in kinds if page]


def test_every_kind_of_page_is_either_the_same_for_all_or_kept_by_nobody():
    pages = one_page_of_each_kind()
    assert len(pages) > 7

    for page in pages:
        response = Client().get(page.url)
        assert response["Cache-Control"] in (PUBLIC, PRIVATE), page.url
        has_token = b"csrfmiddlewaretoken" in response.content
        assert (response["Cache-Control"] == PUBLIC) is not has_token, page.url
        assert has_token or not response.cookies


def test_somebody_who_signed_in_reads_no_page_that_is_kept(client):
    sign_in(client, make_staff("DIRECTOR"))

    for page in one_page_of_each_kind():
        assert client.get(page.url)["Cache-Control"] == PRIVATE, page.url
