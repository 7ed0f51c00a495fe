"""What a guest sees: first the terms, then the one thing. Once it is over, the page does not exist."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.cases.actions import MatterGone, TransitionRefused
from portal.forms import posted

from .. import actions, queries
from ..forms import TermsForm
from ..models import Guest
from ..statuses import Shown
from ..terms import TERMS


def _own(request: HttpRequest) -> Guest:
    guest = queries.own_guest(request.viewer)
    if guest is None:
        raise Http404
    request.opened = guest
    return guest


@never_cache
@require_http_methods(["GET", "HEAD"])
@opens_case
def own(request: HttpRequest) -> HttpResponse:
    guest = _own(request)
    if not guest.is_signed:
        return redirect("portal:guests:sign")
    if guest.shown == Shown.SESSION and request.method == "GET":
        _opened(guest, request)
    return render(request, "portal/guests/own.html", {"guest": guest})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def sign(request: HttpRequest) -> HttpResponse:
    guest = _own(request)
    if guest.is_signed:
        return redirect("portal:guests:own")
    form = TermsForm(posted(request))
    if form.is_valid():
        try:
            actions.sign_terms(guest_id=guest.pk, typed_name=form.cleaned_data["typed_name"], by=request.viewer)
        except MatterGone as gone:
            raise Http404 from gone
        except TransitionRefused as refusal:
            form.add_error("typed_name", str(refusal))
        else:
            return redirect("portal:guests:own")
    context = {"form": form, "guest": guest, "terms": TERMS}
    return render(request, "portal/guests/sign.html", context, status=422 if form.errors else 200)


@never_cache
@require_POST
@opens(AuditEvent.DOCUMENT_OPENED)
def open_document(request: HttpRequest) -> HttpResponse:
    """The document itself. A button and no link: nothing that looks ahead opens it."""
    guest = _own(request)
    if guest.copy is None:
        raise Http404
    _opened(guest, request)
    response = HttpResponse(guest.copy.pdf, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="agreement.pdf"'
    return response


def _opened(guest: Guest, request: HttpRequest) -> None:
    try:
        actions.open_for_guest(guest_id=guest.pk, by=request.viewer)
    except (MatterGone, PermissionDenied) as refusal:
        raise Http404 from refusal
