"""Staff offer that a matter moves over, and write down the answer of somebody who phones or comes by."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.accounts.again import step_up
from portal.audit.access import opens_case
from portal.cases.actions import MatterGone, TransitionRefused
from portal.cases.models import Case
from portal.cases.statuses import Channel
from portal.cases.views.finding import tried
from portal.disclosures.subjects import Subject
from portal.forms import posted
from portal.intake.actions import AlreadySent, NobodyLeft
from portal.intake.envelope import EnvelopeKey
from portal.intake.models import Request
from portal.intake.queries import draft_content
from portal.intake.views.cookies import SLIP, put_key
from portal.programmes.queries import current_office
from portal.records.queries import find_opened

from .. import actions, queries
from ..forms import NO, ForThemForm, OfferAgainForm, OfferForm
from ..models import MoveOffer
from ..policies import can_offer

METHODS = ["GET", "HEAD", "POST"]


def _find(request: HttpRequest, reference: str) -> tuple[Case | Request, Subject | None]:
    opened = find_opened(request.viewer, reference)
    if opened is None:
        raise Http404
    request.opened = opened
    if not can_offer(request.user, opened.matter):
        raise PermissionDenied
    return opened, queries.mover_of(opened.matter)


@never_cache
@require_http_methods(METHODS)
@opens_case
def moving(request: HttpRequest, reference: str) -> HttpResponse:
    """What moving means, what stands in its way, and the button that asks them."""
    opened, subject = _find(request, reference)
    page = queries.office_page(opened.matter, subject, current_office(request))
    form = (OfferAgainForm if page.offer else OfferForm)(posted(request))
    if form.is_valid() and _offered(request, opened, form):
        return redirect("portal:moving:moving", reference)
    context = {"opened": opened, "page": page, "form": form}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "portal/moving/office.html", context, status=status)


def _offered(request: HttpRequest, opened: Case | Request, form: OfferForm) -> bool:
    arguments = {"matter_id": opened.matter_id, "asked_for": form.cleaned_data.get("asked_for", False)}
    said = _("They read it on their page. Nothing has moved yet.")
    return bool(tried(request, actions.offer_move, on_form=form, said=said, by=request.user, **arguments))


@step_up
@never_cache
@require_http_methods(METHODS)
@opens_case
def answer_for(request: HttpRequest, reference: str) -> HttpResponse:
    """The same text read aloud, and what they said."""
    opened, subject = _find(request, reference)
    offer = queries.newest_offer(subject) if subject else None
    if subject is None or offer is None or not offer.is_waiting:
        messages.error(request, _("Nobody is asked at the moment."))
        return redirect("portal:moving:moving", reference)
    form = ForThemForm(
        posted(request),
        things=queries.things_of(subject, current_office(request)),
        initial={"token": str(EnvelopeKey.new())},
    )
    if form.is_valid() and (response := _answered(request, opened, offer, form)):
        return response
    context = {"opened": opened, "form": form, "reading": queries.reading_for(subject, current_office(request))}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "portal/moving/answer.html", context, status=status)


def _answered(request: HttpRequest, opened: Case | Request, offer: MoveOffer, form: ForThemForm) -> HttpResponse | None:
    given = form.cleaned_data
    said = {"offer_id": offer.pk, "channel": Channel(given["channel"]), "by": request.user}
    try:
        if given["answer"] == NO:
            actions.say_no(**said)
            messages.success(request, _("Recorded. Nothing changes, and nobody asks them again."))
            return redirect("portal:moving:moving", opened.reference)
        actions.move_over(things=form.chosen, key=given["token"], **said)
    except NobodyLeft:
        form.add_error(None, _("Nobody would be left there to open it: they named everybody who could."))
        return None
    except TransitionRefused as refusal:
        form.add_error(None, str(refusal))
        return None
    except (MatterGone, AlreadySent) as gone:
        if draft_content(given["token"]) is None:
            raise Http404 from gone
    # From here on it is not this programme's to open; the read is the office's, not the matter's.
    request.opened = None
    response = redirect("portal:intake:slip")
    put_key(response, SLIP, given["token"])
    return response


@require_POST
@opens_case
def take_back(request: HttpRequest, reference: str) -> HttpResponse:
    _opened, subject = _find(request, reference)
    offer = queries.newest_offer(subject) if subject else None
    try:
        if offer is not None:
            actions.take_back_offer(offer_id=offer.pk, by=request.user)
            messages.success(request, _("Taken back. They are not asked any more."))
    except TransitionRefused as refusal:
        messages.error(request, str(refusal))
    except MatterGone as gone:
        raise Http404 from gone
    return redirect("portal:moving:moving", reference)
