"""Uploads: a picture in one colour, a file with the right first bytes."""

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

from pages.models import SiteDocument, SiteImage

CONTENTS = {
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n",
    "mp4": b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + b"\x00" * 64,
    "vtt": b"WEBVTT\n\n00:00.000 --> 00:02.000\nHello.\n",
}


def picture_bytes(kind="png", size=(640, 480), colour=(201, 138, 59)):
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, kind)
    return out.getvalue()


def make_picture(title="A quiet room", description="Two chairs by a window.", **changes):
    file = ContentFile(picture_bytes(size=changes.pop("size", (640, 480))), name="room.png")
    return SiteImage.objects.create(title=title, description=description, file=file, **changes)


def make_document(ending="pdf", title="Worksheet", content=None):
    file = ContentFile(content or CONTENTS[ending], name=f"worksheet.{ending}")
    return SiteDocument.objects.create(title=title, file=file)
