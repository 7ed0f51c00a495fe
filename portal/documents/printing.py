"""The PDF press itself: each style sheet is parsed once per process with its fonts, and no way out to the network."""

from __future__ import annotations

import hashlib
import logging
from functools import cache
from pathlib import Path
from threading import Lock

import font_source_sans_pro
import font_source_serif_pro
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from .press import AssetRefused

_FONT_FOLDERS = (Path(font_source_sans_pro.font_directory), Path(font_source_serif_pro.font_directory))
_FONT = "accord-font:"

# What fontTools says while it cuts out the letters used is for its own makers.
logging.getLogger("fontTools").setLevel(logging.WARNING)

# Pango is not made for several threads at once.
_lock = Lock()


class _Refused(FatalURLFetchingError):
    """The same, in the one shape that the press does not swallow."""


class OwnAssets(URLFetcher):
    """Reads the bundled fonts and nothing else: no file, no network, no data address."""

    def fetch(self, url: str, headers: dict | None = None) -> URLFetcherResponse:
        if not url.startswith(_FONT):
            raise _Refused(url.split(":", 1)[0])
        return URLFetcherResponse(url, _font(url.removeprefix(_FONT)), {"Content-Type": "font/ttf"})


def print_pdf(html: str, style_sheet: Path) -> bytes:
    """See press.print_pdf."""
    fonts, parsed = _set_up(style_sheet)
    identifier = hashlib.sha256(html.encode()).digest()[:16]
    try:
        with _lock:
            page = HTML(string=html, base_url=None, url_fetcher=OwnAssets())
            return page.write_pdf(
                stylesheets=[parsed], font_config=fonts, pdf_variant="pdf/ua-1", pdf_identifier=identifier
            )
    except _Refused as refusal:
        raise AssetRefused(str(refusal)) from None


@cache
def _set_up(style_sheet: Path) -> tuple[FontConfiguration, CSS]:
    fonts = FontConfiguration()
    return fonts, CSS(string=style_sheet.read_text(), font_config=fonts, url_fetcher=OwnAssets())


@cache
def _font(name: str) -> bytes:
    paths = (folder / name for folder in _FONT_FOLDERS)
    found = next((path for path in paths if path.name == name and path.suffix == ".ttf" and path.is_file()), None)
    if found is None:
        raise _Refused(name)
    return found.read_bytes()
