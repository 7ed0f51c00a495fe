"""Training for visitors: words from the pages, dates from the training app."""

import pytest
from wagtail.test.utils.form_data import rich_text, streamfield

from pages.models import CoursePage, TrainingIndexPage
from tests.counting import cost
from tests.factories import make_home
from tests.factories.training import make_course, make_offering

from .editing import editor, make_in_cms, preview
from .reading import words_of
from .test_calendars import facts_on

pytestmark = pytest.mark.django_db
WORDS = {
    "intro": "Learn to lead a talk.",
    "for_whom": "Everybody who works here",
    "hours": "40 hours",
    "what_is_learned": "<p>Listening.</p>",
}


def make_index():
    if found := TrainingIndexPage.objects.first():
        return found
    return make_home().add_child(instance=TrainingIndexPage(title="Training", slug="training"))


def make_course_page(**facts):
    index = make_index()
    slug = f"course-{index.numchild}"
    return index.add_child(instance=CoursePage(**({"title": "Basic mediation", "slug": slug} | WORDS | facts)))


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return words_of(response.content.decode())


def test_a_course_page_says_for_whom_and_what_is_learned(client):
    page = make_course_page()

    text = read(client, page.url)

    assert "Everybody who works here" in text
    assert "Listening." in text
    assert "No dates are open right now" in text


def test_dates_and_places_come_from_the_course(client):
    offering = make_offering(course=make_course(published=True))
    page = make_course_page(course=offering.course)

    html = client.get(page.url).content.decode()

    assert f'href="/enrol/{offering.pk}/"' in html
    assert "places left" in words_of(html)
    assert "Next dates" in read(client, "/training/")


def test_a_course_that_is_not_public_shows_no_dates(client):
    offering = make_offering(course=make_course(published=False))
    page = make_course_page(course=offering.course)

    assert "No dates are open right now" in read(client, page.url)


def test_a_list_without_courses_says_what_will_stand_there(client):
    make_index()

    assert "No course is described yet" in read(client, "/training/")


def test_a_search_engine_reads_who_teaches_it(client):
    facts = facts_on(client, make_course_page().url)

    assert (facts["@type"], facts["description"]) == ("Course", WORDS["intro"])
    assert facts["provider"]["@type"] == "GovernmentOffice"


def test_an_editor_describes_a_course(client):
    editor(client)
    words = WORDS | {"title": "Coaching", "slug": "coaching", "course": "", "body": streamfield([])}
    words |= {"questions": streamfield([]), "leads_to": rich_text("<p>A role.</p>"), "requirements": rich_text("")}
    words |= {"what_is_learned": rich_text("<p>To ask.</p>")}

    page = make_in_cms(client, CoursePage, make_index(), **words)

    assert page.live
    assert "A role." in read(client, page.url)


def test_both_pages_can_be_previewed():
    page = make_course_page()

    assert "Basic mediation" in preview(page)
    assert "Basic mediation" in preview(page.get_parent().specific)


def test_the_list_takes_as_many_queries_for_ten_courses_as_for_one(client):
    def another():
        return make_course_page(course=make_offering(course=make_course(published=True)).course)

    one = another()
    client.get("/training/")
    before = cost(client, "/training/"), cost(client, one.url)
    for _number in range(3):
        last = another()

    assert (cost(client, "/training/"), cost(client, last.url)) == before
    assert max(before) <= 20
