"""The manual of one case, as a checklist that is worked through."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from portal.audit.access import opens_case

from .. import actions
from ..models import Case
from ..queries import checklist_of, procedure_of
from .finding import coordinated_case, tried


@never_cache
@require_safe
@opens_case
def checklist(request: HttpRequest, reference: str) -> HttpResponse:
    case = coordinated_case(request, reference)
    return render(request, "portal/cases/checklist.html", {"case": case, "chapters": checklist_of(case)})


def _case_worked_by(request: HttpRequest, reference: str, procedure: int) -> Case:
    """The case, when this procedure is one of its manual."""
    case = coordinated_case(request, reference)
    if procedure_of(case, procedure) is None:
        raise Http404
    return case


@require_POST
@opens_case
def give_steps(request: HttpRequest, reference: str, procedure: int) -> HttpResponse:
    case = _case_worked_by(request, reference, procedure)
    made = tried(request, actions.give_steps, case_id=case.pk, procedure_id=procedure, by=request.user)
    if made is not None:
        said = ngettext("One task is on the case page.", "%(count)d tasks are on the case page.", made) % {
            "count": made
        }
        messages.success(request, said)
    return redirect("portal:cases:checklist", reference=reference)


@require_POST
@opens_case
def tick_step(request: HttpRequest, reference: str, procedure: int, number: int) -> HttpResponse:
    case = _case_worked_by(request, reference, procedure)
    tried(request, actions.tick_step, case_id=case.pk, procedure_id=procedure, number=number, by=request.user)
    return redirect("portal:cases:checklist", reference=reference)
