"""Sealed copies of resolution agreements: who opens them, and whether a file is one of ours, to the byte."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.documents.rendering import digest
from tests.factories import make_staff, sign_in
from tests.factories.resolutions import (
    make_agreed_resolution,
    make_kept_case,
    make_open_resolution,
    sign_as,
)

from .test_resolution_views import as_staff, at, own_page, page_of

pytestmark = pytest.mark.django_db
CHECK = "/portal/copies/"


def test_no_copy_before_the_last_signature(client):
    row = make_open_resolution()
    sign_as(row, 1)
    as_staff(client, row)

    assert own_page(row, 1).get("/my/agreed/copy/").status_code == 404
    assert client.get(at("copy", row)).status_code == 404


def test_every_opening_is_written_down_and_shown(client):
    row = make_agreed_resolution()
    as_staff(client, row)
    assert client.get(at("copy", row)).content == row.copy.pdf
    own_page(row, 2).get("/my/agreed/copy/")

    page = page_of(client.get(at("openings", row)))

    assert "Cora" in page
    assert "Sam" in page
    assert "what was sealed with the last signature" in page
    links = AuditLink.objects.filter(kind=AuditEvent.DOCUMENT_OPENED, chain_id=row.case.matter.chain_id)
    assert sum(link.payload["subject"]["type"] == "SealedCopy" for link in links) == 2


def upload(client, content, name="copy.pdf"):
    return client.post(CHECK, {"file": SimpleUploadedFile(name, content, "application/pdf")})


def test_the_page_that_checks_a_copy_knows_it_to_the_byte(client):
    row = make_agreed_resolution()
    as_staff(client, row)
    pdf = row.copy.pdf

    assert "This is a sealed copy" in page_of(upload(client, pdf))
    for place in (0, len(pdf) // 2, len(pdf) - 1):
        changed = bytearray(pdf)
        changed[place] ^= 1
        assert "none of our sealed copies" in page_of(upload(client, bytes(changed)))
    assert "none of our sealed copies" in page_of(upload(client, pdf + b"\n"))


def test_a_copy_of_a_case_one_may_not_open_is_not_recognised(client):
    row = make_agreed_resolution()
    sign_in(client, make_staff("DIRECTOR"))

    page = page_of(upload(client, row.copy.pdf))

    assert "none of our sealed copies" in page
    assert row.case.reference not in page


def test_the_page_says_when_what_we_hold_was_changed(client):
    row = make_agreed_resolution()
    as_staff(client, row)
    copy = row.copy
    forged = b"%PDF-1.7 another agreement"
    copy.pdf, copy.sha256 = forged, digest(forged)
    copy.save()

    assert "Our own copy was changed" in page_of(upload(client, forged))
    assert "This copy was changed" in page_of(client.get(at("openings", row)))


@pytest.mark.parametrize("content", [b"", None])
def test_without_a_file_the_page_says_what_is_missing(client, content):
    sign_in(client, make_staff())
    make_kept_case()
    sent = {} if content is None else {"file": SimpleUploadedFile("x.pdf", content)}

    response = client.post(CHECK, sent)

    assert response.status_code == 422
    assert "file" in page_of(response)
