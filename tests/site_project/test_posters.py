"""Campaigns on paper, read back from the PDF."""

import io
from itertools import product

import pdfplumber
import pytest

from pages.models.campaigns import Layout
from site_project.posters import KINDS, PAPERS, printed
from tests.factories import make_approved_campaign, make_campaign, make_office, make_staff, make_user, sign_in

pytestmark = pytest.mark.django_db

POINTS = {"a4": (595, 842), "letter": (612, 792)}
LONGEST = {"heading": "Roommates and whole laboratories: many conflicts can be talked about!", "text": "Words " * 53}


def opened(campaign, kind, paper):
    return pdfplumber.open(io.BytesIO(printed(campaign, kind, paper)))


@pytest.mark.parametrize(("kind", "paper", "layout"), list(product(KINDS, PAPERS, Layout.values)))
def test_a_sheet_is_one_page_of_its_paper_and_says_all(kind, paper, layout):
    make_office()
    campaign = make_approved_campaign(layout=layout, text="Confidential and free.")

    with opened(campaign, kind, paper) as pdf:
        (page,) = pdf.pages
        words = page.extract_text()

    assert (round(page.width), round(page.height)) == POINTS[paper]
    copies = 2 if kind == "handout" else 1
    for said in (f"/go/{campaign.code}", "Confidential*", "to you or to", "Office for Conflict"):
        assert words.count(said) == copies, said
    assert "Proof" not in words


@pytest.mark.parametrize(("kind", "paper", "layout"), list(product(KINDS, PAPERS, Layout.values)))
def test_the_longest_words_still_stand_above_the_code(kind, paper, layout):
    campaign = make_campaign(layout=layout, **LONGEST)

    with opened(campaign, kind, paper) as pdf:
        letters = pdf.pages[0].extract_words()
    half = POINTS[paper][1] / 2 if kind == "handout" else POINTS[paper][1]
    upper = [word for word in letters if word["bottom"] <= half]
    last_word = max(word["bottom"] for word in upper if word["text"].startswith("Words"))
    below = "Office" if kind == "handout" else "Write"

    assert last_word < min(word["top"] for word in upper if word["text"] == below)


def test_what_is_not_approved_says_that_it_is_a_proof():
    with opened(make_campaign(), "poster", "a4") as pdf:
        assert "Proof, not for the wall" in pdf.pages[0].extract_text()


def test_a_sheet_is_tagged_and_its_pictures_have_words():
    with opened(make_campaign(), "poster", "a4") as pdf:
        tags = str(pdf.pages[0].structure_tree)
        title = pdf.metadata["Title"]

    assert title == "Stuck with somebody?"
    assert "'H1'" in tags
    assert tags.count("'Figure'") == tags.count("'alt_text'") == 2


def test_what_an_editor_writes_is_text_and_not_markup():
    campaign = make_campaign(heading="<b>5 < 6</b>")

    with opened(campaign, "poster", "a4") as pdf:
        assert "<b>5 < 6</b>" in pdf.pages[0].extract_text()


def test_editors_open_the_sheets_in_the_cms(client):
    make_office()
    campaign = make_campaign()
    sign_in(client, make_user(is_superuser=True))

    response = client.get(f"/cms/campaigns/print/{campaign.pk}/poster/a4/")

    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("path", ["1/poster/a4/", "{pk}/banner/a4/", "{pk}/poster/a3/"])
def test_a_sheet_that_does_not_exist_is_missing(client, path):
    make_office()
    campaign = make_campaign()
    sign_in(client, make_user(is_superuser=True))

    path = path.replace("1/", f"{campaign.pk + 1}/") if path.startswith("1/") else path.format(pk=campaign.pk)
    assert client.get(f"/cms/campaigns/print/{path}").status_code == 404


def test_those_without_a_part_in_campaigns_see_no_sheet(client):
    make_office()
    campaign = make_campaign()
    sign_in(client, make_staff("EDITOR"))

    assert client.get(f"/cms/campaigns/print/{campaign.pk}/poster/a4/").status_code in (302, 403)
