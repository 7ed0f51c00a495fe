"""Banners, menu, foot and the words where no page is: set by the lead, seen at once on every public page."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from pages.models import PublicSite
from tests.counting import cost

from .desk import Writer, home

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
EDIT = ("wagtailsettings:edit", "pages", "publicsite")


@pytest.fixture
def words():
    return PublicSite.objects.create()


def about():
    return Page.objects.get(slug="about")


def banner(kind="alert", **facts):
    return (kind, {"text": "The doors are shut today.", "tone": "bad", "page": None, "words": ""} | facts)


def save(words, **facts):
    for name, value in facts.items():
        setattr(words, name, value)
    words.save()


def hours(number):
    return timezone.now() + timedelta(hours=number)


def top(html):
    return html.partition('class="nav-wide"')[2].partition("</nav>")[0]


def test_the_lead_puts_up_a_banner_at_once_and_without_a_check(client, words):
    lead = Writer("LEAD")
    answer = lead.client.get(reverse(EDIT[0], args=[*EDIT[1:], words.pk]))
    assert answer.status_code == 200

    saved = lead.client.post(reverse(EDIT[0], args=[*EDIT[1:], words.pk]), settings_form(text="We moved next door."))

    assert saved.status_code == 302
    html = client.get("/about/").content.decode()
    assert "We moved next door." in html.partition("<main")[0]
    assert 'aria-label="Notices of the office"' in html


def settings_form(**facts):
    block = {"text": "", "tone": "warn", "page": "", "words": "", "starts_at": "", "ends_at": ""} | facts
    return nested_form_data(
        {
            "banners": streamfield([("alert", block)]),
            "menu": streamfield([]),
            "footer": streamfield([]),
            "missing_heading": "",
            "missing_text": "",
        }
    )


@pytest.mark.parametrize("role", ["EDITOR", "MODERATOR", "COORDINATOR"])
def test_nobody_else_sets_anything_for_the_whole_site(role, words):
    answer = Writer(role).client.get(reverse(EDIT[0], args=[*EDIT[1:], words.pk]))

    assert answer.status_code in (302, 403)


def test_a_banner_ends_after_it_begins_and_its_link_has_words(words):
    lead = Writer("LEAD")
    address = reverse(EDIT[0], args=[*EDIT[1:], words.pk])

    backwards = lead.client.post(
        address, settings_form(text="Closed.", starts_at="2027-01-02 10:00", ends_at="2027-01-01 10:00")
    )
    mute = lead.client.post(address, settings_form(text="Closed.", page=str(about().pk)))

    assert "The end must come after the beginning." in backwards.content.decode()
    assert "Say in a few words what the link leads to." in mute.content.decode()
    assert not PublicSite.current().banners


@pytest.mark.parametrize(
    ("starts", "ends", "is_shown"),
    [(None, None, True), (-2, 2, True), (-2, None, True), (None, 2, True), (1, 2, False), (-2, -1, False)],
)
def test_a_banner_keeps_its_hours(client, words, starts, ends, is_shown):
    times = {"starts_at": starts and hours(starts), "ends_at": ends and hours(ends)}

    save(words, banners=[banner("closed", **times)])

    assert ("The doors are shut today." in client.get("/about/").content.decode()) == is_shown


def test_the_next_change_is_the_soonest_of_all(words):
    save(words, banners=[banner(starts_at=hours(-5), ends_at=hours(9)), banner("closed", starts_at=hours(3))])
    stored = PublicSite.current()

    assert hours(2) < stored.next_change() < hours(4)
    save(words, banners=[banner(starts_at=hours(-5))])
    assert PublicSite.current().next_change() is None


def test_banners_are_not_shown_to_participants_or_staff(client, words):
    save(words, banners=[banner()])
    lead = Writer("LEAD")

    for address, who in (("/my/enter/", client), ("/portal/me/", lead.client)):
        page = who.get(address)
        assert page.status_code == 200
        assert "The doors are shut today." not in page.content.decode()


def test_confidential_is_starred_in_a_banner_too(client, words):
    save(words, banners=[banner(text="Our help is confidential.")])

    assert 'href="#exception">confidential*</a>' in client.get("/about/").content.decode().partition("<main")[0]


def test_a_menu_of_two_levels(client, words):
    about_page = about()
    below = [{"page": home(), "words": "Start"}]
    save(words, menu=[("entry", {"page": about_page, "words": "Who we are", "below": below})])

    menu = top(client.get("/about/").content.decode())

    assert re.findall(r">([^<>\n]+)</(?:a|summary)>", menu) == ["Who we are", "Who we are", "Start"]
    assert re.findall(r'href="([^"]+)"', menu) == ["/about/", "/"]
    assert menu.count("aria-current") == 1


def test_a_page_that_is_not_public_leaves_the_menu_by_itself(client, words):
    page = about()
    save(words, menu=[("entry", {"page": page, "words": "", "below": []})], footer=[("link", {"page": page})])
    page.unpublish()

    html = client.get("/").content.decode()

    assert "About us" not in html


def test_the_links_at_the_foot(client, words):
    save(words, footer=[("link", {"page": about(), "words": "About this office"})])

    foot = client.get("/").content.decode().partition("<footer")[2]

    assert '<a href="/about/">About this office</a>' in foot


def test_more_entries_take_no_more_queries(client, words):
    client.get("/")
    empty = cost(client, "/")
    page = about()
    entry = ("entry", {"page": page, "words": "", "below": [{"page": page, "words": "x"}] * 5})
    banners = [banner(page=page, words="More"), banner("closed", page=page, words="More"), banner()]

    save(words, menu=[entry] * 5, footer=[("link", {"page": page})] * 6, banners=banners)

    assert cost(client, "/") == empty


def test_where_there_is_no_page_the_lead_chooses_the_words(client, words):
    assert "There is no page here" in client.get("/nowhere/").content.decode()

    save(words, missing_heading="We tidied up", missing_text="Try the search.")

    html = client.get("/nowhere/").content.decode()
    assert "We tidied up" in html
    assert "Try the search." in html
    assert "may have been used already" in html  # what a guest with an old link needs stays


def test_reading_a_page_makes_no_settings(client):
    assert client.get("/").status_code == 200
    assert not PublicSite.objects.exists()
