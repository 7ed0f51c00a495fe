"""Close: what lies outside is asked for, then the record and its key are destroyed."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.accounts.again import step_up
from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.cases.actions import TransitionRefused
from portal.cases.models import Case
from portal.intake.models import Request
from portal.plans.gates import terms_running

from .. import actions, destruction, queries
from ..models import KeptRecord, PurgeRun, Receipt
from ..policies import SEES_RECEIPTS, may_close


def find(request: HttpRequest, reference: str) -> Case | Request:
    opened = queries.find_opened(request.viewer, reference)
    if opened is None:
        raise Http404
    request.opened = opened
    return opened


@step_up
@opens_case
def close(request: HttpRequest, reference: str) -> HttpResponse:
    """What is still missing, then the one button."""
    opened = find(request, reference)
    if not may_close(request.user, opened.matter):
        raise PermissionDenied
    if opened.matter.is_kept:
        return redirect("portal:records:kept", reference=reference)
    if request.method == "POST":
        return _close(request, opened)
    return render(request, "portal/records/close.html", {"page": queries.close_page(opened)})


def _close(request: HttpRequest, opened: Case | Request) -> HttpResponse:
    try:
        closed = actions.close(matter_id=opened.matter_id, by=request.user)
    except TransitionRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("portal:records:close", reference=opened.reference)
    if isinstance(closed, KeptRecord):
        messages.success(request, _("Closed. The record is kept."))
        return redirect("portal:records:kept", reference=opened.reference)
    return destroy(request, closed, opened)


def destroy(request: HttpRequest, run: PurgeRun, opened: Case | Request) -> HttpResponse:
    """Finish a destruction that was marked, and show its receipt."""
    # From here on the matter is nobody's to open; the read is the office's, not the matter's.
    request.opened = None
    try:
        receipt = destruction.finish(run.pk)
    except destruction.OnHold:
        messages.error(request, _("A hold was placed a moment ago. Nothing was destroyed."))
        return redirect("portal:records:close", reference=opened.reference)
    if receipt is None:
        return redirect("portal:desk:cases")
    return redirect("portal:records:receipt", pk=receipt.pk)


@require_POST
@opens_case
def outside(request: HttpRequest, reference: str) -> HttpResponse:
    """Somebody says that one thing outside this program is gone."""
    opened = find(request, reference)
    whose = request.POST.get("person") or None
    try:
        person_id = UUID(whose) if whose else None
        actions.confirm_outside(
            matter_id=opened.matter_id, item=request.POST.get("item", ""), person_id=person_id, by=request.user
        )
    except ValueError:
        messages.error(request, _("This is not asked about here."))
    return redirect("portal:records:close", reference=reference)


@opens_case
def finish(request: HttpRequest, reference: str) -> HttpResponse:
    """End a case whose sessions are over."""
    opened = find(request, reference)
    if not isinstance(opened, Case):
        raise Http404
    if not may_close(request.user, opened.matter):
        raise PermissionDenied
    if request.method == "POST":
        try:
            actions.finish_case(case_id=opened.pk, by=request.user)
        except TransitionRefused as refusal:
            messages.error(request, str(refusal))
            return redirect(opened)
        return redirect("portal:records:close", reference=reference)
    return render(request, "portal/records/finish.html", {"case": opened, "running": terms_running(opened)})


@opens(AuditEvent.DOCUMENT_OPENED)
def receipt(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What is left to say about it: a day, and the day from which no backup can bring it back."""
    # What it was about is gone.
    request.opened = None
    rows = Receipt.objects.select_related("programme").filter(pk=pk)
    found = next((row for row in rows if request.user.may(SEES_RECEIPTS, row.programme)), None)
    if found is None:
        raise Http404
    return render(request, "portal/records/receipt.html", {"receipt": found})
