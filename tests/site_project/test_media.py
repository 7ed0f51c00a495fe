"""The pictures, sheets and video of the demo site: real files, described, on pages that stay as quick as without."""

import io
from pathlib import Path

import pdfplumber
import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from pages import edition, pictures, tasks
from pages.models import NewsPage, ResourcePage, SiteDocument, SiteImage, SiteRendition
from pages.seed import pictures as words
from pages.seed.showing import FOLDER
from site_project.worksheets import printed
from tests.factories.pictures import make_picture

SMALL = 150_000


@pytest.fixture
def seeded(whole_site, monkeypatch):
    # One size of each shape is as good as all, and much quicker to cut.
    monkeypatch.setattr(
        pictures, "SHAPES", {"whole": ("width-480",), "wide": ("fill-480x270",), "square": ("fill-160x160",)}
    )
    monkeypatch.setattr(pictures, "FORMATS", ("webp",))
    call_command("seed_media")


def test_each_file_is_small_and_each_picture_has_its_drawing():
    files = list(FOLDER.iterdir())

    assert {file.stem for file in files if file.suffix == ".webp"} == set(words.PICTURES)
    assert {file.stem for file in files if file.suffix == ".svg"} == set(words.PICTURES)
    assert [file.name for file in files if file.stat().st_size > SMALL] == []


@pytest.mark.usefixtures("seeded")
def test_pages_show_pictures_that_say_what_is_on_them(client):
    for slug, name in words.ON_PAGES.items():
        html = client.get(Page.objects.get(slug=slug, depth=4).url).content.decode()
        assert f'alt="{words.PICTURES[name][1]}"' in html, slug
        assert '<source srcset="' in html or 'type="image/' in html, slug
    for slug, (name, caption) in words.IN_TEXTS.items():
        html = client.get(Page.objects.get(slug=slug).url).content.decode()
        assert f'alt="{words.PICTURES[name][1]}"' in html, slug
        assert caption in html, slug
    assert {image.description for image in SiteImage.objects.all()} == {
        seen for _title, seen in words.PICTURES.values()
    }


@pytest.mark.usefixtures("seeded")
def test_every_worksheet_can_be_taken_home_with_room_to_write(client):
    sheets = ResourcePage.objects.filter(kind="WORKSHEET")
    assert len(sheets) == 4

    for page in sheets:
        html = client.get(page.url).content.decode()
        file = SiteDocument.objects.get(title=page.title)
        assert f'href="{file.url}"' in html
        assert b"".join(client.get(file.url).streaming_content).startswith(b"%PDF-")
        with file.file.open("rb") as opened, pdfplumber.open(opened) as pdf:
            said = " ".join(sheet.extract_text() for sheet in pdf.pages)
            assert len(pdf.pages) <= 2
        assert page.title in said
        assert "Office for Conflict Resolution" in said


@pytest.mark.usefixtures("seeded")
def test_the_video_has_captions_a_first_picture_and_words_to_read(client):
    page = ResourcePage.objects.get(kind="VIDEO")

    html = client.get(page.url).content.decode()

    assert '<track kind="captions"' in html
    assert 'poster="' in html
    assert "Two mediators help you both to speak" in html
    assert html.count("<figure") == 1
    mediation = client.get("/services/mediation/").content.decode()
    assert f'href="{page.url}"' in mediation
    video = SiteDocument.objects.get(title__endswith="(video)")
    assert b"".join(client.get(video.url).streaming_content)[4:8] == b"ftyp"


@pytest.mark.usefixtures("seeded", "kept_pages")
def test_lists_and_pages_with_pictures_take_no_more_queries_than_promised(client):
    for page in (*ResourcePage.objects.all(), *NewsPage.objects.all(), Page.objects.get(slug="visit-us")):
        assert taken(client, page.url) <= 20, page.url
    for slug in ("resources", "news", "events"):
        assert taken(client, Page.objects.get(slug=slug, depth=3).url) <= 10, slug


def taken(client, address):
    client.get(f"{address}?anew=1")  # cuts the pictures, as the worker has done by then
    with CaptureQueriesContext(connection) as seen:
        assert client.get(f"{address}?anew=1").status_code == 200
    return len(seen)


@pytest.mark.usefixtures("seeded")
def test_seeding_twice_changes_nothing_and_what_an_editor_took_away_stays_away():
    page = ResourcePage.objects.get(slug="ground-rules")
    page.body.append(("text", "<p>By an editor.</p>"))
    page.save_revision().publish()
    before = list(Page.objects.order_by("path").values_list("path", "latest_revision_id"))
    files = SiteImage.objects.count(), SiteDocument.objects.count()

    call_command("seed_media")

    assert list(Page.objects.order_by("path").values_list("path", "latest_revision_id")) == before
    assert (SiteImage.objects.count(), SiteDocument.objects.count()) == files


@pytest.mark.django_db
def test_a_site_without_these_pages_gets_no_pictures(site):
    Page.objects.filter(slug="resources").first().get_children().delete()

    call_command("seed_media")

    assert not SiteDocument.objects.filter(title__endswith="hard talk").exists()


@pytest.mark.django_db
def test_a_new_picture_is_cut_by_the_worker_and_drops_no_kept_page(
    kept_pages, django_capture_on_commit_callbacks, monkeypatch
):
    cache.clear()  # cut pictures are remembered there by number, and numbers come again in each test
    asked = []
    monkeypatch.setattr(type(tasks.cut_picture), "enqueue", lambda task, *given: asked.append(given))
    with django_capture_on_commit_callbacks(execute=True):
        image = make_picture()
    assert (image.pk,) in asked
    before = edition.current()

    with django_capture_on_commit_callbacks(execute=True):
        tasks.cut_picture.func(image.pk)

    made = set(SiteRendition.objects.values_list("filter_spec", flat=True))
    assert made == {spec for shape in pictures.SHAPES for spec in pictures.specs(shape)}
    assert edition.current() == before
    with CaptureQueriesContext(connection) as seen:
        pictures.picture(pictures.read_renditions([SiteImage.objects.get()])[0], "whole")
    assert len(seen) == 2


@pytest.mark.django_db
def test_a_picture_that_was_deleted_meanwhile_is_no_failure():
    tasks.cut_picture.func(10_000)


@pytest.mark.django_db
def test_what_an_editor_writes_is_text_on_paper_too(site):
    page = ResourcePage.objects.get(slug="before-a-hard-talk")
    page.title = "<b>5 < 6</b>"

    with pdfplumber.open(io.BytesIO(printed(page))) as pdf:
        assert "<b>5 < 6</b>" in pdf.pages[0].extract_text()
        tags = str(pdf.pages[0].structure_tree)

    assert "'H1'" in tags


def test_the_captions_say_all_that_is_written_on_the_screen():
    captions = Path(FOLDER / f"{words.VIDEO_FILE}.vtt").read_text()

    assert captions.startswith("WEBVTT")
    for sentence in ("Two people. One conflict.", "Each one is heard.", "You decide what comes of it."):
        assert sentence in captions
        assert sentence in words.VIDEO_TRANSCRIPT
