"""Every page of the demo site, read as a visitor reads it. Seeding it takes a while, so few tests read much."""

import re

import pytest
from django.core.management import call_command
from wagtail.models import Page

from pages.models import CoursePage, EventPage, ResourcePage, SitePage
from pages.seed.linking import join_courses
from tests.counting import cost
from tests.factories.training import make_course

from .reading import grade, words_of

pytestmark = pytest.mark.usefixtures("whole_site")
# Lists and names say little in sentences; what is measured are pages with something to read.
ENOUGH_TO_MEASURE = 60
PROMISES = r"\b(guarantee[ds]?|always works|will be solved|we solve|you will agree)\b"
GENDERED = r"\b(he or she|his or her|chairman|manpower|freshman|freshmen)\b"


def pages():
    return [page.specific for page in Page.objects.live().filter(depth__gt=1) if isinstance(page.specific, SitePage)]


def test_the_site_is_complete_and_seeding_it_again_changes_nothing():
    before = list(Page.objects.order_by("path").values_list("path", "title", "latest_revision_id"))

    call_command("seed_site")

    assert len(before) >= 40
    assert list(Page.objects.order_by("path").values_list("path", "title", "latest_revision_id")) == before
    assert ResourcePage.objects.count() >= 14
    assert sum(event.is_over for event in EventPage.objects.all()) == 2
    assert sum(not event.is_over for event in EventPage.objects.all()) == 4


def test_every_page_can_be_read_by_a_pupil_of_grade_eight_and_keeps_its_promises(client):
    for page in pages():
        response = client.get(page.url)
        assert response.status_code == 200, page.url
        html = response.content.decode()
        text = words_of(html)
        assert len(text.split()) < ENOUGH_TO_MEASURE or grade(text) <= 8, (page.url, grade(text))
        assert not re.search(PROMISES, text, re.IGNORECASE), page.url
        assert not re.search(GENDERED, text, re.IGNORECASE), page.url
        bare = re.sub(r"<[^>]+>", "", html.partition("<body")[2])
        words = re.findall(r"\bconfidential\b\S?", bare, re.IGNORECASE)
        assert all(word.endswith("*") for word in words), (page.url, words)
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert sorted(ids) == sorted(set(ids)), page.url


def test_a_course_that_comes_later_is_joined_to_its_page():
    page = CoursePage.objects.get(slug="keeping-a-circle")
    assert page.course is None
    course = make_course(code="circles")

    join_courses()

    page.refresh_from_db()
    assert page.course == course
    assert page.get_latest_revision_as_object().course == course


def test_no_page_takes_more_than_twenty_queries(client):
    for page in pages():
        assert cost(client, page.url) <= 20, (page.url, cost(client, page.url))


def test_no_link_between_pages_leads_nowhere(client):
    seen: set[str] = set()
    for page in pages():
        html = client.get(page.url).content.decode().partition("<main")[2].partition("</main>")[0]
        seen |= set(re.findall(r'href="(/[^"#?]*)', html))
    missing = {link for link in seen if not link.startswith("/static/") and client.get(link).status_code == 404}

    assert not missing


def test_a_text_page_leads_to_what_lies_below_it(client):
    html = client.get("/about/").content.decode().partition("<main")[2].partition("</main>")[0]

    for slug in ("how-we-work", "confidential", "who-sees-what", "your-rights", "feedback", "work-with-us"):
        assert f'href="/about/{slug}/"' in html
    assert "Read more" not in client.get("/privacy/").content.decode()
