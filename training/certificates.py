"""Certificates on paper, and the question whether one of them holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import segno
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import mark_safe

from portal.documents import press
from portal.passes import codes
from portal.passes.throttle import Throttle
from portal.programmes.queries import current_office

from .models import Certification

if TYPE_CHECKING:
    from portal.programmes.models import Office

STYLE_SHEET = Path(__file__).with_name("certificate.css")

# A code has 120 random bits: this is against noise, not against luck.
CHECKS = Throttle("certificate", per_network=20, overall=600, seconds=600, under_pressure=5)


def certificate_pdf(certification: Certification, office: Office | None = None) -> bytes:
    """One certification as a tagged PDF, on one page. The same one gives the same bytes."""
    return press.print_pdf(sheet(certification, office or current_office()), STYLE_SHEET)


def sheet(certification: Certification, office: Office) -> str:
    address = settings.ACCORD_BASE_URL.rstrip("/") + reverse("training:verify")
    picture = segno.make_qr(f"{address}?code={certification.code}", error="m")
    context = {
        "certification": certification,
        "name": certification.learner.name,
        "office": office,
        "address": address,
        "picture": mark_safe(picture.svg_inline(border=0, scale=3, omitsize=False, svgclass=None, lineclass=None)),
    }
    return render_to_string("training/certificate.html", context)


def holds(*, code: str, level: str, on: date) -> bool:
    """Whether a certificate with this code, for this level, holds on a day.

    Unknown, ended, taken back, or of another level: the answer is the same, and names nobody.
    """
    plain = codes.plain(code)
    shown = "-".join(plain[start : start + codes.GROUP] for start in range(0, len(plain), codes.GROUP))
    return Certification.objects.current(on).filter(code=shown, level=level).exists()
