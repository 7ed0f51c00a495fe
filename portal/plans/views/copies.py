"""Sealed copies: opened, each opening written down, and compared with a file that somebody brings."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.forms import KindForm

from .. import queries
from ..forms import CopyForm
from ..models import Resolution, SealedCopy
from .resolution import _row


def pdf_of(copy: SealedCopy, name: str) -> HttpResponse:
    response = HttpResponse(copy.pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response


def _kept(request: HttpRequest, reference: str) -> Resolution:
    row = _row(request, reference)
    if not hasattr(row, "copy"):
        raise Http404
    return row


@never_cache
@opens(AuditEvent.DOCUMENT_OPENED)
def copy(request: HttpRequest, reference: str) -> HttpResponse:
    """The sealed copy itself, to the byte."""
    row = _kept(request, reference)
    request.opened = row.copy  # type: ignore[attr-defined]
    return pdf_of(row.copy, f"agreement-{row.case.reference}")


@never_cache
@opens_case
def openings(request: HttpRequest, reference: str) -> HttpResponse:
    """Who opened the sealed copy and when, and whether it is still what was sealed."""
    row = _kept(request, reference)
    context = {
        "row": row,
        "case": row.case,
        "openings": queries.openings_of(row),
        "is_whole": queries.is_whole(row.copy),
    }
    return render(request, "portal/plans/openings.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens(AuditEvent.SEARCHED)
def check(request: HttpRequest) -> HttpResponse:
    """Is this file one of our sealed copies? One changed byte, and it is not."""
    request.opened = None  # type: ignore[attr-defined]
    form: KindForm = CopyForm(request.POST, request.FILES) if request.method == "POST" else CopyForm()
    found = None
    if request.method == "POST" and form.is_valid():
        found = queries.check_copy(request.viewer, form.cleaned_data["file"])  # type: ignore[attr-defined]
    context = {"form": form, "found": found}
    return render(request, "portal/plans/check_copy.html", context, status=422 if form.errors else 200)
