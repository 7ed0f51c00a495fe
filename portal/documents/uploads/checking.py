"""All that is asked of a file before it is kept."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from . import scanning
from .kinds import DOCUMENTS, Kind
from .refusing import UploadRefused

__all__ = ["Checked", "UploadRefused", "check"]

LARGEST = 20 * 1024 * 1024
LONGEST_NAME = 120
# An extension inside a name is a disguise when a machine would run it, or when it is another one of ours.
_RUNS = frozenset(
    [
        "exe",
        "dll",
        "com",
        "bat",
        "cmd",
        "msi",
        "scr",
        "ps1",
        "sh",
        "js",
        "mjs",
        "vbs",
        "wsf",
        "hta",
        "jar",
        "php",
        "phtml",
        "asp",
        "aspx",
        "jsp",
        "cgi",
        "pl",
        "py",
        "html",
        "htm",
        "xhtml",
        "svg",
        "xml",
        "swf",
        "lnk",
        "url",
        "docm",
        "xlsm",
        "pptm",
        "dotm",
        "xltm",
        "iso",
        "img",
    ]
)
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True)
class Checked:
    """A file that may be kept. `content` is what to keep: pictures are painted anew on the way."""

    name: str
    kind: Kind
    content: bytes

    @property
    def size(self) -> int:
        return len(self.content)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def check(file: UploadedFile, *, kinds: Mapping[str, Kind] = DOCUMENTS, largest: int = LARGEST) -> Checked:
    """Look at a file from every side. Raises UploadRefused with words for whoever brought it.

    What the browser says of its type is never looked at.
    """
    name = _name(str(file.name or ""))
    kind = _kind(name, kinds)
    if not file.size:
        raise UploadRefused(_("This file is empty."))
    if file.size > largest:
        raise UploadRefused(_("This file is larger than %(most)d MB.") % {"most": largest // 1024 // 1024})
    content = file.read(largest + 1)
    if len(content) > largest:
        raise UploadRefused(_("This file is larger than %(most)d MB.") % {"most": largest // 1024 // 1024})
    scanning.scan(content)
    return Checked(name, kind, kind.look(content))


def _name(typed: str) -> str:
    """A name to show: never part of a path, and without signs that hide what it ends in."""
    name = unicodedata.normalize("NFC", typed)
    if _INVISIBLE.search(name) or "/" in name or "\\" in name or name.strip(". ") == "":
        raise UploadRefused(_("Please rename this file: its name has signs that cannot be kept."))
    if len(name) > LONGEST_NAME:
        raise UploadRefused(_("Please give this file a shorter name."))
    return name.strip()


def _kind(name: str, kinds: Mapping[str, Kind]) -> Kind:
    *inner, last = name.lower().split(".")
    kind = kinds.get(last) if inner else None
    if kind is None:
        listed = ", ".join(sorted(kinds))
        raise UploadRefused(_("Files of this kind are not taken. These are: %(kinds)s.") % {"kinds": listed})
    if any(part.strip() in _RUNS or part.strip() in DOCUMENTS for part in inner[1:]):
        raise UploadRefused(_("This file has two endings. Please rename it."))
    return kind
