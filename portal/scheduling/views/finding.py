"""Reaching a case, a person or a neutral from an address; what cannot be seen is not found."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from portal.cases.models import Assignment, Case, Participant
from portal.cases.policies import may_coordinate
from portal.screening.queries import with_marks

from ..gates import booked_at
from ..queries.offered import own_assignment


def visible_case(request: HttpRequest, reference: str) -> Case:
    rows = Case.objects.visible_to(request.viewer).select_related("programme", "matter", "coordinator", "circle")
    rows = with_marks(rows).annotate(booked_at=booked_at("pk"))
    case = request.opened = get_object_or_404(rows, reference=reference)
    return case


def arranged_case(request: HttpRequest, reference: str) -> Case:
    """The case, for those who coordinate it; its neutrals see it elsewhere."""
    case = visible_case(request, reference)
    if not may_coordinate(request.viewer, case):
        raise PermissionDenied
    return case


def one_person(case: Case, number: int) -> Participant:
    person = case.participants.select_related("availability").filter(number=number).first()
    if person is None or not person.is_active:
        raise Http404
    person.case = case
    return person


def one_neutral(case: Case, pk: int, *, accepted: bool = False) -> Assignment:
    rows = case.assignments.accepted() if accepted else case.assignments.current()
    assignment = rows.select_related("neutral").filter(pk=pk).first()
    if assignment is None:
        raise Http404
    assignment.case = case
    return assignment


def own_part(request: HttpRequest, case: Case) -> Assignment:
    """The part of a neutral who conducts the case; anybody else who sees it has none."""
    assignment = own_assignment(case, request.user)
    if assignment is None:
        raise PermissionDenied
    assignment.case = case
    return assignment
