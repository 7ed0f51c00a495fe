"""Files as people bring them, good and bad. The bad ones are made here, so that no scanner minds the repository."""

import io
import struct
import zipfile
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

_TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
MAIN = {"docx": "word/document.xml", "pptx": "ppt/presentation.xml", "xlsx": "xl/workbook.xml"}
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def pdf(inside=b"", after=b""):
    return b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n" + inside + b"\nendobj\ntrailer\n%%EOF\n" + after


def package(kind="docx", *, parts=(), types=_TYPES, method=zipfile.ZIP_DEFLATED):
    """An office document with these parts (name, content) besides the two that it must have."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as written:
        written.writestr("[Content_Types].xml", types)
        if kind:
            written.writestr(MAIN[kind], b"<w/>")
        for name, content in parts:
            written.writestr(name, content)
    return made.getvalue()


def picture(kind="PNG", size=(12, 8), **how):
    made = io.BytesIO()
    Image.new("RGB", size, "teal").save(made, kind, **how)
    return made.getvalue()


def huge_png(width=30_000, height=30_000):
    """A few bytes that claim nine hundred million dots."""

    def chunk(name, content):
        whole = name + content
        return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")


def uploaded(name, content, content_type="application/octet-stream"):
    return SimpleUploadedFile(name, content, content_type)
