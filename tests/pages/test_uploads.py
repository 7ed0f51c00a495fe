"""What editors may upload: by ending and content, with a reason in words when not."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from pages.models import SiteDocument, SiteImage
from pages.uploads import check_document
from tests.factories import make_user, sign_in
from tests.factories.pictures import CONTENTS, make_document, picture_bytes

PAGE = b"<!doctype html><script>alert(1)</script>"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def packed(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


WORD = {"[Content_Types].xml": "<x/>", "word__document.xml": "<x/>"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", CONTENTS["pdf"]),
        ("A.PDF", CONTENTS["pdf"]),
        ("a.mp4", CONTENTS["mp4"]),
        ("a.vtt", CONTENTS["vtt"]),
        ("a.docx", packed(**WORD)),
    ],
)
def test_what_is_what_it_says_is_taken(name, content):
    check_document(io.BytesIO(content), name)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("page.html", PAGE, "can hold programs"),
        ("drawing.svg", DRAWING, "can hold programs"),
        ("run.exe", b"MZ", "cannot be published here"),
        ("noending", b"x", "cannot be published here"),
        ("page.pdf", PAGE, "its content is something else"),
        ("worksheet.pdf.html", CONTENTS["pdf"], "can hold programs"),
        ("film.mp4", PAGE, "its content is something else"),
        ("words.vtt", PAGE, "its content is something else"),
        ("letter.docx", PAGE, "its content is something else"),
        ("letter.docx", packed(**{"evil.txt": "x"}), "its content is something else"),
        ("letter.docx", packed(**WORD, **{"word__vbaProject.bin": "x"}), "macros"),
        ("letter.docx", packed(**WORD, bomb=b"0" * 210_000_000), "far too large"),
    ],
)
def test_everything_else_is_refused_in_words(name, content, words):
    with pytest.raises(ValidationError) as refused:
        check_document(io.BytesIO(content), name)

    assert words in refused.value.messages[0]


@pytest.fixture
def desk(db):
    client = Client()
    sign_in(client, make_user(is_superuser=True))
    return client


def upload(desk, name, file, **fields):
    return desk.post(reverse(name), {"title": "Upload", "file": file, "collection": 1} | fields)


def test_the_cms_tells_the_editor_why_a_file_was_refused(desk):
    answer = upload(desk, "wagtaildocs:add", SimpleUploadedFile("page.html", PAGE))

    assert "can hold programs" in answer.content.decode()
    assert not SiteDocument.objects.exists()
    assert upload(desk, "wagtaildocs:add", SimpleUploadedFile("a.pdf", CONTENTS["pdf"])).status_code == 302
    assert SiteDocument.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [("x.svg", DRAWING), ("x.png", DRAWING), ("x.png", picture_bytes("jpeg")), ("x.gif", b"GIF")],
)
def test_no_drawing_and_no_disguise_becomes_a_picture(desk, name, content):
    answer = upload(desk, "wagtailimages:add", SimpleUploadedFile(name, content), description="A drawing.")

    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]
    assert not SiteImage.objects.exists()


def test_a_picture_says_what_it_shows_or_that_it_is_decoration(desk):
    def send(**fields):
        return upload(desk, "wagtailimages:add", SimpleUploadedFile("x.png", picture_bytes()), **fields)

    assert "Say in one sentence what can be seen" in send().content.decode()
    assert send(description="Two chairs.").status_code == 302
    assert send(is_decorative="on").status_code == 302
    assert sorted(image.default_alt_text for image in SiteImage.objects.all()) == ["", "Two chairs."]


def test_a_picture_with_too_many_dots_is_refused(desk, settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 100

    answer = upload(desk, "wagtailimages:add", SimpleUploadedFile("x.png", picture_bytes()), description="Big.")

    assert "too many pixels" in answer.content.decode()


def test_a_cut_picture_does_not_say_where_it_was_taken(db):
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "canary-street"
    Image.new("RGB", (900, 600)).save(out, "jpeg", exif=exif)
    image = SiteImage.objects.create(title="x", description="x", file=SimpleUploadedFile("x.jpg", out.getvalue()))

    for spec in ("width-480|format-avif", "width-480|format-webp"):
        with image.get_rendition(spec).file.open() as file:
            assert b"canary-street" not in file.read()


def test_a_player_gets_the_part_of_a_video_it_asks_for(client, db):
    film = make_document("mp4")
    whole = CONTENTS["mp4"]

    part = client.get(film.url, headers={"range": "bytes=4-7"})
    end = client.get(film.url, headers={"range": "bytes=-3"})
    beyond = client.get(film.url, headers={"range": "bytes=9999-"})

    assert (part.status_code, b"".join(part)) == (206, b"ftyp")
    assert part["Content-Range"] == f"bytes 4-7/{len(whole)}"
    assert b"".join(end) == whole[-3:]
    assert beyond.status_code == 416
    assert b"".join(client.get(film.url)) == whole
