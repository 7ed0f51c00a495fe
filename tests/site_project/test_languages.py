"""A visitor reads in the language of the address, and can change it anywhere without losing a word."""

import re

import pytest
from django.core.management import call_command
from wagtail.models import Page

from pages.models import ServicePage
from portal.handbook.models import Notice
from portal.handbook.seeding import seed_translations
from portal.programmes.models import Programme
from site_project.languages import SPOKEN
from tests.factories.texts import make_resolution_texts, make_texts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def office():
    make_texts()


@pytest.mark.parametrize(
    ("prefix", "word"), [("/es", "para usted o para otra persona"), ("", "to you or to someone else")]
)
def test_what_must_be_passed_on_is_said_in_words_approved_in_that_language(client, prefix, word):
    seed_translations(Programme.objects.get())
    begin(client, prefix)

    html = client.get(f"{prefix}/request/age/").content.decode().partition("<footer")[0]

    assert word in html


def begin(client, prefix=""):
    client.post(f"{prefix}/request/")
    return f"{prefix}/request/"


def lang(response):
    return re.search(r'<html lang="([\w-]+)"', response.content.decode())[1]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/es/request/", "Pedir ayuda"),
        ("/es/request/contact-me/", "Solo comuníquense conmigo"),
        ("/es/request/information/", "Solo quiero saber algo"),
        ("/es/my/enter/", "Su código personal"),
    ],
)
def test_the_request_speaks_spanish(client, address, words):
    response = client.get(address)

    assert (lang(response), response["Content-Language"]) == ("es", "es")
    assert words in response.content.decode()


def test_every_step_stays_in_the_language_in_which_it_was_begun(client):
    response = client.post("/es/request/")

    assert response.url == "/es/request/age/"
    assert client.post("/es/request/age/", {"age": "ADULT"}).url == "/es/request/people/"


def test_what_the_browser_prefers_changes_nothing(client):
    """One address, one language: that is what lets a page be kept for everybody, and be sent to a friend."""
    response = client.get("/request/", headers={"Accept-Language": "es"})

    assert lang(response) == "en"
    assert not response.cookies.keys() - {"csrftoken"}


def test_the_switcher_leads_to_the_same_page_with_its_query(client):
    html = client.get("/request/?from=POSTER").content.decode()

    assert '<a href="/es/request/?from=POSTER" lang="es" hreflang="es">Español</a>' in html


def test_what_is_typed_goes_along_and_nothing_is_kept_or_checked(client):
    begin(client)
    client.post("/request/age/", {"age": "ADULT"})
    typed = {"keep_from": "Somebody from next door", "read_in": "es"}

    response = client.post("/es/request/people/", typed)

    html = response.content.decode()
    assert (response.status_code, lang(response)) == (200, "es")
    assert 'value="Somebody from next door"' in html
    assert "There is a problem" not in html
    assert "Hay un problema" not in html
    # Not answered yet: the check page still leads back to it.
    assert client.get("/es/request/check/").url == "/es/request/people/"


def test_the_button_that_takes_it_along_belongs_to_the_form(client):
    begin(client)

    html = client.get("/request/age/").content.decode()

    button = re.search(r"<button[^>]*name=\"read_in\"[^>]*>", html)[0]
    assert 'form="answers"' in button
    assert 'formaction="/es/request/age/"' in button
    assert 'id="answers"' in html


def test_the_short_way_keeps_what_is_typed_too(client):
    typed = {"safe_way": "PHONE", "phone": "not a number", "name": "Ana", "read_in": "es"}

    html = client.post("/es/request/contact-me/", typed).content.decode()

    assert 'value="not a number"' in html
    assert 'value="Ana"' in html
    assert "Hay un problema" not in html


@pytest.mark.parametrize("address", ["/portal/people/", "/sign-in/", "/my/"])
def test_a_page_that_is_not_translated_has_one_address(client, address):
    assert client.get(f"/es{address}?a=b").url == f"{address}?a=b"
    assert client.post(f"/es{address}").status_code == 404


