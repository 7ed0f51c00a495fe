"""The main pages in Spanish: whole, at addresses of their own, and leading to each other."""

import re

import pytest
from django.core.management import call_command
from wagtail.fields import StreamField
from wagtail.models import Page

from pages.models import ChooserPage, ServicePage
from portal.handbook.seeding import seed_translations
from portal.programmes.models import Office, Programme

from .reading import words_of

MAIN = {"about", "contact", "privacy", "accessibility", "urgent-help", "visit-us", "which-service-fits", "services"}


@pytest.fixture(autouse=True)
def both_languages(whole_site):
    call_command("seed_translations")
    seed_translations(Programme.objects.get(code="MEDIATION"))


def spanish():
    return [page.specific for page in Page.objects.filter(locale__language_code="es", depth__gt=1)]


def english(page):
    return page.get_translations().get(locale__language_code="en").specific


def test_the_main_pages_and_every_service_are_there():
    assert {english(page).slug for page in spanish()} >= MAIN
    assert {page.service for page in spanish() if isinstance(page, ServicePage)} == {
        page.service for page in ServicePage.objects.filter(locale__language_code="en")
    }


def test_none_lacks_a_piece_or_was_left_in_english(client):
    for page in spanish():
        twin = english(page)
        for field in page._meta.get_fields():
            if isinstance(field, StreamField):
                pieces = [[block.block_type for block in getattr(one, field.name)] for one in (page, twin)]
                assert pieces[0] == pieces[1], (page, field.name)
        assert page.title != twin.title
        html = client.get(page.url).content.decode()
        assert '<html lang="es"' in html
        # What the office itself wrote about its hours has one language.
        words = words_of(html).replace(Office.objects.get().after_hours, "")
        assert not re.search(r"\b(the|with|your|which|nobody)\b", words), (page, words)


def test_the_menu_and_the_foot_speak_spanish(client):
    html = client.get("/es/").content.decode()

    menu = html.partition('class="nav-wide"')[2].partition("</nav>")[0]
    assert re.findall(r">([^<>\n]+)</a>", menu) == ["Servicios", "Quiénes somos", "Contacto"]
    foot = html.partition("<footer")[2]
    for words in ("Accesibilidad", "Privacidad", "Ayuda urgente"):
        assert words in foot


def test_the_chooser_leads_to_the_spanish_services(client):
    chooser = ChooserPage.objects.get(locale__language_code="es")

    for outcome in chooser.outcomes:
        page = outcome.value["page"]
        assert page is None or page.locale.language_code == "es", outcome.value["name"]
    assert f'href="{chooser.url}"' in client.get("/es/").content.decode()


def test_seeding_twice_changes_nothing():
    before = list(Page.objects.order_by("path").values_list("path", "latest_revision_id"))

    call_command("seed_translations")

    assert list(Page.objects.order_by("path").values_list("path", "latest_revision_id")) == before
