"""What the views on people have in common: reaching a case, and turning refusals into words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from .. import actions
from ..models import Case, Participant
from ..policies import can_coordinate
from ..queries import person_of


def coordinated_case(request: HttpRequest, reference: str) -> Case:
    """The case, for those who coordinate it: neutrals see it elsewhere, and addresses never."""
    cases = Case.objects.visible_to(request.viewer).select_related("programme", "matter", "coordinator")  # type: ignore[attr-defined]
    case = get_object_or_404(cases, reference=reference)
    request.opened = case  # type: ignore[attr-defined]
    if not can_coordinate(request.viewer, case):  # type: ignore[attr-defined]
        raise PermissionDenied
    return case


def one_person(request: HttpRequest, reference: str, number: int) -> Participant:
    person = person_of(coordinated_case(request, reference), number)
    if person is None:
        raise Http404
    return person


def tried(request: HttpRequest, action: Callable[..., Any], *, said: Any = "", **arguments: Any) -> Any:
    """Call an action and tell what came of it. None when it was refused, else its answer, or True."""
    try:
        answer = action(**arguments)
    except actions.TransitionRefused as refusal:
        messages.error(request, str(refusal))
        return None
    except actions.MatterGone as gone:
        raise Http404 from gone
    if said:
        messages.success(request, said)
    return True if answer is None else answer


def to_person(person: Participant) -> HttpResponse:
    return redirect("portal:cases:person", reference=person.case.reference, number=person.number)
