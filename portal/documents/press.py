"""The door to the PDF press.

What is behind it is loaded for the first document, or by the web server's warm-up: it would be a quarter of the time
that every command takes to start.
"""

from __future__ import annotations

from pathlib import Path

STYLE_SHEET = Path(__file__).with_name("document.css")


class AssetRefused(Exception):
    """A document asked for something that is not one of our own assets."""


def print_pdf(html: str, style_sheet: Path = STYLE_SHEET) -> bytes:
    """A tagged PDF. The same HTML gives the same bytes, on every machine with the same fonts. Raises AssetRefused."""
    from .printing import print_pdf as run

    return run(html, style_sheet)


def warm_up() -> None:
    """Load fonts and style sheet before the first person waits for a document."""
    print_pdf('<html lang="en"><title>-</title><h1>-</h1><p><b>-</b></p></html>')
