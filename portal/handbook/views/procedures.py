"""The manual: how each phase is worked, in versions. Checklists of cases are made from it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.documents import markup
from portal.documents.comparison import compare
from portal.documents.policies import can_approve_texts, can_draft_texts
from portal.documents.versions import ChangedMeanwhile
from portal.forms import posted
from portal.programmes.models import Programme

from .. import actions
from ..forms import NewProcedureForm, ProcedureForm
from ..models import Procedure


@require_GET
def procedures(request: HttpRequest) -> HttpResponse:
    """Every procedure: the version in use and the draft, if there is one."""
    texts = Procedure.objects.visible_to(request.viewer).newest()
    context = {"texts": texts, "may_add": bool(programmes_to_draft_in(request))}
    return render(request, "portal/handbook/procedures.html", context)


@require_GET
def procedure(request: HttpRequest, pk: int) -> HttpResponse:
    text = _visible_or_404(request, pk)
    before = text.before()
    context = {
        "text": text,
        "words": markup.to_html(text.words, heading="h3"),
        "versions": text.siblings().order_by("-version"),
        "before": before,
        "comparison": compare(before.body, text.body) if before else None,
        "may_draft": can_draft_texts(request.viewer, text.programme),
        "may_approve": text.is_draft and can_approve_texts(request.viewer, text.programme),
    }
    return render(request, "portal/handbook/procedure.html", context)


@require_http_methods(["GET", "POST"])
def draft_procedure(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the next version, starting from this one."""
    text = _visible_or_404(request, pk)
    if not can_draft_texts(request.viewer, text.programme):
        raise PermissionDenied
    form = ProcedureForm(posted(request), text=text)
    if request.method == "POST" and form.is_valid():
        facts = {"programme": text.programme, "phase": text.phase, "process": text.process, **form.cleaned_data}
        return _drafted(request, facts)
    return render(request, "portal/handbook/draft_procedure.html", {"text": text, "form": form})


@require_http_methods(["GET", "POST"])
def add_procedure(request: HttpRequest) -> HttpResponse:
    """For a phase or a process that has none; where there is one, this becomes its next version."""
    programmes = programmes_to_draft_in(request)
    if not programmes:
        raise PermissionDenied
    form = NewProcedureForm(posted(request), programmes=programmes)
    if request.method == "POST" and form.is_valid():
        return _drafted(request, form.cleaned_data)
    return render(request, "portal/handbook/draft_procedure.html", {"form": form})


@require_POST
def approve_procedure(request: HttpRequest, pk: int) -> HttpResponse:
    text = _visible_or_404(request, pk)
    try:
        actions.approve_procedure(
            procedure_id=text.pk, fingerprint=request.POST.get("fingerprint", ""), by=request.viewer
        )
    except ChangedMeanwhile:
        messages.error(request, _("Somebody has changed this draft since you read it. Please read it again."))
    else:
        messages.success(
            request, _("Approved. Cases that open from now on are worked this way; others stay as they began.")
        )
    return redirect(text)


def _drafted(request: HttpRequest, facts: dict) -> HttpResponse:
    made = actions.draft_procedure(by=request.viewer, **facts)
    messages.success(request, _("The draft is saved. No case is worked by it before it is approved."))
    return redirect(made)


def programmes_to_draft_in(request: HttpRequest) -> list[Programme]:
    return [one for one in Programme.objects.all() if can_draft_texts(request.viewer, one)]


def _visible_or_404(request: HttpRequest, pk: int) -> Procedure:
    return get_object_or_404(Procedure.objects.visible_to(request.viewer).select_related("programme"), pk=pk)
