"""Signing at the start: who is here, on this device, on their own page, or on paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.agreements.actions import sign, sign_as_neutral, take_back_signature
from portal.agreements.forms import PaperForm, SignForm
from portal.agreements.gates import in_force
from portal.agreements.models import Signature
from portal.agreements.statuses import SigningMethod
from portal.audit.access import opens_case
from portal.cases.actions import TransitionRefused
from portal.cases.models import Participant
from portal.forms import posted

from .. import actions, queries
from ..forms import PresentForm
from ..models import Session
from ..policies import conducts
from .finding import find_session
from .room import keep_on_this_page, room_page

if TYPE_CHECKING:
    from collections.abc import Callable


@require_POST
@opens_case
def present(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Note who is in the room and open the signing; a neutral's device stays on this page from then on.

    Staff who enter it from elsewhere keep their desk.
    """
    page = queries.session_page(find_session(request, pk))
    form = PresentForm(request.POST, people=page.signers)
    if not form.is_valid():
        return room_page(request, page, form=form, status=422)
    here = {UUID(one) for one in form.cleaned_data["present"]}
    try:
        actions.open_signing(session_id=page.session.pk, present=here, by=request.user)
    except TransitionRefused as refusal:
        form.add_error("present", str(refusal))
        return room_page(request, page, form=form, status=422)
    if conducts(request.user, page.case):
        keep_on_this_page(request, page.session)
    return redirect(page.session)


@opens_case
def sign_here(request: HttpRequest, pk: UUID, participant: UUID) -> HttpResponse:
    """The device is handed over: one person reads and signs, then it goes back. No other page opens meanwhile."""
    session = find_session(request, pk)
    keep_on_this_page(request, session)
    person = _participant(session, participant)
    return _sign(request, session, Hand(person.display_name, _of(person), SigningMethod.DEVICE, person))


@opens_case
def sign_own(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A neutral signs with their own sign-in."""
    session = find_session(request, pk)
    hand = partial(sign_as_neutral, neutral=request.user)
    return _sign(request, session, Hand(request.user.get_full_name(), hand, SigningMethod.OWN_PAGE))


@opens_case
def paper(request: HttpRequest, pk: UUID, participant: UUID) -> HttpResponse:
    session = find_session(request, pk)
    person = _participant(session, participant)
    return _sign(request, session, Hand(person.display_name, _of(person), SigningMethod.PAPER, person))


@opens_case
def paper_neutral(request: HttpRequest, pk: UUID, neutral: UUID) -> HttpResponse:
    session = find_session(request, pk)
    accepted = (one for one in session.case.assignments.all() if one.is_accepted)
    row = next((one for one in accepted if one.neutral_id == neutral), None)
    if row is None:
        raise Http404
    hand = partial(sign_as_neutral, neutral=row.neutral)
    return _sign(request, session, Hand(row.neutral.get_full_name(), hand, SigningMethod.PAPER))


@require_POST
@opens_case
def take_back(request: HttpRequest, pk: UUID, signature: UUID) -> HttpResponse:
    """Somebody signed in another's place: one press, and that place is empty again."""
    session = find_session(request, pk)
    rows = Signature.objects.filter(agreement__case=session.case_id).select_related("participant", "neutral")
    row = get_object_or_404(rows, pk=signature)
    name = row.participant.display_name if row.participant else row.neutral.get_full_name()
    try:
        take_back_signature(signature_id=row.pk, by=request.user)
    except TransitionRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Taken back. %(name)s has not signed now.") % {"name": name})
    return redirect(session)


@dataclass(frozen=True)
class Hand:
    """Whose signature it is, the action that puts it down, and how it is given."""

    name: str
    put_down: Callable[..., Signature]
    method: SigningMethod
    # Whose words are signed; a neutral has none of their own.
    person: Participant | None = None


def _participant(session: Session, pk: UUID) -> Participant:
    return get_object_or_404(Participant, pk=pk, case=session.case_id)


def _of(person: Participant) -> Callable[..., Signature]:
    return partial(sign, participant_id=person.pk)


def _sign(request: HttpRequest, session: Session, hand: Hand) -> HttpResponse:
    """One form for every way to sign."""
    agreement = in_force(session.case, hand.person)
    if agreement is None or agreement.signing_opened_at is None:
        messages.error(request, _("Signing opens when everyone is in the room."))
        return redirect(session)
    on_paper = hand.method == SigningMethod.PAPER
    form_class = PaperForm if on_paper else SignForm
    form = form_class(posted(request), words=agreement)
    if request.method == "POST" and form.is_valid():
        try:
            hand.put_down(
                agreement_id=agreement.pk,
                typed_name=form.cleaned_data["typed_name"],
                method=hand.method,
                agreed_to_electronic=not on_paper,
                by=request.user,
            )
        except TransitionRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Signed. Thank you."))
            return redirect(session)
    context = {
        "session": session,
        "agreement": agreement,
        "form": form,
        "name": hand.name,
        "on_paper": on_paper,
        "handed_over": hand.method == SigningMethod.DEVICE,
    }
    return render(request, "portal/sessions/sign.html", context, status=422 if form.errors else 200)
