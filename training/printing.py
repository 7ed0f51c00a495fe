"""What of a course is printed."""

from __future__ import annotations

from django.template.loader import render_to_string

from portal.documents.press import print_pdf
from portal.programmes.queries import current_office

from .models import Offering
from .queries import Sheet

# Lines for whoever comes without having enrolled.
SPARE_LINES = range(3)


def sign_in_sheet(offering: Offering, sheet: Sheet) -> bytes:
    """One line for each person with a place: when they came, when they left, and their name in their own hand."""
    context = {"offering": offering, "sheet": sheet, "office": current_office(), "spare": SPARE_LINES}
    return print_pdf(render_to_string("training/print/sign_in.html", context))
