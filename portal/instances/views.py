"""The register of every instance, what is missing in it, and the documents of one."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.again import step_up
from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.cases.views.finding import tried
from portal.documents.workbooks import XLSX
from portal.forms import posted

from . import actions, queries
from .forms import ExcuseForm
from .policies import SEES_REGISTER
from .workbook import register_xlsx

ON_A_PAGE = 50


def _must_see_register(request: HttpRequest) -> None:
    """Where no programme of this person keeps records there is no register at all."""
    # A list of several matters, none of them opened.
    request.opened = None
    if not request.user.may(SEES_REGISTER):
        raise PermissionDenied
    if not request.user.may_where_kept(SEES_REGISTER):
        raise Http404


@never_cache
@require_safe
@opens(AuditEvent.INSTANCES_OPENED)
def register(request: HttpRequest) -> HttpResponse:
    _must_see_register(request)
    page = Paginator(queries.registered(request.viewer), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "lines": queries.register_lines(page.object_list)}
    return render(request, "portal/instances/register.html", context)


@never_cache
@require_safe
@opens(AuditEvent.INSTANCES_OPENED)
def completeness(request: HttpRequest) -> HttpResponse:
    """Open instances with what is missing; made to be printed."""
    _must_see_register(request)
    return render(request, "portal/instances/completeness.html", {"report": queries.completeness(request.viewer)})


@never_cache
@require_safe
@step_up
@opens(AuditEvent.EXPORT_OPENED)
def export(request: HttpRequest) -> HttpResponse:
    _must_see_register(request)
    lines = queries.register_lines(queries.registered(request.viewer))
    response = HttpResponse(register_xlsx(lines, queries.completeness(request.viewer)), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="register.xlsx"'
    return response


def _find(request: HttpRequest, reference: str) -> queries.InstancePage:
    page = queries.instance_page(request.viewer, reference)
    if page is None:
        raise Http404
    request.opened = page.opened
    return page


@never_cache
@require_safe
@opens_case
def instance(request: HttpRequest, reference: str) -> HttpResponse:
    """Which documents the record of one instance holds, and which are missing, by name."""
    return render(request, "portal/instances/instance.html", {"page": _find(request, reference)})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@step_up
@opens_case
def excuse(request: HttpRequest, reference: str, document: str, about: UUID) -> HttpResponse:
    """The director says why one document will never exist."""
    page = _find(request, reference)
    if not page.may_excuse:
        raise PermissionDenied
    line = next((one for one in page.line.missing if (one.code, one.about) == (document, about)), None)
    if line is None:
        raise Http404
    form = ExcuseForm(posted(request))
    if request.method == "POST" and form.is_valid() and _excused(request, form, page, document, about):
        return redirect("portal:instances:instance", reference=reference)
    context = {"form": form, "line": line, "reference": reference}
    return render(request, "portal/instances/excuse.html", context, status=422 if form.errors else 200)


def _excused(request: HttpRequest, form: ExcuseForm, page: queries.InstancePage, document: str, about: UUID) -> bool:
    arguments = {"matter_id": page.opened.matter_id, "code": document, "about": about}
    arguments |= {"reason": form.cleaned_data["reason"], "by": request.user}
    said = _("Written down. It stands in the register.")
    return bool(tried(request, actions.excuse_document, on_form=form, said=said, **arguments))
