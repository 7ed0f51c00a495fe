"""Screening a case again: asking for it, the rubric once more, and the short look before a session."""

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
from portal.forms import posted

from .. import actions
from ..forms.again import AskAgainForm, LookForm, ScreenAgainForm
from ..policies import can_look_before_session, can_screen_again
from ..queries import NoRubric, earlier_finding, latest, open_marks, people_in_case, rubric_in_use
from ..statuses import Decision
from .comparing import comparison, filled_in


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def screen_again(request, reference):
    """The rubric once more. It ends in "go on as it is"; the other ways out are linked."""
    case = _find(request, reference, can_screen_again)
    try:
        rubric = rubric_in_use(case.programme)
    except NoRubric:
        return render(request, "portal/screening/no_rubric.html", {"asked": case})
    initial = {name: value for name, value in earlier_finding(latest(case.matter)).items() if name != "reason"}
    form = filled_in(request, ScreenAgainForm, initial=initial, rubric=rubric, people=people_in_case(case))
    if form.is_bound and form.is_valid() and _screened(request, case, form):
        return redirect(case)
    context = {
        "case": case,
        "form": form,
        "rubric": rubric,
        "marks": open_marks(case),
        "columns": comparison(request, form, rubric),
    }
    return render(request, "portal/screening/screen_again.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def ask_again(request, reference):
    """Write down that something has come up."""
    case = _find(request, reference, can_screen_again)
    form = AskAgainForm(posted(request))
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        if _done(
            form, actions.ask_to_screen_again, case, trigger=form.trigger_chosen(), words=words, by=request.viewer
        ):
            messages.success(request, _("Written down. Until somebody has screened again, the next steps wait."))
            return redirect("portal:screening:screen_again", reference=reference)
    return render(request, "portal/screening/ask_again.html", {"case": case, "form": form})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def look(request, reference):
    """The short look before a session; also for the neutrals, who see no screening."""
    case = _find(request, reference, can_look_before_session)
    return look_page(request, case, back=case)


def look_page(request, case, *, back):
    """The look and its answer; `back` is the page that asked for it."""
    form = LookForm(posted(request))
    if request.method == "POST" and form.is_valid():
        is_fine, words = form.cleaned_data["answer"] == "FINE", form.cleaned_data["words"]
        if _done(form, actions.look_before_session, case, is_fine=is_fine, words=words, by=request.viewer):
            fine = _("Thank you. The session can start from this side.")
            told = _("Thank you. The office screens this again first; the session waits until then.")
            messages.success(request, fine if is_fine else told)
            return redirect(back)
    return render(request, "portal/screening/look.html", {"case": case, "form": form, "back": back})


def _find(request, reference, may):
    visible = Case.objects.visible_to(request.viewer).select_related("programme", "matter__programme")
    case = get_object_or_404(visible.prefetch_related("participants"), reference=reference)
    request.opened = case
    if not may(request.viewer, case):
        raise PermissionDenied
    return case


def _screened(request, case, form):
    finding = actions.Finding(decision=Decision.SUITABLE, process=case.process, **form.found())
    screening = _done(form, actions.screen_again, case, finding=finding, by=request.viewer)
    if screening and screening.is_waiting:
        messages.success(request, _("Kept. It waits for a second reader; until then the next steps wait too."))
    elif screening:
        messages.success(request, _("Screened again. The case goes on as it is."))
    return screening


def _done(form, action, case, **facts):
    """Run the action; what it returns, or True. A refusal stands on the form and gives False."""
    try:
        return action(case_id=case.pk, **facts) or True
    except TransitionRefused as refusal:
        form.add_error(None, str(refusal))
        return False
    except MatterGone as gone:
        raise Http404 from gone
