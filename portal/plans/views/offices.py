"""Two inboxes of offices that open no case: what a proceeding asks for, and the Chair's decision."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.accounts.roles import Permission
from portal.audit.access import opens
from portal.audit.events import AuditEvent
from portal.cases.views.finding import tried
from portal.forms import posted

from .. import actions, queries
from ..forms import RequirementForm, ReviewForm
from ..models import Plan
from ..statuses import ReviewDecision

METHODS = ["GET", "HEAD", "POST"]


@never_cache
@opens(AuditEvent.CASE_OPENED)
def requirements_list(request: HttpRequest) -> HttpResponse:
    """Proceedings whose plans are being written."""
    request.opened = None  # type: ignore[attr-defined]
    if not request.user.may(Permission.ENTER_REQUIREMENTS):
        raise PermissionDenied
    rows = Plan.objects.awaiting_requirements(request.viewer).prefetch_related("requirements")  # type: ignore[attr-defined]
    return render(request, "portal/plans/requirements_list.html", {"plans": rows.order_by("begun_at")})


def _asked_for(request: HttpRequest, pk: UUID) -> Plan:
    plans = Plan.objects.awaiting_requirements(request.viewer).select_related("case__matter", "case__programme")  # type: ignore[attr-defined]
    plan = get_object_or_404(plans, pk=pk)
    request.opened = plan  # type: ignore[attr-defined]
    return plan


@never_cache
@require_http_methods(METHODS)
@opens(AuditEvent.DOCUMENT_OPENED)
def requirements(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What one proceeding asks for. Nothing of the case is on this page."""
    plan = _asked_for(request, pk)
    form = RequirementForm(posted(request))
    if request.method == "POST" and form.is_valid():
        said = _("Entered.")
        words = form.cleaned_data["words"]
        if tried(request, actions.enter_requirement, said=said, plan_id=plan.pk, words=words, by=request.user):
            return redirect("portal:plans:requirements", pk=plan.pk)
    context = {"plan": plan, "rows": plan.requirements.all(), "form": form}
    return render(request, "portal/plans/requirements.html", context, status=422 if form.errors else 200)


@require_POST
@opens(AuditEvent.DOCUMENT_OPENED)
def remove_requirement(request: HttpRequest, pk: UUID, requirement: UUID) -> HttpResponse:
    plan = _asked_for(request, pk)
    row = get_object_or_404(plan.requirements.all(), pk=requirement)
    tried(request, actions.remove_requirement, said=_("Taken back."), requirement_id=row.pk, by=request.user)
    return redirect("portal:plans:requirements", pk=plan.pk)


@never_cache
@opens(AuditEvent.CASE_OPENED)
def review_list(request: HttpRequest) -> HttpResponse:
    """What waits for the Chair."""
    request.opened = None  # type: ignore[attr-defined]
    if not request.user.may(Permission.APPROVE_PLANS):
        raise PermissionDenied
    rows = Plan.objects.to_review(request.viewer).order_by("submitted_at")  # type: ignore[attr-defined]
    return render(request, "portal/plans/review_list.html", {"plans": rows})


@never_cache
@require_http_methods(METHODS)
@opens(AuditEvent.DOCUMENT_OPENED)
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The plan and what the proceeding asks for, nothing else; approve, or return with a comment."""
    plan = queries.open_plan(Plan.objects.to_review(request.viewer), pk=pk)  # type: ignore[attr-defined]
    if plan is None:
        raise Http404
    request.opened = plan  # type: ignore[attr-defined]
    form = ReviewForm(posted(request))
    if request.method == "POST" and form.is_valid() and _decided(request, plan, form):
        return redirect("portal:plans:review_list")
    context = {"page": queries.plan_page(plan), "plan": plan, "form": form}
    return render(request, "portal/plans/review.html", context, status=422 if form.errors else 200)


def _decided(request: HttpRequest, plan: Plan, form: ReviewForm) -> bool:
    # The edition that was read: one that changed meanwhile is not decided on.
    read = request.POST.get("edition", "")
    arguments = {
        "plan_id": plan.pk,
        "edition": int(read) if read.isdecimal() else 0,
        "comment": form.cleaned_data["comment"],
        "by": request.user,
    }
    if form.cleaned_data["decision"] == ReviewDecision.APPROVED:
        said = _("Approved. The plan is with the enforcing office now.")
        return bool(tried(request, actions.approve_plan, said=said, **arguments))
    return bool(tried(request, actions.return_plan, said=_("Returned with your comment."), **arguments))
