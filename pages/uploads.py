"""Which files editors may put on the public site: by their ending and by what is in them, never by one alone."""

import zipfile
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

OFFICE = ("docx", "xlsx", "pptx", "odt")
ALLOWED = ("pdf", *OFFICE, "mp4", "webm", "vtt")
# How far a packed file may grow when it is opened, in bytes and in files.
UNPACKED, MEMBERS = 200 * 1024 * 1024, 5000

NOT_ALLOWED = _(
    "Files that end in “.%(ending)s” cannot be published here. You can use PDF, Word, Excel, PowerPoint and "
    "OpenDocument files, MP4 and WebM videos, and WebVTT captions."
)
WEB_PAGE = _(
    "Web pages and drawings (%(ending)s) can hold programs that run on the reader’s device. "
    "Save it as PDF, or upload a drawing as PNG under Pictures."
)
OTHERWISE = _(
    "This is called .%(ending)s, but its content is something else. "
    "Open it, save it again as .%(ending)s, and upload that."
)
MACROS = _("This file holds macros, which can harm a reader’s computer. Save it without macros, or as PDF.")
TOO_LARGE_INSIDE = _("This file becomes far too large when it is opened. Save it as PDF, or with smaller pictures.")

RUNS_IN_A_BROWSER = ("html", "htm", "xhtml", "shtml", "svg", "svgz", "xml", "js", "mjs", "mht", "mhtml", "swf")


def check_document(file, name):
    """Raise ValidationError, in words an editor can act on, unless the file is what it says and may be published."""
    ending = PurePath(name).suffix.lower().lstrip(".")
    words = {"ending": ending}
    if ending in RUNS_IN_A_BROWSER:
        raise ValidationError(WEB_PAGE, "web_page", words)
    if ending not in ALLOWED:
        raise ValidationError(NOT_ALLOWED, "not_allowed", words)
    file.seek(0)
    begins = file.read(64)
    file.seek(0)
    if ending in OFFICE:
        check_packed(file, ending)
    elif not begins_like(ending, begins):
        raise ValidationError(OTHERWISE, "otherwise", words)
    file.seek(0)


def begins_like(ending, begins):
    if ending == "pdf":
        return begins.startswith(b"%PDF-")
    if ending == "mp4":
        return begins[4:8] == b"ftyp"
    if ending == "webm":
        return begins.startswith(b"\x1a\x45\xdf\xa3")
    return begins.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT")


def check_packed(file, ending):
    """Office files are packed folders: look at the list of what is in them, and unpack nothing."""
    words = {"ending": ending}
    try:
        with zipfile.ZipFile(file) as packed:
            members = packed.infolist()
    except zipfile.BadZipFile as broken:
        raise ValidationError(OTHERWISE, "otherwise", words) from broken
    names = {member.filename for member in members}
    if not names & {"[Content_Types].xml", "META-INF/manifest.xml"}:
        raise ValidationError(OTHERWISE, "otherwise", words)
    if any(name.lower().endswith(("vbaproject.bin", ".js", ".html", ".svg")) or "Basic/" in name for name in names):
        raise ValidationError(MACROS, "macros", words)
    if len(members) > MEMBERS or sum(member.file_size for member in members) > UNPACKED:
        raise ValidationError(TOO_LARGE_INSIDE, "too_large_inside", words)
