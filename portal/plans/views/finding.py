"""What the views of plans have in common: reaching a plan, and turning refusals into words."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from portal.cases.models import Case
from portal.forms import KindForm

from ..models import Plan
from ..policies import follows_up, may_write_plan
from ..queries import open_plan


def planned_case(request: HttpRequest, reference: str) -> Case:
    """The case, where its process has plans at all; for those who coordinate or conduct it."""
    cases = Case.objects.visible_to(request.viewer).select_related("programme", "matter")  # type: ignore[attr-defined]
    return _checked(request, get_object_or_404(cases, reference=reference))


def find_plan(request: HttpRequest, reference: str) -> Plan | None:
    """The plan of a case; None while there is none."""
    plans = Plan.objects.visible_to(request.viewer)  # type: ignore[attr-defined]
    found = open_plan(plans, case__reference=reference)
    if found is None:
        planned_case(request, reference)
        return None
    _checked(request, found.case)
    return found


def plan_of(request: HttpRequest, reference: str) -> Plan:
    found = find_plan(request, reference)
    if found is None:
        raise Http404
    return found


def _checked(request: HttpRequest, case: Case) -> Case:
    request.opened = case  # type: ignore[attr-defined]
    if not follows_up(case):
        raise Http404
    if not may_write_plan(request.user, case):
        raise PermissionDenied
    return case


def form_page(request: HttpRequest, form: KindForm, **context: Any) -> HttpResponse:
    """A form on a page of its own: `title`, `button`, `back_url`, `back_text`, and a `lead` if there is one."""
    return render(request, "portal/plans/form.html", {"form": form, **context}, status=422 if form.errors else 200)
