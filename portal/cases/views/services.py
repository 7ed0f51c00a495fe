"""Screens of single services: the group's objectives, the coaching sheet, turning to coaching."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.audit.access import opens_case
from portal.forms import KindForm
from portal.handbook import queries as handbook
from portal.handbook.models import Notice
from portal.handbook.statuses import NoticeKind
from portal.programmes.processes import definition

from .. import actions
from ..forms import BriefForm, GoalsForm, ReachedForm, StaffRatingForm
from ..models import Case, CoachingSheet, GroupBrief
from ..policies import can_coordinate, can_work_on
from ..queries.services import BRIEF
from ..statuses import CaseStatus, Channel, CoachingReason, GroupReason, ParticipantRole, Reached
from .finding import coordinated_case, tried

METHODS = ["GET", "HEAD", "POST"]


def _case(request: HttpRequest, reference: str, role: ParticipantRole) -> Case:
    """A case of a process with that role, for those who coordinate or conduct it."""
    cases = Case.objects.visible_to(request.viewer).select_related("programme", "matter")  # type: ignore[attr-defined]
    case = get_object_or_404(cases, reference=reference)
    request.opened = case  # type: ignore[attr-defined]
    if definition(case.process).requester_role != role:
        raise Http404
    if not can_work_on(request.user, case):
        raise PermissionDenied
    return case


def _guide(case: Case) -> object | None:
    """The questions of the handbook for this process, if the office has approved any."""
    try:
        return handbook.told(handbook.current(NoticeKind.QUESTION_GUIDE, case.programme, case.process))
    except Notice.DoesNotExist:
        return None


@never_cache
@require_http_methods(METHODS)
@opens_case
def brief(request: HttpRequest, reference: str) -> HttpResponse:
    """What a group wants to reach, and at the end whether it did."""
    case = _case(request, reference, ParticipantRole.GROUP_SPONSOR)
    sheet = GroupBrief.objects.filter(case=case).first()
    forms = _brief_forms(request, sheet)
    if request.method == "POST" and _kept_brief(request, case, forms):
        return redirect("portal:cases:brief", reference=reference)
    context = {
        "case": case,
        "sheet": sheet,
        "forms": forms,
        "form": next((form for form in forms.values() if form.is_bound), None),
        "guide": _guide(case),
        "may_train": can_coordinate(request.user, case),
        "may_check": case.status == CaseStatus.HELD and sheet is not None,
    }
    return render(request, "portal/cases/brief.html", context, status=422 if _wrong(forms) else 200)


def _brief_forms(request: HttpRequest, sheet: GroupBrief | None) -> dict[str, KindForm]:
    posted = request.POST.get("form") if request.method == "POST" else None
    initial = {name: getattr(sheet, name) for name in BRIEF} if sheet else {}
    return {
        "brief": BriefForm(request.POST if posted == "brief" else None, initial=initial),
        "reached": ReachedForm(request.POST if posted == "reached" else None, initial=initial),
    }


def _kept_brief(request: HttpRequest, case: Case, forms: dict[str, KindForm]) -> bool:
    arguments = {"case_id": case.pk, "by": request.user}
    if forms["brief"].is_bound and forms["brief"].is_valid():
        facts = dict(forms["brief"].cleaned_data)
        facts["reason"] = GroupReason(facts["reason"])
        return bool(tried(request, actions.change_brief, said=_("Written down."), **arguments, **facts))
    if forms["reached"].is_bound and forms["reached"].is_valid():
        reached = Reached(forms["reached"].cleaned_data["reached"])
        return bool(tried(request, actions.check_objectives, said=_("Written down."), reached=reached, **arguments))
    return False


def _wrong(forms: dict[str, KindForm]) -> bool:
    return any(form.is_bound and form.errors for form in forms.values())


@never_cache
@require_http_methods(METHODS)
@opens_case
def coaching(request: HttpRequest, reference: str) -> HttpResponse:
    """Goals, the coachee's rating, and the number of things shared."""
    case = _case(request, reference, ParticipantRole.COACHEE)
    sheet = CoachingSheet.objects.filter(case=case).first()
    forms = _coaching_forms(request, sheet)
    if request.method == "POST" and _kept_coaching(request, case, forms):
        return redirect("portal:cases:coaching", reference=reference)
    context = {
        "case": case,
        "sheet": sheet,
        "forms": forms,
        "form": next((form for form in forms.values() if form.is_bound), None),
        "guide": _guide(case),
        "may_rate": can_coordinate(request.user, case),
    }
    return render(request, "portal/cases/coaching.html", context, status=422 if _wrong(forms) else 200)


def _coaching_forms(request: HttpRequest, sheet: CoachingSheet | None) -> dict[str, KindForm]:
    posted = request.POST.get("form") if request.method == "POST" else None
    return {
        "goals": GoalsForm(
            request.POST if posted == "goals" else None,
            initial={"goals": sheet.goals, "reason": sheet.reason} if sheet else {},
        ),
        "rating": StaffRatingForm(request.POST if posted == "rating" else None),
    }


def _kept_coaching(request: HttpRequest, case: Case, forms: dict[str, KindForm]) -> bool:
    if request.POST.get("form") == "shared":
        said = _("Counted. What it was is kept nowhere.")
        return bool(tried(request, actions.share_resource, said=said, case_id=case.pk, by=request.user))
    if forms["goals"].is_bound and forms["goals"].is_valid():
        facts = dict(forms["goals"].cleaned_data)
        facts["reason"] = CoachingReason(facts["reason"]) if facts["reason"] else None
        said = _("Written down.")
        return bool(tried(request, actions.change_goals, said=said, case_id=case.pk, by=request.user, **facts))
    if forms["rating"].is_bound and forms["rating"].is_valid():
        return _rated(request, case, forms["rating"])
    return False


def _rated(request: HttpRequest, case: Case, form: KindForm) -> bool:
    coachee = case.participants.filter(is_requester=True).first()
    if coachee is None or not can_coordinate(request.user, case):
        raise PermissionDenied
    arguments = {"rating": form.cleaned_data["rating"], "channel": Channel(form.cleaned_data["channel"])}
    said = _("Written down.")
    made = tried(
        request,
        actions.rate_oneself,
        said=said,
        participant_id=coachee.pk,
        by=request.viewer,
        **arguments,  # type: ignore[attr-defined]
    )
    return bool(made)


@never_cache
@require_POST
@opens_case
def turn_to_coaching(request: HttpRequest, reference: str) -> HttpResponse:
    """One press: the requester goes on alone, with a coach."""
    case = coordinated_case(request, reference)
    said = _("It goes on as conflict coaching. The requester is asked whether they want it.")
    tried(request, actions.turn_to_coaching, said=said, case_id=case.pk, by=request.user)
    return redirect(case)
