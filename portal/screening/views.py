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

from . import actions
from .forms import DecisionForm, SetAsideForm
from .policies import can_screen
from .queries import earlier_finding, matter_behind
from .statuses import Decision


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def decide(request, reference):
    """The conversation guide and the decision on a request."""
    visible = Request.objects.visible_to(request.viewer).select_related("programme", "matter", "case")
    asked = get_object_or_404(visible, reference=reference)
    request.opened = asked
    if not can_screen(request.viewer, asked):
        raise PermissionDenied
    form = DecisionForm(posted(request), initial=earlier_finding(asked), programme=asked.programme)
    if request.method == "POST" and form.is_valid() and _decided(request, asked, form):
        asked.refresh_from_db(fields=["case"])
        return redirect(asked.case.get_absolute_url() if asked.case else asked.get_absolute_url())
    return render(request, "portal/screening/decide.html", {"asked": asked, "form": form})


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
        reason=given["reason"],
        process=given["process"] if given["decision"] == Decision.SUITABLE else "",
        alternatives=given["alternatives"] if given["decision"] != Decision.SUITABLE else [],
        refer_to=given["refer_to"] if given["decision"] == Decision.REFER else "",
        own_words=given["own_words"],
        asked=given["asked"],
        talked_on=given["talked_on"],
    )
    try:
        actions.decide(request_id=asked.pk, finding=finding, by=request.viewer)
    except TransitionRefused as refusal:
        form.add_error(None, str(refusal))
        return False
    except MatterGone as gone:
        raise Http404 from gone
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
