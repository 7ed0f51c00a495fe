"""The agreement to participate on a participant's own page: read it, sign it, keep a copy."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.agreements import actions, queries
from portal.agreements.forms import SignForm
from portal.agreements.gates import in_force
from portal.agreements.statuses import SigningMethod
from portal.audit.access import opens
from portal.audit.events import AuditEvent
from portal.cases.actions import TransitionRefused
from portal.cases.models import Participant
from portal.forms import posted

from ..queries import own_place


def _own_place(request: HttpRequest) -> Participant:
    person = own_place(request.viewer)
    if person is None or not person.is_active:
        raise Http404
    request.opened = person.case
    return person


@require_safe
@opens(AuditEvent.DOCUMENT_OPENED)
def agreement(request: HttpRequest) -> HttpResponse:
    """The words, from the invitation on; the pair and the time stand in it once they are known."""
    person = _own_place(request)
    current = in_force(person.case, person)
    context = {
        "agreement": current,
        "text": current.text if current else queries.preview_text(person.case, reader=person),
        "signature": current and current.signatures.filter(participant=person).first(),
    }
    return render(request, "portal/party/agreement.html", context)


@require_safe
@opens(AuditEvent.DOCUMENT_OPENED)
def agreement_pdf(request: HttpRequest) -> HttpResponse:
    """The signer's own copy, with all signatures that are there."""
    person = _own_place(request)
    current = in_force(person.case, person)
    if current is None or not current.signatures.filter(participant=person).exists():
        raise Http404
    response = HttpResponse(queries.signed_pdf(current), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="your-copy.pdf"'
    return response


@opens(AuditEvent.DOCUMENT_OPENED)
def sign(request: HttpRequest) -> HttpResponse:
    """Sign at the start of the session, when everyone is in the room."""
    person = _own_place(request)
    current = in_force(person.case, person)
    if current is None or current.signing_opened_at is None:
        messages.info(request, _("We sign together at the start of the session. Until then you can read it."))
        return redirect("portal:party:agreement")
    if current.signatures.filter(participant=person).exists():
        return redirect("portal:party:agreement")
    form = SignForm(posted(request), words=current)
    if request.method == "POST" and form.is_valid():
        try:
            actions.sign(
                agreement_id=current.pk,
                participant_id=person.pk,
                typed_name=form.cleaned_data["typed_name"],
                method=SigningMethod.OWN_PAGE,
                agreed_to_electronic=form.cleaned_data["agreed"],
                by=request.viewer,
            )
        except TransitionRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Signed. Thank you."))
            return redirect("portal:party:agreement")
    context = {"agreement": current, "form": form, "version": current.version}
    return render(request, "portal/party/sign.html", context, status=422 if form.errors else 200)
