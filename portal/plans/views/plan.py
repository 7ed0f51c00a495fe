"""The plan of a case, for those who coordinate or conduct it: its page, and the steps it takes."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.cases.policies import may_coordinate
from portal.cases.views.finding import tried
from portal.forms import posted

from .. import actions, queries
from ..forms import ConfirmForm, LinkForm, MatchForm, ReasonForm, WordsForm
from ..models import Commitment, Plan, Requirement
from ..paper import plan_pdf
from .finding import find_plan, form_page, plan_of, planned_case

METHODS = ["GET", "HEAD", "POST"]


def _back(plan: Plan) -> dict:
    return {"case": plan.case, "back_url": plan.get_absolute_url(), "back_text": _("The plan")}


@never_cache
@opens_case
def plan(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything about the plan on one page; a POST begins it."""
    if request.method == "POST":
        case = planned_case(request, reference)
        begun = tried(request, actions.begin_plan, case_id=case.pk, by=request.user)
        return redirect(begun) if begun else redirect(case)
    found = find_plan(request, reference)
    if found is None:
        return render(request, "portal/plans/begin.html", {"case": planned_case(request, reference)})
    page = queries.plan_page(found)
    matching = [(row, _match_form(row, page.commitments)) for row in page.requirements]
    leads = may_coordinate(request.user, found.case)
    context = {"page": page, "plan": found, "case": found.case, "matching": matching, "leads": leads}
    return render(request, "portal/plans/plan.html", context)


def _match_form(row: Requirement, commitments: list[Commitment]) -> MatchForm:
    return MatchForm(commitments=commitments, initial={"commitment": str(row.met_by_id or "")}, prefix=str(row.pk))


@never_cache
@require_http_methods(METHODS)
@opens_case
def change_words(request: HttpRequest, reference: str) -> HttpResponse:
    plan = plan_of(request, reference)
    form = WordsForm(posted(request), initial={name: getattr(plan, name) for name in WordsForm.base_fields})
    if request.method == "POST" and form.is_valid():
        said = _("Kept.")
        if tried(request, actions.change_words, said=said, plan_id=plan.pk, by=request.user, **form.cleaned_data):
            return redirect(plan)
    return form_page(request, form, title=_("The words of the plan"), button=_("Keep"), **_back(plan))


@never_cache
@require_http_methods(METHODS)
@opens_case
def link(request: HttpRequest, reference: str) -> HttpResponse:
    """Whether a formal proceeding asks something of it."""
    plan = plan_of(request, reference)
    initial = {"is_linked": "YES" if plan.is_linked else "NO", "proceeding": plan.proceeding}
    form = LinkForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        arguments = {"plan_id": plan.pk, "by": request.user, **form.cleaned_data}
        if tried(request, actions.link_plan, said=_("Kept."), **arguments):
            return redirect(plan)
    return form_page(request, form, title=_("A formal proceeding"), button=_("Keep"), **_back(plan))


@require_POST
@opens_case
def match(request: HttpRequest, reference: str, pk: str) -> HttpResponse:
    plan = plan_of(request, reference)
    requirement = get_object_or_404(plan.requirements.all(), pk=pk)
    form = MatchForm(request.POST, commitments=list(plan.commitments.all()), prefix=str(requirement.pk))
    if not form.is_valid():
        raise Http404
    arguments = {"requirement_id": requirement.pk, "commitment_id": form.cleaned_data["commitment"]}
    tried(request, actions.match_requirement, said=_("Kept."), by=request.user, **arguments)
    return redirect(plan)


@require_POST
@opens_case
def ask(request: HttpRequest, reference: str) -> HttpResponse:
    plan = plan_of(request, reference)
    said = _("Everyone is asked to read and confirm the plan.")
    tried(request, actions.ask_to_confirm, said=said, plan_id=plan.pk, by=request.user)
    return redirect(plan)


@never_cache
@require_http_methods(METHODS)
@opens_case
def answer_for(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """What somebody told staff about the plan (P1)."""
    plan = plan_of(request, reference)
    person = get_object_or_404(plan.case.participants.all(), number=number)
    form = ConfirmForm(posted(request))
    if request.method == "POST" and form.is_valid():
        arguments = {"participant_id": person.pk, "edition": plan.edition, **form.cleaned_data}
        if tried(request, actions.answer_plan, said=_("Written down."), by=request.viewer, **arguments):  # type: ignore[attr-defined]
            return redirect(plan)
    title = _("What %(name)s says to the plan") % {"name": person.display_name}
    return form_page(request, form, title=title, button=_("Write it down"), **_back(plan))


@never_cache
@require_http_methods(METHODS)
@opens_case
def amend(request: HttpRequest, reference: str) -> HttpResponse:
    plan = plan_of(request, reference)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        said = _("You can change it now. It holds again when everyone has confirmed it.")
        if tried(request, actions.amend_plan, said=said, plan_id=plan.pk, reason=reason, by=request.user):
            return redirect(plan)
    return form_page(request, form, title=_("Change the plan"), button=_("Open it to change it"), **_back(plan))


@require_POST
@opens_case
def hand_in(request: HttpRequest, reference: str) -> HttpResponse:
    plan = plan_of(request, reference)
    said = _("The plan is with the Chair. You hear when it is decided.")
    tried(request, actions.hand_in_plan, said=said, plan_id=plan.pk, by=request.user)
    return redirect(plan)


@require_POST
@opens_case
def end(request: HttpRequest, reference: str) -> HttpResponse:
    """Completed, or given up: two buttons."""
    plan = plan_of(request, reference)
    completed = request.POST.get("how") == "completed"
    said = _("The plan is completed.") if completed else _("The plan is given up. Nobody has to say why.")
    tried(request, actions.end_plan, said=said, plan_id=plan.pk, completed=completed, by=request.user)
    return redirect(plan)


@opens(AuditEvent.DOCUMENT_OPENED)
def pdf(request: HttpRequest, reference: str) -> HttpResponse:
    plan = plan_of(request, reference)
    response = HttpResponse(plan_pdf(plan), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="plan-{plan.case.reference}.pdf"'
    return response
