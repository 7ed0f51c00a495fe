"""The enforcing office's own screens: its records, how each goes, breach reports, the end."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.accounts.again import step_up
from portal.accounts.roles import Permission
from portal.audit.access import opens
from portal.audit.events import AuditEvent
from portal.cases.views.finding import tried
from portal.forms import posted

from .. import actions, queries
from ..forms import BreachForm, CheckInForm, DueForm, EndRecordForm
from ..models import Commitment, EnforcementRecord
from ..paper import record_pdf
from .finding import form_page

METHODS = ["GET", "HEAD", "POST"]


@never_cache
@opens(AuditEvent.CASE_OPENED)
def record_list(request: HttpRequest) -> HttpResponse:
    request.opened = None  # type: ignore[attr-defined]
    if not request.user.may(Permission.ENFORCE_PLANS):
        raise PermissionDenied
    rows = EnforcementRecord.objects.visible_to(request.viewer).prefetch_related("commitments")  # type: ignore[attr-defined]
    return render(request, "portal/plans/record_list.html", {"records": list(rows.order_by("-approved_at")[:200])})


def _record(request: HttpRequest, pk: UUID) -> EnforcementRecord:
    records = queries.with_record(EnforcementRecord.objects.visible_to(request.viewer))  # type: ignore[attr-defined]
    kept = get_object_or_404(records, pk=pk)
    request.opened = kept  # type: ignore[attr-defined]
    return kept


def _back(kept: EnforcementRecord) -> dict:
    return {"back_url": kept.get_absolute_url(), "back_text": kept.reference}


@never_cache
@opens(AuditEvent.DOCUMENT_OPENED)
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    kept = _record(request, pk)
    return render(request, "portal/plans/record.html", {"record": kept})


def _commitment(kept: EnforcementRecord, pk: UUID) -> Commitment:
    return get_object_or_404(kept.commitments.all(), pk=pk)


@never_cache
@require_http_methods(METHODS)
@opens(AuditEvent.DOCUMENT_OPENED)
def check_in(request: HttpRequest, pk: UUID, commitment: UUID) -> HttpResponse:
    kept = _record(request, pk)
    row = _commitment(kept, commitment)
    form = CheckInForm(posted(request))
    if request.method == "POST" and form.is_valid():
        arguments = {"commitment_id": row.pk, "by": request.user, **form.cleaned_data}
        if tried(request, actions.check_in_record, said=_("Written down."), **arguments):
            return redirect(kept)
    title, button = _("How does it go?"), _("Write it down")
    return form_page(request, form, title=title, lead=row.what, button=button, **_back(kept))


@never_cache
@require_http_methods(METHODS)
@opens(AuditEvent.DOCUMENT_OPENED)
def due(request: HttpRequest, pk: UUID, commitment: UUID) -> HttpResponse:
    """Give a commitment another day."""
    kept = _record(request, pk)
    row = _commitment(kept, commitment)
    form = DueForm(posted(request), initial={"due_on": row.due_on})
    if request.method == "POST" and form.is_valid():
        arguments = {"commitment_id": row.pk, "by": request.user, **form.cleaned_data}
        if tried(request, actions.move_due_day, said=_("The day is moved."), **arguments):
            return redirect(kept)
    return form_page(request, form, title=_("Another day"), lead=row.what, button=_("Move the day"), **_back(kept))


@never_cache
@require_http_methods(METHODS)
@opens(AuditEvent.DOCUMENT_OPENED)
def breach(request: HttpRequest, pk: UUID) -> HttpResponse:
    kept = _record(request, pk)
    form = BreachForm(posted(request))
    if request.method == "POST" and form.is_valid():
        arguments = {"record_id": kept.pk, "by": request.user, **form.cleaned_data}
        if tried(request, actions.report_breach, said=_("The report is in the record."), **arguments):
            return redirect(kept)
    return form_page(request, form, title=_("Report a breach"), button=_("Report it"), **_back(kept))


@step_up
@never_cache
@require_http_methods(METHODS)
@opens(AuditEvent.DOCUMENT_OPENED)
def end_record(request: HttpRequest, pk: UUID) -> HttpResponse:
    kept = _record(request, pk)
    form = EndRecordForm(posted(request))
    if request.method == "POST" and form.is_valid():
        arguments = {"record_id": kept.pk, "by": request.user, **form.cleaned_data}
        if tried(request, actions.end_record, said=_("The record has ended."), **arguments):
            return redirect(kept)
    return form_page(request, form, title=_("End the record"), button=_("End it"), **_back(kept))


@opens(AuditEvent.DOCUMENT_OPENED)
def pdf(request: HttpRequest, pk: UUID) -> HttpResponse:
    kept = _record(request, pk)
    response = HttpResponse(record_pdf(kept), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="plan-{kept.reference}.pdf"'
    return response
