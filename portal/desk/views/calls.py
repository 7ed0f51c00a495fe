"""The list of people to phone, and the word that somebody told them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.accounts.roles import Permission
from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.cases.actions import MatterGone, tell
from portal.cases.models import Telling
from portal.cases.statuses import Channel

from ..forms.calls import ToldForm
from ..queries.calls import calls_to_make


@require_safe
@opens(AuditEvent.CASE_OPENED)
def calls(request: HttpRequest) -> HttpResponse:
    if not request.user.may(Permission.OPEN_CASES):
        raise PermissionDenied
    # A list of several matters, none of them opened.
    request.opened = None
    rows = [(call, ToldForm(auto_id=f"told_{call.telling.pk}_%s")) for call in calls_to_make(request.user)]
    return render(request, "portal/desk/calls.html", {"rows": rows})


@require_POST
@opens_case
def told(request: HttpRequest, pk: UUID) -> HttpResponse:
    telling = get_object_or_404(Telling.objects.visible_to(request.viewer).select_related("matter"), pk=pk)
    request.opened = telling.matter
    form = ToldForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say how you told them."))
        return redirect("portal:desk:calls")
    try:
        tell(telling_id=pk, channel=Channel(form.cleaned_data["channel"]), by=request.user)
    except MatterGone as gone:
        raise Http404 from gone
    messages.success(request, _("Written down. They are off the list until something else is new."))
    return redirect("portal:desk:calls")
