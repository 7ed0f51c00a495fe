"""A public page is rendered once, and then answers everybody without a query."""

import gzip
from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from pages import edition
from pages.models import StandardPage
from site_project.public_cache import boundaries, store

pytestmark = pytest.mark.usefixtures("site", "kept_pages")


def change_without_a_signal(**fields):
    """So that the site differs from what is kept, and one can tell which of the two answered."""
    StandardPage.objects.filter(slug="about").update(**fields)


def reads_new(client, address="/about/", **headers):
    return b"Quite new" in client.get(address, headers=headers).content


def test_the_second_visitor_costs_no_query(client):
    first = client.get("/about/")

    with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
        second = client.get("/about/")

    assert (len(data), len(keys)) == (0, 0)
    assert second.content == first.content
    assert second.headers.items() - first.headers.items() == {("X-Request-ID", second["X-Request-ID"])}


def test_a_browser_may_keep_it_but_asks_each_time(client):
    first = client.get("/about/")

    again = client.get("/about/", headers={"If-None-Match": first["ETag"]})

    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert first["Vary"] == "Accept-Encoding"
    assert (again.status_code, again.content) == (304, b"")
    assert "Content-Security-Policy" in again.headers


def test_it_is_packed_for_browsers_that_can_open_it(client):
    plain = client.get("/about/")

    packed = client.get("/about/", headers={"Accept-Encoding": "gzip, br"})

    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert int(packed["Content-Length"]) == len(packed.content) < len(plain.content) / 2


def test_each_known_narrowing_has_a_page_of_its_own(client):
    client.get("/about/")
    change_without_a_signal(intro="Quite new.")

    assert not reads_new(client)
    assert reads_new(client, "/about/?topic=money")


@pytest.mark.parametrize(
    "query", ["q=my+landlord", "from=POSTER", "topic=a%20name", "topic=a&topic=b", "topic=" + "x" * 41]
)
def test_a_page_asked_for_in_any_other_way_is_neither_kept_nor_taken_from_there(client, query):
    client.get("/about/")
    change_without_a_signal(intro="Quite new.")

    response = client.get(f"/about/?{query}")

    assert b"Quite new" in response.content
    assert response["Cache-Control"] == "no-store"
    assert not reads_new(client)


@pytest.mark.parametrize("cookie", ["sessionid", "accord_pass", "messages"])
def test_somebody_who_may_be_known_gets_a_page_of_their_own(client, cookie):
    client.get("/about/")
    change_without_a_signal(intro="Quite new.")
    client.cookies[cookie] = SessionStore().session_key or "anything"

    response = client.get("/about/")

    assert b"Quite new" in response.content
    assert response["Cache-Control"] == "no-store"


def test_cookies_of_other_sites_and_the_token_of_a_form_change_nothing(client):
    client.get("/about/")
    change_without_a_signal(intro="Quite new.")
    client.cookies["_campus"] = "1"
    client.cookies["csrftoken"] = "x" * 32

    assert not reads_new(client)


def test_another_host_has_pages_of_its_own(client):
    client.get("/about/")
    change_without_a_signal(intro="Quite new.")

    assert b"Quite new" in client.get("/about/", headers={"Host": "localhost"}).content


def test_nothing_is_kept_but_a_good_answer_to_a_reader(client):
    for answer in (client.get("/nowhere/"), client.get("/about"), client.post("/about/"), client.get("/request/")):
        assert answer["Cache-Control"] == "no-store"
    assert store.find(key(client, "/request/")) is None


def key(client, address):
    request = client.get(address).wsgi_request
    return store.key_of(request, edition.current())


def test_a_page_behind_a_password_is_never_kept(client):
    about = Page.objects.get(slug="about")
    PageViewRestriction.objects.create(
        page=about, restriction_type=PageViewRestriction.PASSWORD, password="open-sesame"
    )

    response = client.get("/about/")

    assert "no-store" in response["Cache-Control"]
    assert store.find(key(client, "/about/")) is None


def test_a_page_with_a_number_used_once_is_never_kept(client, monkeypatch):
    serve = StandardPage.serve

    def with_nonce(page, request, *args, **kwargs):
        response = serve(page, request, *args, **kwargs)
        response["Content-Security-Policy"] = "script-src 'nonce-b3f1'"
        return response

    monkeypatch.setattr(StandardPage, "serve", with_nonce)

    response = client.get("/about/")

    assert "'nonce-" in response["Content-Security-Policy"]
    assert response["Cache-Control"] == "no-store"
    assert store.find(key(client, "/about/")) is None


def test_a_page_answered_from_here_is_as_well_protected_as_a_new_one(client):
    new, kept = client.get("/about/"), client.get("/about/")
    again = client.get("/about/", headers={"If-None-Match": new["ETag"]})

    for name in ("Content-Security-Policy", "Permissions-Policy", "X-Frame-Options", "X-Content-Type-Options"):
        assert new[name] == kept[name] == again[name], name
    assert new["X-Request-ID"] != kept["X-Request-ID"]


def test_what_another_process_published_hides_what_this_one_remembers(client, kept_pages):
    client.get("/about/")
    change_without_a_signal(intro="Quite new.")
    assert not reads_new(client)

    kept_pages.set("edition", "another")

    assert reads_new(client)


def test_a_kept_page_lasts_five_minutes_at_most(client, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    client.get("/about/")
    change_without_a_signal(intro="Quite new.")

    time_machine.shift(timedelta(seconds=299))
    assert not reads_new(client)
    time_machine.shift(timedelta(seconds=2))
    assert reads_new(client)


def test_and_never_past_the_moment_at_which_a_page_begins_or_ends(client, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    Page.objects.filter(slug="contact").update(expire_at=timezone.now() + timedelta(seconds=40))
    client.get("/about/")
    change_without_a_signal(intro="Quite new.")

    time_machine.shift(timedelta(seconds=39))
    assert not reads_new(client)
    time_machine.shift(timedelta(seconds=2))
    assert reads_new(client)


def test_a_scheduled_page_is_such_a_moment():
    about = StandardPage.objects.get(slug="about")
    about.go_live_at = timezone.now() + timedelta(days=2)

    about.save_revision().publish()

    assert boundaries.next_one() == pytest.approx(about.go_live_at.timestamp())


def test_what_changes_while_a_page_is_rendered_makes_it_a_page_of_the_past(client, monkeypatch):
    """The other way round, an old page could be kept under the new version."""
    serve = StandardPage.serve

    def slowly(page, request, *args, **kwargs):
        response = serve(page, request, *args, **kwargs).render()
        edition.renew()
        return response

    monkeypatch.setattr(StandardPage, "serve", slowly)
    client.get("/about/")
    monkeypatch.undo()
    change_without_a_signal(intro="Quite new.")

    assert reads_new(client)
