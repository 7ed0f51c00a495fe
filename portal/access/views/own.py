"""On one's own page: asking for one's record, reading it, and saying what is wrong in it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.cases.statuses import Channel
from portal.cases.views.finding import tried
from portal.disclosures.views.own import own_subject
from portal.forms import posted

from .. import actions
from ..forms import ChangeForm, OwnAccessForm, StatementForm
from ..models import AccessRequest, AmendmentRequest
from ..package import package_pdf
from ..statuses import AccessStatus
from .staff import pdf

METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(METHODS)
@opens_case
def own(request: HttpRequest) -> HttpResponse:
    subject = own_subject(request)
    form = OwnAccessForm(posted(request))
    if request.method == "POST" and form.is_valid():
        said = _("We have your request. Until it is answered, nothing is destroyed.")
        arguments = {"subject": subject, "wish": form.cleaned_data["wish"], "channel": Channel.SELF}
        if tried(request, actions.ask_for_access, on_form=form, said=said, by=request.viewer, **arguments):
            return redirect("portal:access:own")
    asked = list(AccessRequest.objects.visible_to(request.viewer).order_by("-asked_on", "-due_on"))
    context = {
        "form": form,
        "waiting": next((one for one in asked if one.is_open), None),
        "released": [one for one in asked if one.status == AccessStatus.RELEASED],
        "changes": AmendmentRequest.objects.visible_to(request.viewer),
        "programme": subject.matter.programme,
    }
    return render(request, "portal/access/own.html", context, status=422 if form.errors else 200)


@require_POST
@opens_case
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    own_subject(request)
    asked = get_object_or_404(AccessRequest.objects.visible_to(request.viewer), pk=pk)
    arguments = {"access_id": asked.pk, "channel": Channel.SELF, "by": request.viewer}
    tried(request, actions.take_back_request, said=_("Taken back."), **arguments)
    return redirect("portal:access:own")


@never_cache
@require_safe
@opens(AuditEvent.EXPORT_OPENED)
def package(request: HttpRequest, pk: UUID) -> HttpResponse:
    own_subject(request)
    rows = AccessRequest.objects.visible_to(request.viewer).filter(status=AccessStatus.RELEASED)
    asked = get_object_or_404(rows.select_related("matter__programme", "participant", "request"), pk=pk)
    return pdf(package_pdf(asked), "your-record.pdf")


@never_cache
@require_http_methods(METHODS)
@opens_case
def change(request: HttpRequest) -> HttpResponse:
    """Say what is wrong in one's record."""
    subject = own_subject(request)
    form = ChangeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        arguments = {"subject": subject, "channel": Channel.SELF, "by": request.viewer, **form.cleaned_data}
        said = _("We have it, and answer you here.")
        if tried(request, actions.ask_for_change, on_form=form, said=said, **arguments):
            return redirect("portal:access:own")
    context = {"form": form, "title": _("Something is wrong"), "button": _("Ask for a change"), "lead": ""}
    return render(request, "portal/access/own_form.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(METHODS)
@opens_case
def statement(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One's own words beside what the office left as it is."""
    own_subject(request)
    asked = get_object_or_404(AmendmentRequest.objects.visible_to(request.viewer), pk=pk)
    if not asked.decision:
        raise Http404
    form = StatementForm(posted(request), initial={"statement": asked.statement})
    if request.method == "POST" and form.is_valid():
        arguments = {"amendment_id": asked.pk, "channel": Channel.SELF, "by": request.viewer, **form.cleaned_data}
        said = _("Your words stay with the record.")
        if tried(request, actions.attach_statement, on_form=form, said=said, **arguments):
            return redirect("portal:access:own")
    context = {"form": form, "title": _("Your statement"), "button": _("Attach it"), "lead": asked.reason}
    return render(request, "portal/access/own_form.html", context, status=422 if form.errors else 200)
