from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.accounts.again import step_up
from portal.accounts.roles import Permission
from portal.audit.access import opens
from portal.audit.events import AuditEvent
from portal.programmes.models import Programme

from . import actions, queries
from .exports import as_csv
from .policies import can_publish_figures


def _programme(request: HttpRequest) -> Programme:
    """The first programme whose statistics this person may see. Numbers belong to no matter."""
    request.opened = None
    allowed = request.user.programmes_with(Permission.SEE_STATISTICS)
    programme = Programme.objects.filter(pk__in=allowed).order_by("pk").first()
    if programme is None:
        raise PermissionDenied
    return programme


@opens(AuditEvent.STATISTICS_OPENED)
def statistics(request: HttpRequest) -> HttpResponse:
    programme = _programme(request)
    found = queries.statistics(programme)
    context = {"found": found, "programme": programme, "may_publish": can_publish_figures(request.user, programme)}
    return render(request, "portal/reports/statistics.html", context)


@step_up
@opens(AuditEvent.EXPORT_OPENED)
def export(request: HttpRequest) -> HttpResponse:
    found = queries.statistics(_programme(request))
    response = HttpResponse(as_csv(found), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="statistics.csv"'
    return response


@require_POST
def publish(request: HttpRequest) -> HttpResponse:
    actions.publish_figures(programme=_programme(request), by=request.user)
    messages.success(request, _("The public site shows these figures now, until you publish newer ones."))
    return redirect("portal:reports:statistics")
