"""A record that is kept: of which class, until when, and the two signatures that end it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portal.accounts.again import step_up
from portal.accounts.roles import Permission
from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.cases.actions import TransitionRefused
from portal.cases.models import Case
from portal.intake.models import Request

from .. import actions, queries
from ..forms import DisposalForm
from ..policies import can_dispose
from .close import destroy, find


def _find_kept(request: HttpRequest, reference: str) -> Case | Request:
    opened = find(request, reference)
    if not opened.matter.is_kept:
        raise Http404
    return opened


@step_up
@opens_case
@require_http_methods(["GET", "HEAD", "POST"])
def kept(request: HttpRequest, reference: str) -> HttpResponse:
    """What is known of its keeping; a POST proposes its disposal."""
    opened = _find_kept(request, reference)
    form = DisposalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        propose = partial(actions.propose_disposal, reason=form.cleaned_data["reason"])
        return _act(request, opened, propose)
    context = {
        "page": queries.kept_page(opened),
        "form": form,
        "may_dispose": can_dispose(request.user, opened.matter),
    }
    return render(request, "portal/records/kept.html", context, status=422 if form.errors else 200)


@require_POST
@step_up
@opens_case
def take_back(request: HttpRequest, reference: str) -> HttpResponse:
    opened = _find_kept(request, reference)
    return _act(request, opened, actions.take_back_disposal)


@require_POST
@step_up
@opens_case
def sign(request: HttpRequest, reference: str) -> HttpResponse:
    """The second signature: the record goes now."""
    opened = _find_kept(request, reference)
    if not can_dispose(request.user, opened.matter):
        raise PermissionDenied
    try:
        run = actions.sign_disposal(matter_id=opened.matter_id, by=request.user)
    except TransitionRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("portal:records:kept", reference=reference)
    return destroy(request, run, opened)


@opens(AuditEvent.CASE_OPENED)
def kept_records(request: HttpRequest) -> HttpResponse:
    """All kept records that this person may open, those due first."""
    request.opened = None
    if not request.user.may(Permission.OPEN_KEPT):
        raise PermissionDenied
    return render(request, "portal/records/kept_records.html", {"lines": queries.kept_records(request.viewer)})


def _act(request: HttpRequest, opened: Case | Request, act: Callable[..., object]) -> HttpResponse:
    try:
        act(matter_id=opened.matter_id, by=request.user)
    except TransitionRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Written down."))
    return redirect("portal:records:kept", reference=opened.reference)
