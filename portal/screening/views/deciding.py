"""Deciding on a request, deciding against a case, and the page for an emergency."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens_case
from portal.cases.actions import MatterGone, TransitionRefused
from portal.cases.models import Case
from portal.cases.policies import can_end
from portal.cases.statuses import CaseStatus
from portal.forms import posted
from portal.intake.models import Request
from portal.programmes.queries import current_office

from .. import actions
from ..forms.deciding import DecisionForm, SetAsideForm
from ..policies import can_screen
from ..queries import NoRubric, earlier_finding, latest, matter_behind, people_in_request, rubric_in_use
from ..statuses import Decision
from .comparing import comparison, filled_in


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def decide(request, reference):
    """The stops, the conversation guide, the criteria where the programme weighs, and the decision."""
    visible = Request.objects.visible_to(request.viewer).select_related("programme", "matter__programme", "case")
    asked = get_object_or_404(visible, reference=reference)
    request.opened = asked
    if not can_screen(request.viewer, asked):
        raise PermissionDenied
    try:
        rubric = rubric_in_use(asked.programme)
    except NoRubric:
        return render(request, "portal/screening/no_rubric.html", {"asked": asked})
    made_with = {"rubric": rubric, "people": people_in_request(asked)}
    earlier = latest(asked.matter)
    form = filled_in(request, DecisionForm, initial=earlier_finding(earlier), **made_with)
    if form.is_bound and form.is_valid() and _decided(request, asked, form):
        asked.refresh_from_db(fields=["case"])
        return redirect(asked.case.get_absolute_url() if asked.case else asked.get_absolute_url())
    context = {
        "asked": asked,
        "form": form,
        "rubric": rubric,
        "earlier": earlier,
        "columns": comparison(request, form, rubric),
    }
    return render(request, "portal/screening/decide.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def decide_against(request, reference):
    """Not suitable after all: before anybody was invited at once, afterwards on the day for answers."""
    case = get_object_or_404(
        Case.objects.visible_to(request.viewer).select_related("programme", "matter"), reference=reference
    )
    request.opened = case
    if not can_end(request.viewer, case):
        raise PermissionDenied
    form = SetAsideForm(posted(request))
    if request.method == "POST" and form.is_valid() and _decided_against(request, case, form):
        return redirect(case.get_absolute_url())
    context = {"case": case, "form": form, "at_once": case.status == CaseStatus.OPENED}
    return render(request, "portal/screening/decide_against.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def emergency(request, reference):
    """Numbers and what to do; the button writes down that the page was used, and nothing else."""
    matter, thing = matter_behind(request.viewer, reference)
    if matter is None:
        raise Http404
    request.opened = thing
    if request.method == "POST":
        actions.use_emergency_page(matter=matter, by=request.viewer)
        messages.success(request, _("Written down: the emergency page was used. No words were kept."))
        return redirect("portal:screening:emergency", reference=reference)
    context = {"thing": thing, "reference": reference, "office": current_office(request)}
    return render(request, "portal/screening/emergency.html", context)


def _decided(request, asked, form):
    given = form.cleaned_data
    finding = actions.Finding(
        decision=Decision(given["decision"]),
        process=given["process"] if given["decision"] == Decision.SUITABLE else "",
        alternatives=given["alternatives"] if given["decision"] != Decision.SUITABLE else [],
        refer_to=given["refer_to"] if given["decision"] == Decision.REFER else "",
        own_words=given["own_words"],
        asked=given["asked"],
        talked_on=given["talked_on"],
        **form.found(),
    )
    try:
        screening = actions.decide(request_id=asked.pk, finding=finding, by=request.viewer)
    except TransitionRefused as refusal:
        form.add_error(None, str(refusal))
        return False
    except MatterGone as gone:
        raise Http404 from gone
    if screening.is_waiting:
        messages.success(request, _("Kept. It waits for a second reader; until then nobody is told anything."))
    else:
        messages.success(request, _("Decided. The requester reads it on their page."))
    return True


def _decided_against(request, case, form):
    arguments = {"alternatives": form.cleaned_data["alternatives"], "reason": form.cleaned_data["reason"]}
    try:
        at_once = actions.decide_against(case_id=case.pk, by=request.viewer, **arguments)
    except TransitionRefused as refusal:
        form.add_error(None, str(refusal))
        return False
    except MatterGone as gone:
        raise Http404 from gone
    if at_once:
        messages.success(request, _("The case has ended. The requester reads the other ways on their page."))
    else:
        messages.success(request, _("Kept. Nothing shows until the day on which answers are due."))
    return True
