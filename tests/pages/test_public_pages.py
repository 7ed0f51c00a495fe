import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from pages.models import HomePage, ServicePage

from .reading import grade, words_of

ADDRESSES = (
    "/",
    "/services/",
    "/services/coaching/",
    "/services/facilitation/",
    "/services/mediation/",
    "/services/restorative-justice/",
    "/about/",
    "/contact/",
    "/privacy/",
    "/accessibility/",
    "/discrimination-and-harassment/",
)
pytestmark = pytest.mark.usefixtures("site")


def queries(client, address):
    client.get(address)  # fills what Wagtail and Django remember between requests
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_seeded_page_answers(client, address):
    response = client.get(address)

    assert response.status_code == 200
    assert 'lang="en' in response.content.decode()
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("address", ADDRESSES)
def test_confidential_never_stands_without_its_exception(client, address):
    html = client.get(address).content.decode()

    bare = re.sub(r"<[^>]+>", "", html.partition("<body")[2])
    words = re.findall(r"\bconfidential\b\S?", bare, re.IGNORECASE)
    assert words
    assert all(word.endswith("*") for word in words), words
    for anchor in re.findall(r'class="starred" href="#([\w-]+)"', html):
        exception = re.search(rf'id="{anchor}">([^<]+)<', html)
        assert "to you or to someone else" in exception[1]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_id_is_given_twice(client, address):
    ids = re.findall(r'\bid="([^"]+)"', client.get(address).content.decode())

    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_pupil_of_grade_eight_can_read_it(client, address):
    text = words_of(client.get(address).content.decode())

    assert len(text.split()) > 40
    assert grade(text) <= 8, grade(text)


def test_more_services_and_longer_pages_take_no_more_queries(client):
    before = queries(client, "/"), queries(client, "/services/"), queries(client, "/services/mediation/")
    mediation = ServicePage.objects.get(slug="mediation")
    index = mediation.get_parent()
    for number in range(3):
        twin = ServicePage(**{name: getattr(mediation, name) for name in COPIED}, slug=f"twin-{number}")
        index.add_child(instance=twin)
    mediation.steps = [("step", {"title": f"Step {n}", "text": "<p>More.</p>", "document": ""}) for n in range(50)]
    mediation.save()

    after = queries(client, "/"), queries(client, "/services/"), queries(client, "/services/mediation/")

    assert after == before


COPIED = (
    "title",
    "service",
    "intro",
    "card_text",
    "card_note",
    "ask_heading",
    "who_takes_part",
    "duration",
    "what_it_is",
    "kept",
)


def test_the_menu_comes_from_the_page_tree(client):
    assert menu_of(client) == ["Services", "Resources", "About us", "Contact"]

    Page.objects.filter(slug="contact").update(show_in_menus=False)

    assert menu_of(client) == ["Services", "Resources", "About us"]


def menu_of(client):
    wide = client.get("/").content.decode().partition('class="nav-wide"')[2].partition("</nav>")[0]
    return re.findall(r">([^<>\n]+)</a>", wide)


def test_the_limits_of_what_is_destroyed_are_said_on_every_service(client):
    for page in ServicePage.objects.all():
        text = words_of(client.get(page.url).content.decode())
        assert "mail that was already delivered" in text
        assert "paper and copies that other people hold" in text
        assert "which staff worked on it" in text


def test_the_words_we_avoid_are_avoided(client):
    for address in ADDRESSES:
        text = words_of(client.get(address).content.decode()).lower()
        assert not re.search(r"\b(willing|complainant|respondent|conflict of interest|talk to us first)\b", text)


def test_the_front_page_says_that_nobody_has_to_do_this_alone(client):
    assert HomePage.objects.get().heading == "You don’t have to work it out alone."


def test_a_restricted_page_is_in_no_list(client):
    mediation = ServicePage.objects.get(slug="mediation")
    assert "Mediation" in words_of(client.get("/services/").content.decode())

    PageViewRestriction.objects.create(page=mediation, restriction_type=PageViewRestriction.LOGIN)

    assert "Two trained mediators" not in words_of(client.get("/services/").content.decode())
    assert "Two trained mediators" not in words_of(client.get("/").content.decode())


def test_an_unknown_service_is_missing(client):
    assert client.get("/services/therapy/").status_code == 404
    assert client.get("/services/mediation/more/").status_code == 404
