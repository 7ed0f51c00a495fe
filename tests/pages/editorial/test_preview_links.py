"""A guest without an account reads a draft: for seven days, by a link that is stored nowhere."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from pages.models import PreviewLink
from portal.records.expiry import delete_expired

from .desk import Writer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def editor():
    return Writer("EDITOR")


def link_to(editor, page):
    answer = editor.client.post(reverse("preview_links", args=[page.pk]))
    return re.search(r'value="http://[^/"]+(/preview/[\w-]+/)"', answer.content.decode())[1]


def test_a_guest_reads_the_draft_and_sees_that_it_is_one(editor, client):
    page = editor.writes(text="Two places at the door.")

    answer = client.get(link_to(editor, page))

    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Two places at the door." in html
    assert "Draft, not published." in html
    assert client.get("/parking/").status_code == 404


def test_the_draft_is_kept_nowhere_and_told_to_nobody(editor, client):
    answer = client.get(link_to(editor, editor.writes()))

    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies


def test_the_link_shows_the_text_it_was_made_for(editor, client):
    page = editor.writes(text="Two places.")
    address = link_to(editor, page)

    editor.edits(page, text="Three places.")

    assert "Two places." in client.get(address).content.decode()


def test_reading_changes_nothing(editor, client):
    address = link_to(editor, editor.writes())
    before = list(PreviewLink.objects.values()), PageLogEntry.objects.count()

    for method in (client.get, client.head, client.get):
        assert method(address).status_code == 200
    refused = [method(address).status_code for method in (client.post, client.put, client.delete)]

    assert refused == [405, 405, 405]
    assert (list(PreviewLink.objects.values()), PageLogEntry.objects.count()) == before


def test_over_ended_and_unknown_links_are_all_the_same_missing_page(editor, client, time_machine):
    page = editor.writes()
    old, ended, good = (link_to(editor, page) for _ in range(3))
    PreviewLink.objects.filter(pk=PreviewLink.objects.earliest("pk").pk).update(
        made_at=timezone.now() - timedelta(days=8), expires_at=timezone.now() - timedelta(days=1)
    )
    to_end = PreviewLink.objects.order_by("pk")[1]
    editor.client.post(reverse("preview_links", args=[page.pk]), {"end": to_end.pk})

    answers = [client.get(address) for address in (old, ended, "/preview/never-made/")]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert len({answer.content for answer in answers}) == 1
    assert "may have been used already or be too old" in answers[0].content.decode()
    assert client.get(good).status_code == 200
    time_machine.move_to(timezone.now() + timedelta(days=7, minutes=1))
    assert client.get(good).status_code == 404


def test_only_a_hash_is_stored_and_nothing_is_logged(editor, client, caplog):
    address = link_to(editor, editor.writes())
    token = address.split("/")[2]

    client.get(address)
    client.get("/preview/x" + token)

    assert len(token) >= 43
    assert token not in str(list(PreviewLink.objects.values()))
    assert token not in str(list(PageLogEntry.objects.values()))
    assert token not in str([record.__dict__.get("facts") for record in caplog.records])
    assert (
        token
        not in editor.client.get(reverse("preview_links", args=[PreviewLink.objects.get().page_id])).content.decode()
    )


def test_the_history_of_the_page_says_that_a_link_was_made_and_ended(editor):
    page = editor.writes()
    link_to(editor, page)
    editor.client.post(reverse("preview_links", args=[page.pk]), {"end": PreviewLink.objects.get().pk})

    history = editor.get("wagtailadmin_pages:history", page.pk).content.decode()

    assert "A preview link for a guest was made" in history
    assert "A preview link was ended" in history


def test_a_link_is_ended_only_on_its_own_page(editor, client):
    mine, other = editor.writes(), Page.objects.get(slug="about")
    address = link_to(editor, mine)

    editor.client.post(reverse("preview_links", args=[other.pk]), {"end": PreviewLink.objects.get().pk})

    assert client.get(address).status_code == 200


def test_only_who_may_change_a_page_shares_it(editor):
    page = editor.writes()
    coordinator = Writer("COORDINATOR")

    answers = [coordinator.client.get(reverse("preview_links", args=[page.pk]))]
    answers.append(coordinator.client.post(reverse("preview_links", args=[page.pk])))

    assert [answer.status_code for answer in answers] == [302, 302]
    assert not PreviewLink.objects.exists()


def test_the_page_offers_it_among_its_buttons(editor):
    page = editor.writes()

    screen = editor.get("wagtailadmin_pages:edit", page.pk).content.decode()

    assert reverse("preview_links", args=[page.pk]) in screen
    assert "Preview for a guest" in screen


def test_a_link_that_is_over_is_forgotten_the_day_after(editor, time_machine):
    link_to(editor, editor.writes())

    time_machine.move_to(timezone.now() + timedelta(days=7, hours=1))
    delete_expired()
    assert PreviewLink.objects.count() == 1
    time_machine.move_to(timezone.now() + timedelta(days=1))
    delete_expired()

    assert not PreviewLink.objects.exists()


def test_a_published_page_can_be_shown_as_a_draft_too(editor, client):
    about = Page.objects.get(slug="about").specific
    editor.edits(about, slug="about", text="A sentence to come.")

    html = client.get(link_to(editor, about)).content.decode()

    assert "A sentence to come." in html
    assert "A sentence to come." not in client.get("/about/").content.decode()
