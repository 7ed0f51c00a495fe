"""Finding the case or the session that a page of a circle is about."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from portal.cases.models import Case, Participant
from portal.cases.policies import may_coordinate
from portal.sessions.models import Session
from portal.sessions.policies import conducts
from portal.sessions.views.finding import find_session

from ..queries import has_circle, with_circle


def find_circle(request: HttpRequest, reference: str, *, to_coordinate: bool = False) -> Case:
    """The case of a circle. Another process has no such page: 404. Visible without a part in it is refused."""
    cases = with_circle(Case.objects.visible_to(request.viewer))  # type: ignore[attr-defined]
    case = get_object_or_404(cases, reference=reference)  # type: ignore[call-overload]
    request.opened = case  # type: ignore[attr-defined]
    if not has_circle(case):
        raise Http404
    may = may_coordinate(request.user, case) or (not to_coordinate and conducts(request.user, case))  # type: ignore[arg-type]
    if not may:
        raise PermissionDenied
    return case


def find_person(case: Case, number: int) -> Participant:
    person = next((one for one in case.participants.all() if one.number == number and one.is_active), None)
    if person is None:
        raise Http404
    person.case = case
    return person


def find_room(request: HttpRequest, pk: UUID) -> Session:
    """The session of a circle, for somebody who may open it."""
    session = find_session(request, pk)
    if not has_circle(session.case):
        raise Http404
    return session
