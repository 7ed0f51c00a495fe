import io
import os
import subprocess
import sys
from datetime import date

import pdfplumber
import pytest
from django.conf import settings

from portal.documents import letters, press, rendering
from portal.documents.blocks import Signatory
from portal.documents.fields import MergeError
from portal.documents.press import AssetRefused
from tests.factories.texts import make_template, make_texts

AGREEMENT = {
    "reference": "M-4KXR2",
    "session_on": "Sunday 22 November, 18:00",
    "parties": ["Alex Chen", "Sam Rivera"],
    "neutrals": ["Robin Hale", "Ines Duarte"],
    "signatures": [Signatory("Alex Chen", "Takes part"), Signatory("Robin Hale", "Mediator")],
}


def open_pdf(pdf):
    return pdfplumber.open(io.BytesIO(pdf))


def words_of(pdf):
    with open_pdf(pdf) as opened:
        return " ".join(" ".join(page.extract_text() for page in opened.pages).split())


@pytest.mark.django_db
def test_the_agreement_carries_every_name_and_says_every_thing():
    template = make_template()

    html = rendering.render_html(template, AGREEMENT)

    for words in (
        "Alex Chen and Sam Rivera",
        "Robin Hale and Ines Duarte",
        "M-4KXR2",
        "nobody else",
        "imminent risk of serious harm to you or to someone else",
        "617-555-0142",
        "version 1",
    ):
        assert words in html
    assert "{" not in html


@pytest.mark.django_db
def test_a_value_that_the_template_does_not_know_is_refused():
    with pytest.raises(MergeError):
        rendering.render_html(make_template(), AGREEMENT | {"verdict": "guilty"})


@pytest.mark.django_db
def test_the_pdf_is_tagged_titled_and_in_a_language():
    template = make_template()

    with open_pdf(rendering.render_pdf(template, AGREEMENT)) as opened:
        catalogue = opened.doc.catalog
        assert catalogue["MarkInfo"]["Marked"] is True
        assert catalogue["Lang"] == b"en"
        assert opened.metadata["Title"] == "Agreement to participate in mediation"
        kinds = {element["type"] for element in flat(opened.structure_tree)}
        fonts = {character["fontname"].split("+")[1] for page in opened.pages for character in page.chars}

    assert {"Document", "H1", "H2", "P", "L", "LI", "Table", "TR", "TH", "TD"} <= kinds
    assert all(font.startswith(("Accord-", "Source")) for font in fonts), fonts


def flat(elements):
    for element in elements:
        yield element
        yield from flat(element.get("children", []))


@pytest.mark.django_db
def test_the_same_input_gives_the_same_bytes():
    template = make_template()

    first, second = rendering.render_pdf(template, AGREEMENT), rendering.render_pdf(template, AGREEMENT)

    assert first == second
    assert rendering.render_pdf(template, AGREEMENT | {"reference": "M-OTHER"}) != first


def test_another_process_prints_the_same_bytes():
    html = '<html lang="en"><title>T</title><h1>One</h1><p>Two <b>three</b></p></html>'
    program = (
        "import sys, hashlib; from portal.documents import press; "
        "print(hashlib.sha256(press.print_pdf(sys.argv[1])).hexdigest())"
    )
    env = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": str(settings.BASE_DIR)}

    other = subprocess.run([sys.executable, "-c", program, html], env=env, capture_output=True, text=True, check=True)

    assert other.stdout.strip() == rendering.digest(press.print_pdf(html))


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a.png", "file:///etc/hostname", "data:image/png;base64,AAAA", "accord-font:../secret.ttf"],
)
def test_a_document_reaches_nothing_but_our_own_fonts(address):
    with pytest.raises(AssetRefused):
        press.print_pdf(f'<html lang="en"><title>T</title><img alt="" src="{address}"></html>')


@pytest.mark.django_db
def test_a_session_pack_is_one_pdf_with_every_document():
    programme = make_texts()
    kinds = ("AGREEMENT_TO_PARTICIPATE", "SIGN_IN_SHEET", "BLANK_POINTS_SHEET")
    pack = [rendering.blank(kind, programme) for kind in kinds]

    words = words_of(rendering.render_pack(pack, title="Session pack"))

    for title in ("Agreement to participate in mediation", "Sign-in sheet", "Points of agreement"):
        assert title in words


@pytest.mark.django_db
def test_any_text_prints_as_a_letter():
    programme = make_texts()

    letter = letters.letter_pdf(
        programme,
        subject="News from the office",
        words="Dear Sam,\n\nYou are not in trouble.",
        recipient=["Sam Rivera", "14 Elm Street"],
        day=date(2026, 11, 22),
        sender="Robin Hale",
    )
    blank = letters.letter_pdf(programme, subject="Your rights", words="You may say no.")

    words = words_of(letter)
    for piece in ("Sam Rivera", "Sunday, 22 November 2026", "News from the office", "not in trouble", "Robin Hale"):
        assert piece in words
    assert "[date]" in words_of(blank)


def test_the_press_warms_up():
    press.warm_up()
