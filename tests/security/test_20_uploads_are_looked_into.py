"""Promise 20: a file is taken by content and extension, within limits, and is only ever given out as an attachment."""

import io
import re
import socket
import stat
import struct
import threading
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from portal.audit.models import AuditLink
from portal.documents import uploads
from portal.documents.uploads import checking, scanning
from tests.factories import make_office, make_staff, sign_in
from tests.factories.files import package, pdf, picture, uploaded
from tests.factories.training import make_course
from training.models import Material

from .files_brought import BAD, GOOD

pytestmark = pytest.mark.django_db

PAGE = "/portal/training/materials/"


class Brought:
    """A file with exactly this name: Django's own class would already cut off the path."""

    def __init__(self, name, content):
        self.name, self.size, self._content = name, len(content), content

    def read(self, most):
        return self._content[:most]


@pytest.fixture
def manager(client, settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    make_office()
    user = make_staff("TRAINING_MANAGER")
    sign_in(client, user)
    return user


def send(client, name, content, course=None, title="A sheet"):
    course = course or make_course()
    return client.post(PAGE, {"course": course.pk, "title": title, "file": uploaded(name, content)})


def kept(folder):
    return [path for path in (Path(folder) / Material.FOLDER).rglob("*") if path.is_file()]


@pytest.mark.parametrize("name", GOOD)
def test_what_is_on_the_list_passes(name):
    checked = uploads.check(Brought(name, GOOD[name]))

    assert (checked.name, checked.kind.extension) == (name, name.rpartition(".")[2].lower())


@pytest.mark.parametrize("case", BAD)
def test_what_is_not_what_it_says_is_refused_in_words(case):
    name, content, words = BAD[case]

    with pytest.raises(uploads.UploadRefused, match=words):
        uploads.check(Brought(name, content))


@pytest.mark.parametrize(
    "name", ["../../etc/cron.d/x.pdf", "..\\..\\x.pdf", "/etc/x.pdf", "C:\\x.pdf", "a\x00.pdf", ".pdf/"]
)
def test_a_name_is_never_part_of_a_path(name):
    with pytest.raises(uploads.UploadRefused):
        uploads.check(Brought(name, pdf()))


def test_a_file_that_is_larger_than_it_says_is_refused_too(monkeypatch):
    monkeypatch.setattr(checking, "LARGEST", 100)
    brought = Brought("a.txt", b"a" * 400)
    for brought.size in (400, 50):
        with pytest.raises(uploads.UploadRefused, match="larger than"):
            uploads.check(brought, largest=100)


def test_an_archive_that_lies_about_its_sizes_does_not_get_far():
    """Its directory says ten bytes, its part brings a million."""
    honest = package(parts=[("word/a.xml", b"0" * 1_000_000)])
    lying = honest.replace(struct.pack("<I", 1_000_000), struct.pack("<I", 10))

    with pytest.raises(uploads.UploadRefused, match=r"damaged|unpacks"):
        uploads.check(Brought("a.docx", lying))


def test_a_locked_archive_is_refused():
    locked = bytearray(package())
    with zipfile.ZipFile(io.BytesIO(bytes(locked))) as opened:
        start = bytes(locked).rindex(b"PK\x01\x02")
        assert opened.namelist()
    locked[start + 8] |= 1

    with pytest.raises(uploads.UploadRefused, match="password"):
        uploads.check(Brought("a.docx", bytes(locked)))


def test_a_picture_leaves_behind_what_a_camera_wrote_and_what_hangs_on():
    exif = Image.Exif()
    exif[0x010E] = "Taken at 12 Elm Street"
    brought = picture("JPEG", exif=exif) + b"<script>PK\x03\x04"

    content = uploads.check(Brought("a.jpg", brought)).content

    assert b"Elm Street" in brought
    assert b"Elm Street" not in content
    assert b"script" not in content
    assert dict(Image.open(io.BytesIO(content)).getexif()) == {}


@pytest.mark.parametrize("scanner", ["", "no.such.scanner", "tests.security.test_20_uploads_are_looked_into.silent"])
def test_without_a_verdict_nothing_is_taken(client, manager, settings, tmp_path, scanner):
    settings.ACCORD_UPLOAD_SCANNER = scanner

    response = send(client, "a.pdf", pdf())

    assert "none are taken" in response.content.decode()
    assert (Material.objects.count(), kept(tmp_path)) == (0, [])


def silent(content):
    """A scanner that says neither yes nor no."""


def daemon_that_says(answer):
    """A scanner at a port of its own, which answers once; the port, and what it was asked."""
    server, asked = socket.create_server(("127.0.0.1", 0)), []

    def serve():
        with server, server.accept()[0] as talk:
            whole = b""
            while not whole.endswith(b"\0\0\0\0"):
                whole += talk.recv(65536)
            asked.append(whole)
            talk.sendall(answer)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    return f"127.0.0.1:{server.getsockname()[1]}", asked, thread


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"stream: OK\0", ""),
        (b"stream: Win.Test.EICAR_HDB-1 FOUND\0", "found something"),
        (b"INSTREAM size limit exceeded. ERROR\0", "none are taken"),
        (b"", "none are taken"),
    ],
)
def test_the_daemon_is_believed_only_when_it_says_ok(settings, answer, words):
    settings.ACCORD_UPLOAD_SCANNER = "portal.documents.uploads.scanning.clamd"
    settings.ACCORD_CLAMD, asked, thread = daemon_that_says(answer)

    if words:
        with pytest.raises(uploads.UploadRefused, match=words):
            scanning.scan(b"the content")
    else:
        scanning.scan(b"the content")

    thread.join(5)
    assert asked == [b"zINSTREAM\0" + struct.pack(">I", 11) + b"the content" + struct.pack(">I", 0)]


