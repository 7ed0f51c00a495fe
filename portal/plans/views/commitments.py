"""Commitments: written down, changed, taken out, looked at. And the board of all that still run."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.cases.policies import may_coordinate
from portal.cases.statuses import Channel
from portal.cases.views.finding import tried
from portal.forms import posted

from .. import actions, queries
from ..forms import CheckInForm, CommitmentForm, LookForm
from ..forms.writing import SOMEBODY_ELSE
from ..models import Commitment, Plan
from .finding import form_page, plan_of

METHODS = ["GET", "HEAD", "POST"]
_WORDS = ("by_whom", "what", "for_whom", "kind", "starts_on", "due_on", "shown_by", "mentor", "obstacle")


@never_cache
@require_http_methods(METHODS)
@opens_case
def add(request: HttpRequest, reference: str) -> HttpResponse:
    return _commitment(request, plan_of(request, reference), None)


@never_cache
@require_http_methods(METHODS)
@opens_case
def change(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    plan = plan_of(request, reference)
    return _commitment(request, plan, get_object_or_404(plan.commitments.all(), pk=pk))


def _commitment(request: HttpRequest, plan: Plan, row: Commitment | None) -> HttpResponse:
    people = [one for one in plan.case.participants.all() if not one.has_left]
    form = CommitmentForm(posted(request), people=people, initial=_initial(row))
    if request.method == "POST" and form.is_valid():
        arguments = {"plan_id": plan.pk, "commitment_id": row.pk if row else None, "by": request.user}
        if tried(request, actions.keep_commitment, said=_("Kept."), **arguments, **form.facts()):
            return redirect(plan)
    title = _("Change a commitment") if row else _("Add a commitment")
    back = {"case": plan.case, "back_url": plan.get_absolute_url(), "back_text": _("The plan")}
    return form_page(request, form, title=title, button=_("Keep"), **back)


def _initial(row: Commitment | None) -> dict:
    if row is None:
        return {}
    return {name: getattr(row, name) for name in _WORDS} | {"owner": str(row.owner_id or SOMEBODY_ELSE)}


@require_POST
@opens_case
def remove(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    plan = plan_of(request, reference)
    row = get_object_or_404(plan.commitments.all(), pk=pk)
    tried(request, actions.remove_commitment, said=_("Taken out."), commitment_id=row.pk, by=request.user)
    return redirect(plan)


@never_cache
@require_http_methods(METHODS)
@opens_case
def check_in(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    """How one commitment goes."""
    plan = plan_of(request, reference)
    row = get_object_or_404(plan.commitments.all(), pk=pk)
    may_have_told = row.owner_id is not None and may_coordinate(request.user, plan.case)
    form = (LookForm if may_have_told else CheckInForm)(posted(request))
    if request.method == "POST" and form.is_valid() and _look(request, row, **form.cleaned_data):
        return redirect(plan)
    back = {"case": plan.case, "back_url": plan.get_absolute_url(), "back_text": _("The plan")}
    return form_page(request, form, title=_("How does it go?"), lead=row.what, button=_("Write it down"), **back)


def _look(request: HttpRequest, row: Commitment, *, channel: str = "", **facts: Any) -> Any:
    """What one of ours saw; or what whoever promised told us, written down for them (P1)."""
    common = {"said": _("Written down."), "commitment_id": row.pk, "by": request.user}
    if not channel:
        return tried(request, actions.check_in, **common, **facts)
    told = {"participant_id": row.owner_id, "channel": Channel(channel)}
    return tried(request, actions.say_how_it_goes, **common, **told, **facts)


@never_cache
@opens(AuditEvent.CASE_OPENED)
def board(request: HttpRequest) -> HttpResponse:
    """What is promised and still open in the plans that this person may open, the soonest due first."""
    # A list of several matters, none of them opened.
    request.opened = None  # type: ignore[attr-defined]
    return render(request, "portal/plans/board.html", {"rows": queries.board(request.viewer)})  # type: ignore[attr-defined]
