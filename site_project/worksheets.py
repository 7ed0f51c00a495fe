"""A worksheet of the public site as a sheet to print and write on: the page's own words, and lines beneath them."""

from pathlib import Path

from django.template.loader import render_to_string

from pages.models import ResourcePage
from portal.documents import press

from .posters import office_facts

STYLE_SHEET = Path(__file__).with_name("worksheets.css")
# How many lines somebody gets to write on beneath each question, and how many empty rows below a table.
LINES, ROWS = range(3), range(4)


def printed(page: ResourcePage) -> bytes:
    return press.print_pdf(sheet(page), style_sheet=STYLE_SHEET)


def sheet(page: ResourcePage) -> str:
    """What the press is given."""
    context = {"page": page, "office": office_facts(), "lines": LINES, "rows": ROWS}
    return render_to_string("pages/worksheet_print.html", context)
