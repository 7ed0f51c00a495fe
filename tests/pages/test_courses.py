"""Training for visitors: words from the pages, dates from the training app."""

from datetime import timedelta

import pytest
from django.template import Context, Template
from wagtail.test.utils.form_data import rich_text, streamfield

from pages import edition
from pages.models import CoursePage, TrainingIndexPage
from tests.counting import cost
from tests.factories import make_home, make_room
from tests.factories.scheduling import local_time
from tests.factories.training import make_course, make_enrolment, make_offering

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


def test_a_meeting_in_another_room_says_so_and_the_place_speaks_of_the_others(client):
    offering = make_offering(course=make_course(published=True), place="Room 310")
    page = make_course_page(course=offering.course)
    before = read(client, page.url)

    first = offering.meetings.first()
    first.room = make_room(name="Quayside Hall 204")
    first.save()
    after = read(client, f"{page.url}?anew")
    enrolling = read(client, f"/enrol/{offering.pk}/")

    assert "All other meetings" not in before
    for text in (after, enrolling):
        assert "Quayside Hall 204" in text
        assert "All other meetings: Room 310" in text


def test_screens_of_training_find_the_list_of_courses_wherever_editors_put_it(rf):
    page = Template("{% load navigation %}{% courses_url %}")
    context = Context({"request": rf.get("/")})
    before = page.render(context)

    index = make_index()
    edition.renew()
    after = page.render(context)

    assert (before, after) == ("", index.url)


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


def test_the_list_shows_every_open_date_with_places_left_and_is_narrowed_by_the_address(client):
    make_index()
    basic, lead = make_course(title="Listening", level="BASIC"), make_course(title="Leading", level="LEAD")
    make_offering(basic, places=3)
    full = make_offering(lead, places=1)
    make_enrolment(full)

    every, only_basic = read(client, "/training/"), read(client, "/training/?level=BASIC")
    with_places, odd = read(client, "/training/?places=on"), read(client, "/training/?level=NONSENSE&evenings=x")

    assert ("3 places left" in every, "Leading" in every, "join the waiting list" in every) == (True, True, True)
    assert ("Listening" in only_basic, "Leading" in only_basic) == (True, False)
    assert ("Listening" in with_places, "Leading" in with_places) == (True, False)
    assert "Leading" in odd


def test_evenings_are_told_apart_from_mornings(client):
    make_index()
    evening, morning = make_offering(make_course(title="Late")), make_offering(make_course(title="Early"), meetings=1)
    meeting = morning.meetings.get()
    starts = local_time(days=31, hour=9)
    while starts.weekday() >= 5:
        starts += timedelta(days=1)
    meeting.starts_at, meeting.ends_at = starts, starts + timedelta(hours=2)
    meeting.save()

    page = read(client, "/training/?evenings=on")

    assert ("Late" in page, "Early" in page) == (True, False)
    assert evening.pk


def test_a_filter_that_fits_nothing_says_so(client):
    make_index()
    make_offering(make_course(level="BASIC"))

    assert "No dates fit" in read(client, "/training/?level=TRAINER")


def test_search_engines_read_the_dates_and_how_many_places_are_left(client):
    offering = make_offering(make_course(hours=16), places=4)
    page = make_course_page(course=offering.course)
    make_enrolment(offering)

    facts = facts_on(client, page.url)

    [one] = facts["hasCourseInstance"]
    assert (one["@type"], one["maximumAttendeeCapacity"], one["remainingAttendeeCapacity"]) == ("CourseInstance", 4, 3)
    assert one["startDate"] == offering.meetings.first().starts_at.isoformat()
    assert one["offers"]["url"].endswith(f"/enrol/{offering.pk}/")
    assert facts["timeRequired"] == "PT16H"


def test_a_place_that_was_taken_a_moment_ago_is_no_longer_shown(client):
    offering = make_offering(make_course(), places=2)
    page = make_course_page(course=offering.course)
    assert "2 places left" in read(client, page.url)

    make_enrolment(offering)

    assert "1 place left" in read(client, page.url)
    assert "1 place left" in read(client, "/training/")
