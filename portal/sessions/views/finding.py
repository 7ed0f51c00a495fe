"""Finding the session that a page is about, for somebody who may open it."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from portal.cases.models import Case

from ..models import Session
from ..policies import can_open_session
from ..queries import hand_to_case, with_case


def find_session(request: HttpRequest, pk: UUID) -> Session:
    """The session, noted as opened. Not visible is 404; visible without a part in it is refused."""
    session = get_object_or_404(with_case(Session.objects.visible_to(request.viewer)), pk=pk)
    hand_to_case(session)
    request.opened = session.case
    if not can_open_session(request.user, session.case):
        raise PermissionDenied
    return session


def find_case(request: HttpRequest, reference: str) -> Case:
    rows = Case.objects.visible_to(request.viewer).select_related("programme", "matter")
    case = get_object_or_404(rows, reference=reference)
    request.opened = case
    if not can_open_session(request.user, case):
        raise PermissionDenied
    return case
