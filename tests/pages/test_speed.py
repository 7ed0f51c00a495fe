"""How many queries a public page takes when it is rendered anew: few, and no more when it grows."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, get_page_models

from pages import edition
from pages.models import ServicePage, ServicesIndexPage, SiteImage, StandardPage

# The menu and the translations are read once for each edition of the site: that needs a cache to tell editions apart.
pytestmark = pytest.mark.usefixtures("site", "kept_pages")
# A parameter that the site does not know: such a page is rendered anew each time.
ANEW = "?anew=1"


def queries(client, address):
    client.get(address + ANEW)  # fills what Wagtail and Django remember between requests
    with CaptureQueriesContext(connection) as seen:
        response = client.get(address + ANEW)
    assert response.status_code == 200, address
    assert response["Cache-Control"] == "no-store"
    return len(seen)


def test_front_page_and_lists_take_ten_queries_and_all_others_twenty(client):
    taken = {}
    for kind in get_page_models():
        if kind is not Page and (page := kind.objects.live().first()):
            taken[kind.__name__] = queries(client, page.url)

    lists = {name: count for name, count in taken.items() if name == "HomePage" or name.endswith("IndexPage")}
    assert {name: count for name, count in lists.items() if count > 10} == {}
    assert {name: count for name, count in taken.items() if count > 20} == {}


def test_the_first_page_after_a_change_keeps_to_the_same_numbers(client):
    """Nothing is remembered of the new edition then: neither the menu nor which pages there are."""
    taken = {}
    for kind in get_page_models():
        if kind is not Page and (page := kind.objects.live().first()):
            client.get(page.url + ANEW)  # content types and languages, which no edition changes
            edition.renew()
            with CaptureQueriesContext(connection) as seen:
                assert client.get(page.url + ANEW).status_code == 200
            taken[kind.__name__] = len(seen)

    lists = {name: count for name, count in taken.items() if name == "HomePage" or name.endswith("IndexPage")}
    assert len(lists) > 3
    assert {name: count for name, count in lists.items() if count > 10} == {}
    assert {name: count for name, count in taken.items() if count > 20} == {}


def test_a_list_takes_no_more_queries_when_it_grows(client):
    kinds = [kind for kind in get_page_models() if kind.__name__.endswith("IndexPage")]
    lists = [page for kind in kinds for page in kind.objects.live().filter(numchild__gt=0)[:1]]
    assert len(lists) > 3

    for page in lists:
        first = page.get_children().live().first()
        grow(first, 1)
        few = queries(client, page.url)
        grow(first, 9)
        assert queries(client, page.url) <= few, page.url


def test_fifty_services_take_no_more_queries_than_one(client):
    index = ServicesIndexPage.objects.get()
    one = queries(client, index.url), queries(client, "/")

    grow(ServicePage.objects.first(), 46)

    assert (queries(client, index.url), queries(client, "/")) == one


def grow(page, number):
    """As many more pages like this one, without the steps that a person would take to make them."""
    page = page.specific
    parent = page.get_parent()
    own = {field.name: getattr(page, field.name) for field in page._meta.local_fields if not field.primary_key}
    own |= {"title": page.title, "search_description": page.search_description}
    own.pop("page_ptr", None)
    for count in range(number):
        slug = f"{page.slug}-{parent.numchild + count}-more"
        parent.add_child(instance=type(page)(**own, slug=slug))
        parent.refresh_from_db()


@pytest.mark.parametrize("count", [10, 50])
def test_a_page_takes_no_more_queries_when_it_gets_longer(client, count):
    about = StandardPage.objects.get(slug="about")
    pictures = [
        SiteImage.objects.create(title=f"Door {number}", file=get_test_image_file(), description="A door")
        for number in range(2)
    ]
    write(about, pictures, 2)
    short = queries(client, about.url)

    write(about, pictures, count)

    assert queries(client, about.url) == short <= 20


def write(page, pictures, count):
    """A page with so many of each kind of block that reads something."""
    shown = [{"image": one.pk, "decorative": False, "alt_text": "A door"} for one in pictures]
    blocks = [{"type": "figure", "value": {"image": shown[n % 2], "caption": ""}} for n in range(count)]
    blocks += [{"type": "text", "value": "<p>More to read.</p>"} for _ in range(count)]
    blocks += [{"type": "question", "value": {"question": "Why?", "answer": "<p>So.</p>"}} for _ in range(count)]
    blocks += [{"type": "notice", "value": {"title": "", "text": "<p>Mind.</p>", "tone": "calm"}} for _ in range(count)]
    page.body = page._meta.get_field("body").to_python(json.dumps(blocks))
    page.save()
