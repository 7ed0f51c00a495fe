"""Holds: destruction is suspended, by whom and why, until it is released."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.accounts.again import step_up
from portal.audit.access import opens_case

from .. import actions
from ..forms import HoldForm
from ..models import Hold
from ..policies import can_hold
from ..statuses import HoldKind
from .close import find


@step_up
@opens_case
def hold(request: HttpRequest, reference: str) -> HttpResponse:
    opened = find(request, reference)
    if not can_hold(request.user, opened.matter):
        raise PermissionDenied
    form = HoldForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        kind, reason = HoldKind(form.cleaned_data["kind"]), form.cleaned_data["reason"]
        actions.place_hold(matter_id=opened.matter_id, kind=kind, reason=reason, by=request.user)
        messages.success(request, _("Destruction is suspended."))
        return redirect("portal:records:hold", reference=reference)
    holds = opened.matter.hold_rows.select_related("placed_by", "released_by").order_by("placed_at")
    context = {"opened": opened, "form": form, "holds": holds}
    return render(request, "portal/records/hold.html", context, status=422 if form.errors else 200)


@require_POST
@step_up
@opens_case
def release(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    opened = find(request, reference)
    row = get_object_or_404(Hold, pk=pk, matter=opened.matter_id)
    actions.release_hold(hold_id=row.pk, by=request.user)
    messages.success(request, _("The hold is released."))
    return redirect("portal:records:hold", reference=reference)
