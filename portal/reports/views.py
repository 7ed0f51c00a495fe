from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.accounts.again import step_up
from portal.accounts.roles import Permission
from portal.audit.access import opens
from portal.audit.events import AuditEvent
from portal.programmes.models import Programme

from . import actions, queries
from .exports import as_csv
from .policies import can_publish_figures, can_see_live


def _programmes(request: HttpRequest) -> list[Programme]:
    """Those whose statistics this person may see. Numbers belong to no matter."""
    request.opened = None
    allowed = Programme.objects.filter(pk__in=request.user.programmes_with(Permission.SEE_STATISTICS)).order_by("pk")
    programmes = list(allowed)
    if not programmes:
        raise PermissionDenied
    return programmes


def _chosen(request: HttpRequest, programmes: list[Programme]) -> Programme:
    """The one that was asked for, else the first. Whoever may not see one does not learn that it exists."""
    code = request.GET.get("programme", "")
    if not code:
        return programmes[0]
    found = next((one for one in programmes if one.code == code), None)
    if found is None:
        raise Http404
    return found


@opens(AuditEvent.STATISTICS_OPENED)
def statistics(request: HttpRequest) -> HttpResponse:
    programmes = _programmes(request)
    programme = _chosen(request, programmes)
    context = {
        "found": queries.statistics(programme),
        "live": queries.live(request.viewer, programme) if can_see_live(request.user, programme) else [],
        "programme": programme,
        "programmes": programmes,
        "may_publish": can_publish_figures(request.user, programme),
    }
    return render(request, "portal/reports/statistics.html", context)


@step_up
@opens(AuditEvent.EXPORT_OPENED)
def export(request: HttpRequest) -> HttpResponse:
    found = queries.statistics(_chosen(request, _programmes(request)))
    response = HttpResponse(as_csv(found), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="statistics.csv"'
    return response


@require_POST
def publish(request: HttpRequest) -> HttpResponse:
    programme = _chosen(request, _programmes(request))
    actions.publish_figures(programme=programme, by=request.user)
    messages.success(request, _("The public site shows these figures now, until you publish newer ones."))
    return redirect(f"{reverse('portal:reports:statistics')}?programme={programme.code}")
