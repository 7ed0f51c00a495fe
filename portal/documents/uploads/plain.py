"""PDF and plain text."""

from __future__ import annotations

import io
import re
import zipfile

from django.utils.translation import gettext as _

from .refusing import UploadRefused

# A page in disguise: what a browser would run if it were ever talked into guessing.
_MARKUP = re.compile(rb"<\s*(script|html|svg|iframe|object|embed|!doctype|\?xml|\?php)", re.IGNORECASE)
# What runs by itself, or brings another file along. Names in a PDF may be spelled with #xx.
_ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)\b")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_BAD_SIGNS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def look_at_pdf(content: bytes) -> bytes:
    if not content.startswith(b"%PDF-1.") and not content.startswith(b"%PDF-2."):
        raise UploadRefused(_("This is not a PDF, though its name says so."))
    if b"%%EOF" not in content[-1024:]:
        raise UploadRefused(_("This PDF ends in the middle. Please save it again."))
    if zipfile.is_zipfile(io.BytesIO(content)) or _MARKUP.search(content[:1024]):
        raise UploadRefused(_("This file is two kinds of file at once. Please save it again as a PDF."))
    if _ACTIVE.search(_unescaped(content)):
        raise UploadRefused(_("This PDF runs something, or brings other files along. Please print it to a new PDF."))
    return content


def look_at_text(content: bytes) -> bytes:
    """UTF-8 without signs that no text has, and no web page either."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UploadRefused(_("This is not plain text. Please save it as text in UTF-8.")) from error
    if _BAD_SIGNS.search(text):
        raise UploadRefused(_("This is not plain text, though its name says so."))
    if _MARKUP.search(content):
        raise UploadRefused(_("This is a web page, not plain text."))
    return content


def _unescaped(content: bytes) -> bytes:
    return _ESCAPED.sub(lambda found: bytes([int(found.group(1), 16)]), content)
