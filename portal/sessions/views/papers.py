"""What is printed for a session, and the sheet that only ever lives in the page's memory."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent

from ..pack import session_pack
from .finding import find_case, find_session


@opens(AuditEvent.SESSION_PACK_PRINTED)
def pack(request: HttpRequest, reference: str) -> HttpResponse:
    """Agreement, sign-in sheet and blank points sheet in one file, for a session without any screen."""
    case = find_case(request, reference)
    response = HttpResponse(session_pack(case), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="session-pack.pdf"'
    return response


@opens_case
def points(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Points of agreement, typed in the page and printed from it; nothing of it is ever sent (M35)."""
    return render(request, "portal/sessions/points.html", {"session": find_session(request, pk)})
