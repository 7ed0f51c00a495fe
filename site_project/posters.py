"""Campaigns on paper: the words come from the public site, the press and the office's facts from the portal."""

from pathlib import Path
from urllib.parse import urlsplit

import segno
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from pages.cms.campaigns import may_see_campaigns
from pages.models import Campaign
from pages.models.campaigns import Step
from portal.documents import press
from portal.programmes.models import Office
from portal.programmes.queries import current_office
from portal.templatetags.office import OfficeFacts

STYLE_SHEET = Path(__file__).with_name("posters.css")
KINDS = ("poster", "handout")
PAPERS = ("a4", "letter")
# Of heading and text: from here on the words are set smaller, so that the longest still fit.
MANY_LETTERS = (36, 180)


@require_safe
def campaign_print(request, pk: int, kind: str, paper: str) -> HttpResponse:
    """A poster, or two handouts on a sheet, as PDF to look at or to send to the printer."""
    if not may_see_campaigns(request.user):
        raise PermissionDenied
    if kind not in KINDS or paper not in PAPERS:
        raise Http404
    campaign = get_object_or_404(Campaign, pk=pk)
    response = HttpResponse(printed(campaign, kind, paper), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{campaign.code.lower()}-{kind}-{paper}.pdf"'
    return response


def printed(campaign: Campaign, kind: str, paper: str) -> bytes:
    return press.print_pdf(sheet(campaign, kind, paper), style_sheet=STYLE_SHEET)


def sheet(campaign: Campaign, kind: str, paper: str) -> str:
    """What the press is given."""
    address = settings.ACCORD_BASE_URL + campaign.path
    context = {
        "campaign": campaign,
        "office": office_facts(),
        "kind": kind,
        "paper": paper,
        "layout": campaign.layout.lower(),
        "is_long": len(campaign.heading) > MANY_LETTERS[0] or len(campaign.text) > MANY_LETTERS[1],
        "copies": range(2 if kind == "handout" else 1),
        "is_proof": campaign.step != Step.APPROVED,
        "address": urlsplit(address).netloc + campaign.path.rstrip("/"),
        "qr": mark_safe(qr_code(address)),
    }
    return render_to_string("pages/campaigns/print.html", context)


def qr_code(address: str) -> str:
    """As SVG that takes the size of its box; with so much redundancy that a corner may be torn off."""
    code = segno.make(address, error="q", micro=False)
    return code.svg_inline(omitsize=True, border=0, dark="#08302f", title=address, svgclass="code")


def office_facts():
    try:
        return current_office()
    except Office.DoesNotExist:
        return OfficeFacts()
