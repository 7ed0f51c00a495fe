"""Office documents: an archive of XML parts. Looked into part by part, and never unpacked to a disk."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from django.utils.translation import gettext as _

from .refusing import UploadRefused

MOST_PARTS = 3000
MOST_UNPACKED = 200 * 1024 * 1024
# A part of repeated zeros packs a thousandfold; what people write packs some tenfold.
MOST_RATIO = 250
_CHUNK = 256 * 1024
_ENDS_AT = 22  # the record at the end of an archive, without a comment
_WITH_MACROS = re.compile(r"(vbaproject|vbadata|activex|\.bin$|\.exe$|\.dll$|\.js$|\.vbs$|embeddings/)", re.IGNORECASE)
_PRINTER = re.compile(r"printersettings/[\w]+\.bin$", re.IGNORECASE)
_ENTITIES = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_MACRO_TYPE = re.compile(rb"macroEnabled|vnd\.ms-office\.vbaProject", re.IGNORECASE)
# A template, frame or object that is fetched from elsewhere on opening. Links that people click are fine.
_FETCHED = re.compile(
    rb"<Relationship\b(?=[^>]*TargetMode\s*=\s*.External)(?![^>]*relationships/hyperlink[\"'])", re.IGNORECASE
)


def look_for(main_part: str) -> Callable[[bytes], bytes]:
    """A look at one kind of office document, told by the part that only this kind has."""

    def look(content: bytes) -> bytes:
        if not content.startswith(b"PK\x03\x04") or content[-_ENDS_AT : -_ENDS_AT + 4] != b"PK\x05\x06":
            raise UploadRefused(_("This file is not what its name says, or more than that. Please save it again."))
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                _look_inside(package, main_part)
        except UploadRefused:
            raise
        # Whatever a broken archive brings about.
        except Exception as error:
            raise UploadRefused(_("This file is damaged. Please save it again.")) from error
        return content

    return look


def _look_inside(package: zipfile.ZipFile, main_part: str) -> None:
    parts = package.infolist()
    names = {part.filename for part in parts}
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise UploadRefused(_("This file unpacks to far more than it seems. It cannot be taken."))
    if len(names) != len(parts) or not {"[Content_Types].xml", main_part} <= names:
        raise UploadRefused(_("This file is not what its name says."))
    left = MOST_UNPACKED
    for part in parts:
        _refuse_name(part)
        left -= _look_at_part(package, part, left)


def _refuse_name(part: zipfile.ZipInfo) -> None:
    name = part.filename
    if name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or ":" in name or "\\" in name:
        raise UploadRefused(_("This file names places outside itself. It cannot be taken."))
    if part.flag_bits & 0x1:
        raise UploadRefused(_("This file has a password. Please save it without one."))
    if _WITH_MACROS.search(name) and not _PRINTER.search(name):
        raise UploadRefused(_("This file has a program or another file inside. Please save it without."))


def _look_at_part(package: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    """Read a part in pieces, counting: what an archive says of its own sizes may be made up. Returns its size."""
    is_words = part.filename.endswith((".xml", ".rels"))
    read, tail = 0, b""
    with package.open(part) as opened:
        while piece := opened.read(_CHUNK):
            read += len(piece)
            if read > left or (read > _CHUNK and read > MOST_RATIO * max(part.compress_size, 1)):
                raise UploadRefused(_("This file unpacks to far more than it seems. It cannot be taken."))
            if is_words:
                _refuse_words(part.filename, tail + piece)
                tail = piece[-1024:]
    return read


def _refuse_words(name: str, words: bytes) -> None:
    if b"\x00" in words[:4]:
        raise UploadRefused(_("This file is written in a way that we cannot check."))
    if _ENTITIES.search(words):
        raise UploadRefused(_("This file contains what office documents never contain. It cannot be taken."))
    if name == "[Content_Types].xml" and _MACRO_TYPE.search(words):
        raise UploadRefused(_("This file has a program inside. Please save it without."))
    if name.endswith(".rels") and _FETCHED.search(words):
        raise UploadRefused(
            _("This file fetches something from elsewhere when it is opened. Please save a copy without.")
        )
