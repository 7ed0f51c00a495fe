from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from portal.audit.access import opens
from portal.audit.events import AuditEvent

from ..queries.home import desk_of


@opens(AuditEvent.CASE_OPENED)
def home(request: HttpRequest) -> HttpResponse:
    """The first screen after signing in."""
    # A list of several matters, none of them opened.
    request.opened = None
    context = {"desk": desk_of(request.user), "today": timezone.localdate()}
    return render(request, "portal/desk/home.html", context)
