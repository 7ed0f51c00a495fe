"""Lists of pages: cut into pages, narrowed by the address, and as cheap with fifty as with one."""

from datetime import date, timedelta

import pytest
from django.core.cache import caches

from pages.models import NewsIndexPage, NewsPage, PeopleIndexPage, PersonPage, ResourcePage, ResourcesIndexPage, Topic
from tests.counting import cost
from tests.factories.pictures import make_picture
from tests.factories.public_site import make_page
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def texts(db):
    make_texts()


def text(client, address):
    return client.get(address).content.decode()


def change(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def uncached(client, address):
    """What the page costs when no copy of it is kept."""
    client.get(address)
    caches["pages"].clear()
    return cost(client, address)


def test_resources_are_narrowed_by_what_stands_in_the_address(client):
    index = make_page(ResourcesIndexPage)
    labs = Topic.objects.create(name="Labs", slug="labs")
    make_page(ResourcePage, index, "Sharing a bench", audience="POSTDOCS", topics=[labs])
    change(make_page(ResourcePage, index, "First words", intro="How to begin."), kind="TIP")
    change(make_page(ResourcePage, index, "A plan to fill in", audience="STAFF"), kind="WORKSHEET")

    def found(query):
        page = text(client, f"{index.url}?{query}")
        return {title for title in ("Sharing a bench", "First words", "A plan to fill in") if title in page}

    assert found("") == {"Sharing a bench", "First words", "A plan to fill in"}
    assert found("kind=TIP") == {"First words"}
    assert found("topic=labs") == {"Sharing a bench"}
    assert found("audience=POSTDOCS") == {"Sharing a bench", "First words"}
    assert found("q=BEGIN") == {"First words"}
    assert found("q=bench&kind=TIP") == set()
    assert found("kind=POEM") == set()
    assert "Show everything" in text(client, f"{index.url}?q=zebra")


def test_news_are_the_newest_first_twelve_to_a_page(client):
    index = make_page(NewsIndexPage)
    for number in range(13):
        make_page(NewsPage, index, title=f"News {number:02}", published_on=date(2026, 1, 1) + timedelta(days=number))

    first, second = text(client, index.url), text(client, f"{index.url}?page=2")

    assert first.index("News 12") < first.index("News 01")
    assert "News 00" not in first
    assert "?page=2" in first
    assert "News 00" in second
    assert f'href="{index.url}"' in second
    assert client.get(f"{index.url}?page=3").status_code == 404
    assert client.get(f"{index.url}?page=x").status_code == 404


def test_people_stand_in_their_groups_by_name(client):
    index = make_page(PeopleIndexPage)
    make_page(PersonPage, index, title="Zoe Abel", sort_name="Abel", role="Coordinator", group="1_OFFICE")
    make_page(PersonPage, index, title="Ann Zimmer", sort_name="Zimmer", role="Clerk", group="1_OFFICE")
    make_page(PersonPage, index, title="Bo Lee", role="Mediator", group="2_NEUTRALS", pronouns="they/them")

    page = text(client, index.url)

    names = [page.index(name) for name in ("Zoe Abel", "Ann Zimmer", "Mediators, facilitators", "Bo Lee", "they/them")]
    assert names == sorted(names)


def test_a_draft_is_in_no_list(client):
    index = make_page(NewsIndexPage)
    make_page(NewsPage, index, title="Not yet").unpublish()

    assert "Not yet" not in text(client, index.url)


@pytest.mark.parametrize(
    ("index_kind", "kind"),
    [(ResourcesIndexPage, ResourcePage), (NewsIndexPage, NewsPage), (PeopleIndexPage, PersonPage)],
)
def test_a_list_costs_the_same_with_one_ten_and_fifty(client, index_kind, kind):
    index = make_page(index_kind)
    picture = make_picture()
    costs = []
    for total in (1, 10, 50):
        while index.numchild < total:
            make_page(kind, index, picture=picture)
        costs.append(uncached(client, index.url))

    assert costs[0] == costs[1] == costs[2] <= 20


def test_a_page_costs_the_same_with_one_ten_and_fifty_pictures(client):
    index = make_page(ResourcesIndexPage)
    picture = make_picture(size=(1000, 600))
    costs = []
    for total in (1, 10, 50):
        body = [("figure", {"image": picture, "caption": str(number)}) for number in range(total)]
        page = make_page(ResourcePage, index, body=body)
        costs.append(uncached(client, page.url))

    assert costs[0] == costs[1] == costs[2] <= 20


def test_a_picture_comes_small_in_two_formats_and_keeps_its_place(client):
    index = make_page(NewsIndexPage)
    picture = make_picture(size=(1000, 600), credit="Drawn by us")
    page = make_page(NewsPage, index, picture=picture, body=[("figure", {"image": picture, "caption": "Below"})])

    html = text(client, page.url)

    assert html.count('type="image/avif"') == 2
    assert 'width="1000"' in html
    assert 'height="600"' in html
    assert html.count('loading="lazy"') == 1
    assert html.count('fetchpriority="high"') == 1
    assert "Two chairs by a window." in html
    assert "480w" in html
