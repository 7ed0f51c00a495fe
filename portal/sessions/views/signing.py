"""Signing at the start: who is here, on this device, on their own page, or on paper."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.agreements import actions as agreements
from portal.agreements.forms import PaperForm, SignForm
from portal.agreements.models import Agreement
from portal.agreements.queries import current_agreement
from portal.agreements.statuses import SigningMethod
from portal.audit.access import opens_case
from portal.cases.actions import TransitionRefused
from portal.cases.models import Participant

from .. import actions, queries
from ..forms import PresentForm
from ..models import Session
from .finding import find_session
from .room import _session_page


@require_POST
@opens_case
def present(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Note who is in the room and open the signing."""
    page = queries.session_page(find_session(request, pk))
    form = PresentForm(request.POST, people=page.people)
    if not form.is_valid():
        return _session_page(request, page, form=form, status=422)
    here = {UUID(one) for one in form.cleaned_data["present"]}
    try:
        actions.open_signing(session_id=page.session.pk, present=here, by=request.user)
    except TransitionRefused as refusal:
        form.add_error("present", str(refusal))
        return _session_page(request, page, form=form, status=422)
    return redirect(page.session)


@opens_case
def sign_here(request: HttpRequest, pk: UUID, participant: UUID) -> HttpResponse:
    """The device is handed over: one person reads and signs, then it goes back."""
    session = find_session(request, pk)
    person = get_object_or_404(Participant, pk=participant, case=session.case_id)

    def put_down(agreement: Agreement, form: SignForm) -> None:
        agreements.sign(
            agreement_id=agreement.pk,
            participant_id=person.pk,
            typed_name=form.cleaned_data["typed_name"],
            method=SigningMethod.DEVICE,
            agreed_to_electronic=form.cleaned_data["agreed"],
            by=request.user,
        )

    return _sign(request, session, SignForm, put_down, name=person.display_name, handed_over=True)


@opens_case
def sign_own(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A neutral signs with their own sign-in."""
    session = find_session(request, pk)

    def put_down(agreement: Agreement, form: SignForm) -> None:
        agreements.sign_as_neutral(
            agreement_id=agreement.pk,
            neutral=request.user,
            typed_name=form.cleaned_data["typed_name"],
            method=SigningMethod.OWN_PAGE,
            agreed_to_electronic=form.cleaned_data["agreed"],
            by=request.user,
        )

    return _sign(request, session, SignForm, put_down, name=request.user.get_full_name())


@opens_case
def paper(request: HttpRequest, pk: UUID, participant: UUID) -> HttpResponse:
    session = find_session(request, pk)
    person = get_object_or_404(Participant, pk=participant, case=session.case_id)

    def put_down(agreement: Agreement, form: PaperForm) -> None:
        agreements.sign(
            agreement_id=agreement.pk,
            participant_id=person.pk,
            typed_name=form.cleaned_data["typed_name"],
            method=SigningMethod.PAPER,
            agreed_to_electronic=False,
            by=request.user,
        )

    return _sign(request, session, PaperForm, put_down, name=person.display_name, on_paper=True)


@opens_case
def paper_neutral(request: HttpRequest, pk: UUID, neutral: UUID) -> HttpResponse:
    session = find_session(request, pk)
    row = get_object_or_404(session.case.assignments.accepted().select_related("neutral"), neutral=neutral)

    def put_down(agreement: Agreement, form: PaperForm) -> None:
        agreements.sign_as_neutral(
            agreement_id=agreement.pk,
            neutral=row.neutral,
            typed_name=form.cleaned_data["typed_name"],
            method=SigningMethod.PAPER,
            agreed_to_electronic=False,
            by=request.user,
        )

    return _sign(request, session, PaperForm, put_down, name=row.neutral.get_full_name(), on_paper=True)


def _sign(
    request: HttpRequest,
    session: Session,
    form_class: type[SignForm] | type[PaperForm],
    put_down: Callable[[Agreement, SignForm | PaperForm], None],
    **about: object,
) -> HttpResponse:
    """One form for every way to sign; what differs is who puts the signature down."""
    agreement = current_agreement(session.case)
    if agreement is None or agreement.signing_opened_at is None:
        messages.error(request, _("Signing opens when everyone is in the room."))
        return redirect(session)
    form = form_class(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            put_down(agreement, form)
        except TransitionRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Signed. Thank you."))
            return redirect(session)
    context = {"session": session, "agreement": agreement, "form": form, **about}
    return render(request, "portal/sessions/sign.html", context, status=422 if form.errors else 200)
