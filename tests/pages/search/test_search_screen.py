"""A visitor looks for a page, and nothing of it is written down."""

import re

import pytest
from django.db import models
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits, SearchPromotion
from wagtail.models import Locale, Page, PageViewRestriction, get_page_models
from wagtail.search import index

from pages.models import ServicePage, StandardPage
from tests.counting import cost

pytestmark = pytest.mark.usefixtures("indexed")


def ask(client, words, **more):
    return client.get("/search/", {"q": words, **more})


def results(response):
    listed = re.search(r'<ol class="results".*?</ol>', response.content.decode(), re.S)
    return re.findall(r'<a href="([^"]+)"', listed[0]) if listed else []


def test_a_page_is_found_by_its_title_first(client):
    assert results(ask(client, "mediation"))[0] == "/services/mediation/"


def test_a_page_is_found_by_a_word_deep_in_its_text(client):
    assert results(ask(client, "wheelchair")) == []
    page = StandardPage.objects.get(slug="about")
    page.body = [("text", "<p>There is a ramp for every wheelchair.</p>")]
    page.save_revision().publish()
    index.insert_or_update_object(page)

    assert results(ask(client, "wheelchair")) == ["/about/"]


def test_the_beginning_of_a_word_is_enough(client):
    assert "/services/facilitation/" in results(ask(client, "facilit"))


def test_pages_with_some_of_the_words_are_better_than_none(client):
    assert "/services/mediation/" in results(ask(client, "mediation zeppelin"))


def test_what_may_have_been_meant_is_offered(client):
    html = ask(client, "mediatoin").content.decode()

    assert "Nothing found" in html
    assert '<a href="/search/?q=mediation">mediation</a>' in html


def test_the_box_offers_titles_while_one_types_and_keeps_what_was_typed(client):
    html = ask(client, '"<b>').content.decode()

    assert '<option value="Mediation">' in html
    assert 'value="&quot;&lt;b&gt;"' in html


def test_results_can_be_narrowed_to_a_kind(client):
    everything = ask(client, "conflict")
    services = ask(client, "conflict", kind="services")

    assert {"/about/", "/services/coaching/"} <= set(results(everything))
    assert {url.split("/")[1] for url in results(services)} == {"services"}
    assert results(ask(client, "conflict", kind="nonsense")) == results(everything)


def test_many_results_come_ten_at_a_time(client):
    parent = Page.objects.get(slug="about")
    for number in range(23):
        page = StandardPage(title=f"Zeppelin {number}", slug=f"zeppelin-{number}", body=[])
        parent.add_child(instance=page)
        index.insert_or_update_object(page)

    pages = [results(ask(client, "zeppelin", page=number)) for number in (1, 2, 3)]

    assert [len(page) for page in pages] == [10, 10, 3]
    assert len({url for page in pages for url in page}) == 23
    assert results(ask(client, "zeppelin", page="nonsense")) == pages[0]
    assert "More results" in ask(client, "zeppelin").content.decode()


def test_the_number_of_queries_does_not_grow_with_the_results(client):
    one = cost(client, "/search/?q=wheelchair")
    many = cost(client, "/search/?q=mediation")

    assert many <= 20
    assert abs(many - one) <= 4


def test_what_editors_promote_comes_first(client):
    page = Page.objects.get(slug="contact")
    SearchPromotion.objects.create(query=Query.get("noise at night"), page=page, description="Call us.")

    html = ask(client, " Noise at NIGHT ").content.decode()

    assert "You may be looking for" in html
    assert "Call us." in html
    page.unpublish()
    assert "Call us." not in ask(client, "noise at night").content.decode()


def test_drafts_and_restricted_pages_are_not_found(client):
    Page.objects.get(slug="mediation").unpublish()
    PageViewRestriction.objects.create(
        page=Page.objects.get(slug="facilitation"), restriction_type=PageViewRestriction.LOGIN
    )

    found = results(ask(client, "mediation")) + results(ask(client, "facilitation"))

    assert "/services/mediation/" not in found
    assert "/services/facilitation/" not in found


def test_each_language_finds_its_own_pages(client):
    spanish = Locale.objects.create(language_code="es")
    Page.objects.get(slug="front").copy_for_translation(spanish)
    Page.objects.get(slug="services").copy_for_translation(spanish)
    page = ServicePage.objects.get(slug="mediation").copy_for_translation(spanish)
    page.title, page.slug, page.live = "Mediación", "mediacion", True
    page.save()
    index.insert_or_update_object(page)

    assert [url.split("/")[-2] for url in results(client.get("/es/search/", {"q": "mediación"}))] == ["mediacion"]
    assert all(not url.startswith("/es/") for url in results(ask(client, "mediation")))


HOSTILE = (
    '"',
    "'",
    "*",
    "a*",
    "NEAR(a b)",
    "AND",
    "NOT x",
    "title:x",
    "^a",
    "a -b",
    "(((",
    "a & | !b",
    "\\",
    "%s %d",
    "\0",
)


def test_hostile_signs_break_nothing(client):
    for signs in HOSTILE:
        assert ask(client, signs).status_code == 200, signs
        assert ask(client, f"mediation {signs}").status_code == 200, signs


def test_a_question_that_is_too_long_is_answered_kindly(client):
    response = ask(client, "my landlord " * 20)

    html = response.content.decode()
    assert response.status_code == 422
    assert "a little long" in html
    assert "my landlord my landlord" in html


def test_too_many_questions_from_one_network_have_to_wait(client, monkeypatch):
    from site_project import search_screen

    monkeypatch.setattr(search_screen.SEARCHING, "per_network", 2)
    answers = [ask(client, "mediation").status_code for _ in range(3)]

    assert answers == [200, 200, 429]
    assert "wait a little" in ask(client, "mediation").content.decode()
    assert client.get("/search/").status_code == 200


def test_nothing_that_was_searched_is_written_down(client, caplog):
    before = Query.objects.count(), QueryDailyHits.objects.count()

    response = ask(client, "Ana Example from the third floor")

    assert (Query.objects.count(), QueryDailyHits.objects.count()) == before
    assert response["Cache-Control"] == "no-store"
    assert "Example" not in caplog.text
    assert '<meta name="robots" content="noindex">' in response.content.decode()


@pytest.mark.parametrize(
    "model", [kind for kind in get_page_models() if kind is not Page], ids=lambda kind: kind.__name__
)
def test_every_kind_of_page_is_found_by_its_own_words(model):
    own = {
        field.name for field in model._meta.local_fields if isinstance(field, models.TextField) and not field.choices
    }
    searched = {field.field_name for field in model.get_search_fields() if isinstance(field, index.SearchField)}

    assert {"title", "search_description"} <= searched
    assert not own or own & searched


def test_services_are_found_with_what_they_keep():
    assert {"kept", "steps"} <= {field.field_name for field in ServicePage.get_search_fields()}
