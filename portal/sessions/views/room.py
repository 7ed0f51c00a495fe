"""The session page: before, during and at the end of a session. Made for a phone on a table."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.accounts.actions import confine_session, release_session
from portal.audit.access import opens_case
from portal.cases.actions import TransitionRefused
from portal.programmes.processes import definition
from portal.programmes.queries import current_office
from portal.screening.views.again import look_page

from .. import actions, queries
from ..forms import EndForm, PresentForm, TurnForm
from ..models import Session
from ..policies import conducts
from ..statuses import Outcome
from .finding import find_case, find_session


@require_POST
@opens_case
def booked(request: HttpRequest, reference: str) -> HttpResponse:
    """From the case to the session of its booked time, which is made when it is first opened."""
    case = find_case(request, reference)
    try:
        session = actions.prepare_session(case_id=case.pk, by=request.user)
    except TransitionRefused as refusal:
        messages.error(request, str(refusal))
        return redirect(case)
    return redirect(session)


@opens_case
def session(request: HttpRequest, pk: UUID) -> HttpResponse:
    page = queries.session_page(find_session(request, pk))
    # Whoever opens this page as a neutral is in the room; nobody else is until somebody says so.
    here = [str(one) for one in page.present or {request.user.pk}]
    return room_page(request, page, form=PresentForm(people=page.signers, initial={"present": here}))


def room_page(request: HttpRequest, page: queries.SessionPage, *, form: PresentForm, status: int = 200) -> HttpResponse:
    conducting = conducts(request.user, page.case)
    context = {"page": page, "session": page.session, "form": form, "conducts": conducting}
    return render(request, "portal/sessions/session.html", context, status=status)


def keep_on_this_page(request: HttpRequest, session: Session) -> None:
    """From now on this device opens the pages of this session and nothing else (P11)."""
    until = queries.stays_open_until(session)
    confine_session(session_key=request.session.session_key, prefix=session.get_absolute_url(), until=until)


@opens_case
def look(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The short look, where a device that is kept on this session's page can give it (P11)."""
    session = find_session(request, pk)
    return look_page(request, session.case, back=session)


@require_POST
@opens_case
def begin(request: HttpRequest, pk: UUID) -> HttpResponse:
    session = find_session(request, pk)
    try:
        actions.begin_session(session_id=session.pk, by=request.user)
    except TransitionRefused as refusal:
        messages.error(request, _("We cannot start yet. %(missing)s.") % {"missing": refusal})
        return redirect(session)
    if conducts(request.user, session.case):
        keep_on_this_page(request, session)
        messages.success(request, _("The session has started. This device stays on this page."))
    else:
        messages.success(request, _("The session has started."))
    return redirect(session)


@require_POST
@opens_case
def turn(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody has spoken in a round of the circle, or let it go by (M53)."""
    session = find_session(request, pk)
    form = TurnForm(request.POST, rounds=definition(session.case.process).rounds)
    if not form.is_valid():
        messages.error(request, _("Please choose who has had a turn."))
        return redirect(session)
    try:
        actions.take_turn(session_id=session.pk, by=request.user, **form.facts)
    except TransitionRefused as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{session.get_absolute_url()}#round-{form.cleaned_data['round']}")


@opens_case
def end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How it ended and how long it was; the length is filled in from the clock."""
    session = find_session(request, pk)
    outcomes = definition(session.case.process).outcomes
    elapsed = int((timezone.now() - session.started_at).total_seconds() // 60) if session.started_at else None
    waiting = queries.turns_to_take(session)
    form = EndForm(request.POST if request.method == "POST" else None, outcomes=outcomes, initial={"minutes": elapsed})
    if request.method == "POST" and form.is_valid():
        outcome, minutes = Outcome(form.cleaned_data["outcome"]), form.cleaned_data["minutes"]
        return _end(request, session, outcome, minutes)
    status = 422 if form.errors else 200
    return render(
        request, "portal/sessions/end.html", {"session": session, "form": form, "waiting": waiting}, status=status
    )


@require_POST
@opens_case
def not_held(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _end(request, find_session(request, pk), Outcome.NOT_HELD, None)


def _end(request: HttpRequest, session, outcome: Outcome, minutes: int | None) -> HttpResponse:
    try:
        actions.end_session(session_id=session.pk, outcome=outcome, minutes=minutes, by=request.user)
    except TransitionRefused as refusal:
        messages.error(request, str(refusal))
    else:
        release_session(session_key=request.session.session_key)
        messages.success(request, _("Noted. Thank you for holding this space."))
    return redirect(session)


@require_POST
@opens_case
def stop(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Stop for safety: one press, nothing asked, and the numbers to call."""
    session = find_session(request, pk)
    actions.stop_for_safety(session_id=session.pk, by=request.user)
    release_session(session_key=request.session.session_key)
    return redirect("portal:sessions:safety", pk=session.pk)


@opens_case
def safety(request: HttpRequest, pk: UUID) -> HttpResponse:
    context = {"session": find_session(request, pk), "office": current_office(request)}
    return render(request, "portal/sessions/safety.html", context)
