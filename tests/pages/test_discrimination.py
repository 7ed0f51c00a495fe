"""The page of the programme that keeps its records: what is kept stands before how it goes, and others lead to it."""

import pytest
from django.core.management import call_command

from tests.factories.texts import make_resolution_texts, make_texts

from .reading import grade, words_of


@pytest.fixture(autouse=True)
def both_programmes(db):
    make_texts()
    make_resolution_texts()
    call_command("seed_site", first=True)


def text_of(client, address):
    return words_of(client.get(address).content.decode())


def test_what_is_kept_stands_before_the_way_in(client):
    html = client.get("/discrimination-and-harassment/").content.decode()

    kept, door = html.index("what you send to this programme is kept"), html.index('href="/report/"')
    assert kept < door
    assert "no formal process begins" in html


def test_a_pupil_of_grade_eight_can_read_it_with_the_approved_words(client):
    assert grade(text_of(client, "/discrimination-and-harassment/")) <= 8


@pytest.mark.parametrize("address", ["/privacy/", "/services/"])
def test_who_reads_that_nothing_is_kept_reads_where_it_is_otherwise(client, address):
    assert "record" in text_of(client, address).partition("iscrimination")[2]


def test_the_chooser_leads_there_and_not_to_the_request(client):
    html = client.get("/which-service-fits/?way=3").content.decode().partition("<main")[2]

    assert 'href="/discrimination-and-harassment/"' in html
    assert 'href="/request/"' not in html.partition("</main")[0]