def test_no_daemon_at_all_is_no_verdict(settings):
    settings.ACCORD_UPLOAD_SCANNER = "portal.documents.uploads.scanning.clamd"
    settings.ACCORD_CLAMD = "/nowhere/clamd.sock"

    with pytest.raises(uploads.UploadRefused, match="none are taken"):
        scanning.scan(b"x")


def test_a_file_lies_in_a_private_folder_under_a_random_name(client, manager, tmp_path):
    send(client, "Listening well.pdf", pdf())

    material, (path,) = Material.objects.get(), kept(tmp_path)
    assert re.fullmatch(r"[0-9a-f]{32}", path.name)
    assert (path.name, material.name) == (material.stored, "Listening well.pdf")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_file_is_given_out_as_an_attachment_under_a_policy_in_which_nothing_runs(client, manager):
    send(client, "Über „uns“; filename=x.pdf", pdf())
    material = Material.objects.get()

    response = client.get(f"{PAGE}{material.pk}/")

    assert b"".join(response.streaming_content) == pdf()
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox; frame-ancestors 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "no-store"
    assert AuditLink.objects.filter(kind="MATERIAL_OPENED").count() == 1


def test_the_number_of_files_the_room_and_the_same_file_twice_have_limits(client, manager, settings, tmp_path):
    course = make_course()
    send(client, "a.txt", b"one", course)
    twin = send(client, "b.txt", b"one", course)
    settings.ACCORD_UPLOAD_QUOTA = 5
    full = send(client, "c.txt", b"three and more", course)
    settings.ACCORD_UPLOAD_QUOTA = 10**9
    for number in range(Material.MOST_OF_A_COURSE):
        last = send(client, f"{number}.txt", f"words {number}".encode(), course)

    assert "there already" in twin.content.decode()
    assert "no room" in full.content.decode()
    assert "at most 40" in last.content.decode()
    assert len(kept(tmp_path)) == Material.objects.count() == Material.MOST_OF_A_COURSE


def test_a_refused_file_keeps_the_rest_of_the_form_and_nothing_else(client, manager, tmp_path):
    response = send(client, "a.exe", b"MZ", title="How to listen")

    page = response.content.decode()
    assert response.status_code == 422
    assert "How to listen" in page
    assert "Files of this kind are not taken" in page
    assert (Material.objects.count(), kept(tmp_path)) == (0, [])


def test_only_what_is_published_is_given_to_everybody(client, manager):
    send(client, "a.pdf", pdf())
    material = Material.objects.get()
    public, page = f"/training-materials/{material.pk}/", "/training-materials/"
    visitor = client.__class__()

    def sees():
        response = visitor.get(public)
        # Read to its end, which closes the file.
        b"".join(response.streaming_content if response.streaming else [])
        return response.status_code, "A sheet" in visitor.get(page).content.decode()

    assert sees() == (404, False)

    client.post(f"{PAGE}{material.pk}/publish/", {"published": "yes"})
    assert sees() == (200, True)
    client.post(f"{PAGE}{material.pk}/out-of-use/")

    assert sees() == (404, False)
    assert client.get(f"{PAGE}{material.pk}/").status_code == 404
    assert visitor.get(f"{PAGE}{material.pk}/").status_code == 302
