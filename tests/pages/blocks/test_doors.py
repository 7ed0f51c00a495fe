"""Buttons into the portal, and the approved words of the programme that keeps its records."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from tests.factories.texts import make_resolution_texts, make_texts

pytestmark = pytest.mark.django_db


def shown(block, **value):
    request = RequestFactory().get("/?from=poster-7")
    return render_to_string(f"pages/blocks/{block}.html", {"value": value, "request": request})


def test_a_button_leads_to_where_people_write_and_keeps_the_code_of_the_poster():
    html = shown("door", door="ASK", words="Ask for help")

    assert 'href="/request/?from=poster-7"' in html
    assert "Ask for help" in html


def test_a_button_leads_to_those_who_have_a_code():
    assert 'href="/my/enter/"' in shown("door", door="CODE", words="I have a code")


def test_where_a_record_is_kept_nobody_gets_in_before_its_words_are_in_use(client):
    make_texts()
    assert "href" not in shown("door", door="REPORT", words="Report it")
    assert "kept" not in shown("kept", programme="ADR")

    make_resolution_texts()

    assert 'href="/report/"' in shown("door", door="REPORT", words="Report it")
    assert client.get("/report/").status_code == 200
    assert "is kept" in shown("kept", programme="ADR")


@pytest.mark.parametrize("door", ["", "CELLAR"])
def test_a_door_that_there_is_not_prints_nothing(door):
    assert "href" not in shown("door", door=door, words="In")


def test_the_words_on_confidentiality_are_those_of_the_programme_that_was_chosen():
    make_texts()
    make_resolution_texts()

    html = shown("exception", programme="ADR", process="")

    assert "a record is kept here" in html
    assert "a record is kept here" not in shown("exception", programme="MEDIATION", process="")
    # Pages from before there was a choice have none.
    assert shown("exception", process="") == shown("exception", programme="MEDIATION", process="")
