"""What staff enter: somebody withdraws by phone or on paper; the office stops, pauses or goes on."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.accounts.actions import release_session
from portal.audit.access import opens_case
from portal.cases.actions import TransitionRefused
from portal.cases.models import Case
from portal.cases.policies import can_conduct
from portal.cases.statuses import Channel, StopReason
from portal.programmes.queries import current_office
from portal.sessions.models import Session
from portal.sessions.views.finding import find_session

from .. import actions
from ..forms import ForSomebodyForm, ReasonForm
from ..policies import can_stop
from ..queries import words_of_the_office, words_when_leaving


def _find(request: HttpRequest, reference: str) -> Case:
    rows = Case.objects.visible_to(request.viewer).select_related("programme", "matter")
    case = get_object_or_404(rows.prefetch_related("participants"), reference=reference)
    request.opened = case
    return case


@opens_case
def choose(request: HttpRequest, reference: str) -> HttpResponse:
    """Somebody withdraws and tells staff, or a mediator. The words that the others get come first here too."""
    case = _find(request, reference)
    if not can_stop(request.user, case) and not can_conduct(request.user, case):
        raise PermissionDenied
    return _leaving(request, case, back=case)


@opens_case
def in_session(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The same in the room: a device that is kept on the session's page opens nothing that lies elsewhere (P11)."""
    session = find_session(request, pk)
    prefetch_related_objects([session.case], "participants")
    answer = _leaving(request, session.case, back=session)
    session.refresh_from_db(fields=["status"])
    if not session.is_planned and not session.is_running:
        release_session(session_key=request.session.session_key)
    return answer


def _leaving(request: HttpRequest, case: Case, *, back: Case | Session) -> HttpResponse:
    people = [person for person in case.participants.all() if not person.has_left]
    form = ForSomebodyForm(request.POST if request.method == "POST" else None, people=people)
    if request.method == "POST" and form.is_valid():
        person, channel = UUID(form.cleaned_data["person"]), Channel(form.cleaned_data["channel"])
        return _step(request, back, lambda: actions.withdraw(participant_id=person, channel=channel, by=request.user))
    leaving = words_when_leaving(case, people, current_office(request))
    context = {"back": back, "form": form, "leaving": leaving}
    return render(request, "portal/withdrawals/choose.html", context, status=422 if form.errors else 200)


@opens_case
def stop(request: HttpRequest, reference: str) -> HttpResponse:
    """Stop or pause: the words that everybody gets are shown first."""
    case = _find(request, reference)
    if not can_stop(request.user, case):
        raise PermissionDenied
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        halt = actions.pause_case if "pause" in request.POST else actions.stop_case
        reason = StopReason(form.cleaned_data["reason"])
        return _step(request, case, lambda: halt(case_id=case.pk, reason=reason, by=request.user))
    context = {"case": case, "form": form, "words": words_of_the_office(case, current_office(request))}
    return render(request, "portal/withdrawals/stop.html", context, status=422 if form.errors else 200)


@require_POST
@opens_case
def resume(request: HttpRequest, reference: str) -> HttpResponse:
    case = _find(request, reference)
    return _step(request, case, lambda: actions.resume_case(case_id=case.pk, by=request.user))


def _step(request: HttpRequest, back: Case | Session, take: Callable[[], object]) -> HttpResponse:
    try:
        take()
    except TransitionRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Done. Everyone concerned has been told in the words shown before."))
    return redirect(back)
