"""The dashboard, the two reports, the help page, and a menu without what a writer has no use for."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pages.due import coming_pages, pages_in_checks, stale_pages
from pages.links import look_through_links
from pages.models import SeenLink, SitePage, StandardPage
from tests.counting import cost

from .desk import Writer, home

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def about():
    return StandardPage.objects.get(slug="about")


def page_with(text, slug="more", **facts):
    page = StandardPage(title=slug.capitalize(), slug=slug, body=[("text", text)], **facts)
    return home().add_child(instance=page)


def today(days=0):
    return timezone.localdate() + timedelta(days=days)


def whys():
    return [(one.page.slug, str(one.why), one.address) for one in look_through_links().broken]


# Read again


def test_pages_are_to_be_read_again_from_their_day_on():
    page_with("x", "old", review_on=today(-30))
    page_with("x", "now", review_on=today())
    page_with("x", "later", review_on=today(1))
    page_with("x", "never")
    page_with("x", "gone", review_on=today(-1), live=False)

    assert [(one.page.slug, one.review_on) for one in stale_pages()] == [("old", today(-30)), ("now", today())]


def test_pages_of_every_kind_can_be_stale():
    page = home()
    page.review_on = today(-1)
    page.save()

    assert isinstance(page, SitePage)
    assert [one.page.pk for one in stale_pages()] == [page.pk]


def test_the_report_costs_the_same_for_one_page_and_three():
    lead = Writer("LEAD")
    page_with("x", "one", review_on=today())
    lead.get("stale_pages")
    before = cost(lead.client, reverse("stale_pages"))
    page_with("x", "two", review_on=today())
    page_with("x", "three", review_on=today())

    assert cost(lead.client, reverse("stale_pages")) == before


# What comes, goes and waits


def test_the_next_two_weeks():
    lead = Writer("LEAD")
    soon, late = timezone.now() + timedelta(days=3), timezone.now() + timedelta(days=30)
    for slug, at in (("soon", soon), ("late", late)):
        page = page_with("x", slug, live=False, go_live_at=at)
        page.save_revision(user=lead.user).publish(user=lead.user)
    page_with("x", "ending", expire_at=timezone.now() + timedelta(days=2))

    found = [(one.page.slug, one.goes_live_at is not None, one.expires_at is not None) for one in coming_pages()]

    assert found == [("ending", False, True), ("soon", True, False)]


def test_the_dashboard_of_a_writer_says_what_waits():
    editor = Writer("EDITOR", first_name="Mina", last_name="Sato")
    editor.writes(action="action-submit")
    page_with("x", "old", review_on=today(-30))

    screen = Writer("LEAD").get("wagtailadmin_home").content.decode()

    assert [state.content_object.draft_title for state in pages_in_checks()] == ["Parking near us"]
    assert "asked by Mina Sato" in screen
    assert "Read it again" in screen
    assert "since" in screen


def test_the_coordinator_sees_only_what_waits_for_them():
    screen = Writer("COORDINATOR").get("wagtailadmin_home").content.decode()

    assert "Read it again" not in screen


# Links


def test_a_link_to_a_page_that_is_not_there_or_not_public_is_reported():
    hidden = page_with("x", "hidden", live=False)
    page_with(f'<a linktype="page" id="{hidden.pk}">a</a> <a linktype="page" id="999999">b</a>', "links")
    page_with(f'<a linktype="page" id="{about().pk}">fine</a>', "fine")

    assert whys() == [
        ("links", "leads to a page that is not published", ""),
        ("links", "leads to a page that was deleted", ""),
    ]


def test_a_file_that_was_deleted_is_reported():
    page_with('<a linktype="document" id="999999">b</a>', "links")

    assert whys() == [("links", "offers a file that was deleted", "")]


@pytest.mark.parametrize(
    ("address", "is_wrong"),
    [
        ("mailto:office@example.edu", False),
        ("mailto:office@example.edu?subject=Hello", False),
        ("mailto:office", True),
        ("tel:+1-555-0142", False),
        ("tel:911", False),
        ("tel:call us", True),
    ],
)
def test_mail_and_telephone_links_make_sense(address, is_wrong):
    page_with(f'<a href="{address}">write</a>', "links")

    assert bool(whys()) == is_wrong


def test_links_to_others_are_listed_with_who_last_opened_them():
    page_with('<a href="https://example.org/law">law</a>', "one")
    page_with('<a href="https://example.org/law">law</a>', "two")
    editor = Writer("EDITOR", first_name="Mina", last_name="Sato")
    assert "never" in editor.get("links").content.decode()

    editor.client.post(reverse("links"), {"seen": "https://example.org/law"})

    (one,) = look_through_links().outside
    assert [page.slug for page in one.pages] == ["one", "two"]
    assert one.seen.seen_by == editor.user
    assert "Mina Sato" in editor.get("links").content.decode()


def test_only_addresses_of_the_site_are_noted():
    answer = Writer("EDITOR").client.post(reverse("links"), {"seen": "https://example.org/elsewhere"}, follow=True)

    assert "nothing was noted" in answer.content.decode()
    assert not SeenLink.objects.exists()


def test_a_draft_does_not_count():
    page_with('<a linktype="page" id="999999">b</a>', "draft", live=False)

    assert whys() == []


def test_the_report_of_links_costs_the_same_for_one_page_and_three():
    editor = Writer("EDITOR")
    page_with('<a href="https://example.org/">x</a>', "one")
    editor.get("links")
    before = cost(editor.client, reverse("links"))
    for slug in ("two", "three"):
        page_with(f'<a href="https://example.org/{slug}/">x</a> <a linktype="page" id="1">y</a>', slug)

    assert cost(editor.client, reverse("links")) == before


# Screens


@pytest.mark.parametrize("name", ["stale_pages", "links", "writing_help"])
def test_writers_open_them_and_fact_checkers_do_not(name):
    assert Writer("EDITOR").get(name).status_code == 200
    assert Writer("COORDINATOR").get(name).status_code == 302


def test_the_menu_holds_ours_and_not_what_nobody_here_needs():
    screen = Writer("EDITOR").get("wagtailadmin_home").content.decode()

    assert reverse("links") in screen
    assert reverse("writing_help") in screen
    for gone in ("aging-pages", "page-types-usage", "whats-new"):
        assert gone not in screen


# The bar on public pages


def test_the_bar_is_for_editors_on_pages_and_for_nobody_else(client):
    assert "wagtail-userbar" in Writer("EDITOR").client.get("/about/").content.decode()
    assert "wagtail-userbar" not in client.get("/about/").content.decode()
    assert "wagtail-userbar" not in Writer("NEUTRAL").client.get("/about/").content.decode()


def test_a_password_alone_brings_no_bar(client):
    lead = Writer("LEAD")
    client.force_login(lead.user, backend="portal.accounts.backends.PeopleBackend")

    assert "wagtail-userbar" not in client.get("/about/").content.decode()


def test_the_policy_of_a_public_page_is_the_same_for_an_editor(client):
    def policy(answer):
        return answer["Content-Security-Policy"]

    assert policy(Writer("EDITOR").client.get("/about/")) == policy(client.get("/about/"))
