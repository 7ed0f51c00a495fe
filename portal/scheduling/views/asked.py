"""What neutrals are asked. Until they have answered "no tie" they see names and units, and nothing of the case."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens_case
from portal.cases.models import Assignment
from portal.cases.statuses import Channel, TieAnswer
from portal.cases.views.finding import tried
from portal.programmes.processes import definition
from portal.programmes.queries import current_office

from .. import actions
from ..forms import StepBackForm, TieForm
from .finding import own_part, visible_case

SAID = {
    TieAnswer.NO: _("Thank you. You see the case now. Please say here when you are free."),
    TieAnswer.YES: _("Thank you for telling us. You hear no more of this."),
    TieAnswer.UNSURE: _("Thank you. We call you and look at it together."),
    TieAnswer.NOT_AVAILABLE: _("Thank you for telling us. We ask somebody else."),
}


@never_cache
@require_http_methods(["GET", "HEAD"])
@opens_case
def asked_list(request: HttpRequest) -> HttpResponse:
    """Every question that waits for this neutral."""
    # Names and units of several matters, none of them opened.
    request.opened = None
    questions = Assignment.objects.asked_of(request.viewer).select_related("case")
    return render(request, "portal/scheduling/asked_list.html", {"questions": questions})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def asked(request: HttpRequest, pk: int) -> HttpResponse:
    rows = Assignment.objects.asked_of(request.viewer).select_related("case__matter", "case__programme")
    assignment = get_object_or_404(rows, pk=pk)
    case = request.opened = assignment.case
    form = TieForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer = TieAnswer(form.cleaned_data["answer"])
        arguments = {"assignment_id": pk, "answer": answer, "channel": Channel.SELF, "by": request.user}
        if tried(request, actions.answer_tie, said=str(SAID[answer]), **arguments):
            # After any other answer the case is none of theirs.
            return redirect(case if answer == TieAnswer.NO else "portal:scheduling:asked_list")
    context = {
        "assignment": assignment,
        "process": definition(case.process),
        "people": [person for person in case.participants.all() if person.is_active],
        "unit": current_office(request).unit_label(case.unit) if case.unit else "",
        "form": form,
    }
    return render(request, "portal/scheduling/asked.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def step_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Somebody who conducts the case finds that they cannot."""
    case = visible_case(request, reference)
    assignment = own_part(request, case)
    form = StepBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer = TieAnswer(form.cleaned_data["answer"])
        arguments = {"assignment_id": assignment.pk, "answer": answer, "channel": Channel.SELF, "by": request.user}
        if tried(request, actions.answer_tie, **arguments):
            messages.success(request, SAID[answer])
            return redirect("portal:scheduling:asked_list")
    context = {"case": case, "form": form}
    return render(request, "portal/scheduling/step_back.html", context, status=422 if form.errors else 200)
