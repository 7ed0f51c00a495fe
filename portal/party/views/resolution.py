"""The resolution agreement on a participant's own page: read, sign, withdraw before the last signature, take a copy."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.agreements.forms import SignForm
from portal.agreements.statuses import SigningMethod
from portal.audit.access import opens
from portal.audit.events import AuditEvent
from portal.cases.models import Participant
from portal.cases.statuses import Channel
from portal.cases.views.finding import tried
from portal.forms import posted
from portal.plans.actions import sign_resolution, withdraw_from_resolution
from portal.plans.models import Resolution
from portal.plans.queries import open_resolution_of

from .agreement import _own_place

METHODS = ["GET", "HEAD", "POST"]


def _found(request: HttpRequest) -> tuple[Participant, Resolution]:
    person = _own_place(request)
    row = open_resolution_of(Resolution.objects.visible_to(request.viewer), person.case.reference)
    if row is None or not person.is_party:
        raise Http404
    return person, row


def _signed_by(row: Resolution, person: Participant):
    return next((one for one in row.signatures.all() if one.participant_id == person.pk), None)


@require_http_methods(METHODS)
@opens(AuditEvent.DOCUMENT_OPENED)
def resolution(request: HttpRequest) -> HttpResponse:
    """The words as they will be signed, and the place to sign."""
    person, row = _found(request)
    form = SignForm(posted(request), words=row)
    if request.method == "POST" and form.is_valid():
        arguments = {
            "participant_id": person.pk,
            "resolution_id": row.pk,
            "typed_name": form.cleaned_data["typed_name"],
            "method": SigningMethod.OWN_PAGE,
            "agreed_to_electronic": form.cleaned_data["agreed"],
            "by": request.viewer,
        }
        tried(request, sign_resolution, said=_("Signed. Thank you."), **arguments)
        return redirect("portal:party:resolution")
    context = {"row": row, "form": form, "signature": _signed_by(row, person)}
    return render(request, "portal/party/resolution.html", context, status=422 if form.errors else 200)


@require_http_methods(METHODS)
@opens(AuditEvent.DOCUMENT_OPENED)
def withdraw_resolution(request: HttpRequest) -> HttpResponse:
    """Until everyone has signed: one button, no reason."""
    person, row = _found(request)
    if request.method == "POST":
        said = _("You have withdrawn. Nothing is agreed.")
        arguments = {"participant_id": person.pk, "channel": Channel.SELF, "by": request.viewer}
        tried(request, withdraw_from_resolution, said=said, **arguments)
        return redirect("portal:party:resolution")
    if not row.is_being_signed:
        return redirect("portal:party:resolution")
    return render(request, "portal/party/withdraw_resolution.html", {"row": row})


@require_safe
@opens(AuditEvent.DOCUMENT_OPENED)
def resolution_copy(request: HttpRequest) -> HttpResponse:
    """The signer's own copy, to the byte what was sealed."""
    person, row = _found(request)
    if not hasattr(row, "copy") or _signed_by(row, person) is None:
        raise Http404
    request.opened = row.copy
    response = HttpResponse(row.copy.pdf, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="your-copy.pdf"'
    return response
