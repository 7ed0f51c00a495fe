"""A directive that came in: what it asks, which cases it may mean, and a letter that tells nothing."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.again import step_up
from portal.accounts.roles import Permission
from portal.audit.access import opens
from portal.audit.events import AuditEvent
from portal.cases.views.finding import tried
from portal.forms import posted
from portal.programmes.models import Programme

from .. import actions
from ..forms import AnswerForm, DirectiveForm
from ..models import Directive
from ..package import neutral_letter_pdf
from ..queries import meant_by
from ..statuses import OrderAnswer
from .staff import pdf

METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(METHODS)
@opens(AuditEvent.DIRECTIVE_OPENED)
def directives(request: HttpRequest) -> HttpResponse:
    """Those that came in, and a form for one more."""
    request.opened = None
    may = request.user.programmes_with(Permission.PLACE_HOLD)
    if not may:
        raise PermissionDenied
    form = DirectiveForm(posted(request), programmes=list(Programme.objects.filter(pk__in=may)))
    if request.method == "POST" and form.is_valid():
        said = _("Kept. Nothing was told to the sender.")
        if tried(request, actions.log_directive, on_form=form, said=said, by=request.user, **form.cleaned_data):
            return redirect("portal:access:directives")
    rows = Directive.objects.visible_to(request.viewer).select_related("programme")
    context = {"form": form, "rows": rows}
    return render(request, "portal/access/directives.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(METHODS)
@step_up
@opens(AuditEvent.DIRECTIVE_OPENED)
def directive(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = _find(request, pk)
    form = AnswerForm(posted(request)) if row.answered_on is None else None
    if request.method == "POST" and form is not None and form.is_valid():
        arguments = {"directive_id": row.pk, "answer": OrderAnswer(form.cleaned_data["answer"])}
        if tried(request, actions.answer_directive, on_form=form, said=_("Kept."), by=request.user, **arguments):
            return redirect(row)
    context = {"row": row, "form": form, "found": meant_by(row, request.viewer)}
    return render(request, "portal/access/directive.html", context, status=422 if form and form.errors else 200)


@never_cache
@require_safe
@step_up
@opens(AuditEvent.DIRECTIVE_OPENED)
def letter(request: HttpRequest, pk: UUID) -> HttpResponse:
    return pdf(neutral_letter_pdf(_find(request, pk)), "letter.pdf")


def _find(request: HttpRequest, pk: UUID) -> Directive:
    rows = Directive.objects.visible_to(request.viewer).select_related("programme", "logged_by", "answered_by")
    row = get_object_or_404(rows, pk=pk)
    # It belongs to no matter, whatever it may mean.
    request.opened = row
    return row