def test_a_public_page_is_never_shown_in_english_under_a_spanish_address(client):
    call_command("seed_site", first=True)

    assert client.get("/es/about/").status_code in (302, 404)


@pytest.fixture
def spanish_site():
    call_command("seed_site", first=True)
    call_command("seed_translations")


@pytest.mark.usefixtures("spanish_site")
def test_the_front_page_and_every_service_are_there_in_spanish(client):
    for page in ServicePage.objects.filter(locale__language_code="en"):
        english = client.get(page.url).content.decode()
        spanish = re.search(r'<a href="(/es/servicios/[\w-]+/)" lang="es"', english)[1]

        response = client.get(spanish)

        assert (response.status_code, lang(response)) == (200, "es")
        assert f'<a href="{page.url}" lang="en" hreflang="en">English</a>' in response.content.decode()
    assert "No tiene que resolverlo a solas." in client.get("/es/").content.decode()


@pytest.mark.usefixtures("spanish_site")
def test_a_page_tells_search_engines_of_its_translations(client):
    html = client.get("/services/mediation/").content.decode()

    assert set(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', html)) == {
        ("en", "http://localhost:8000/services/mediation/"),
        ("es", "http://localhost:8000/es/servicios/mediacion/"),
        ("x-default", "http://localhost:8000/services/mediation/"),
    }
    assert "hreflang" not in client.get("/news/").content.decode().partition("</head>")[0]


@pytest.mark.usefixtures("spanish_site")
def test_the_menu_and_the_way_to_ask_stay_in_spanish(client):
    html = client.get("/es/servicios/mediacion/").content.decode()

    menu = html.partition('class="nav-wide"')[2].partition("</nav>")[0]
    assert re.findall(r'<a href="([^"]+)"', menu) == ["/es/servicios/", "/es/quienes-somos/", "/es/contacto/"]
    assert 'href="/es/request/' in html
    assert 'href="/es/privacidad/"' in html.partition('class="foot-links"')[2]


@pytest.mark.usefixtures("spanish_site")
def test_what_exists_in_english_only_is_said_to_be_so(client):
    Page.objects.get(url_path__endswith="/privacidad/").unpublish()

    html = client.get("/es/servicios/mediacion/").content.decode()

    assert '<a href="/privacy/" lang="en" hreflang="en">' in html.partition('class="foot-links"')[2]


@pytest.mark.usefixtures("spanish_site")
def test_confidential_has_its_star_in_spanish_too(client):
    html = client.get("/es/").content.decode()

    words = re.findall(r"\bconfidencial\b\S?", re.sub(r"<[^>]+>", "", html.partition("<body")[2]), re.IGNORECASE)
    assert words
    assert all(word.endswith("*") for word in words)


@pytest.mark.usefixtures("spanish_site")
def test_seeding_twice_changes_nothing():
    before = list(Page.objects.order_by("path").values_list("path", "title", "latest_revision_id"))

    call_command("seed_translations")

    assert list(Page.objects.order_by("path").values_list("path", "title", "latest_revision_id")) == before


def test_what_is_spoken_is_public():
    from portal.accounts.doors import PUBLIC

    assert SPOKEN <= PUBLIC


def test_the_other_door_speaks_spanish_in_the_words_of_a_kept_record(client):
    """Never those of the programme that destroys: a text that is missing in its own words falls back to English."""
    keeping = make_resolution_texts()
    seed_translations(keeping)

    html = client.get("/es/report/").content.decode()

    assert "Resolver discriminación o acoso sin un proceso formal" in html
    assert "He leído que se guardará un registro de esto" in html
    assert "lo que envía a este programa se guarda" in html
    assert not Notice.objects.filter(programme=keeping, language="es", body__contains="se destruye su llave").exists()
