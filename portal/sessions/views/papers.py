"""What is printed for a session, and the sheet that only ever lives in the page's memory."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.cases.models import Case

from ..pack import session_pack
from .finding import find_case, find_session


@opens(AuditEvent.SESSION_PACK_PRINTED)
def pack(request: HttpRequest, reference: str) -> HttpResponse:
    """Agreement, sign-in sheet and blank points sheet in one file, for a session without any screen."""
    return _printed(find_case(request, reference))


@opens(AuditEvent.SESSION_PACK_PRINTED)
def own_pack(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The same at an address below the session page, where a device that is kept on that page can reach it."""
    return _printed(find_session(request, pk).case)


def _printed(case: Case) -> HttpResponse:
    response = HttpResponse(session_pack(case), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="session-pack.pdf"'
    return response


@opens_case
def points(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Points of agreement, typed in the page and printed from it; nothing of it is ever sent (M35)."""
    return render(request, "portal/sessions/points.html", {"session": find_session(request, pk)})
