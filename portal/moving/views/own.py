"""On one's own page: what it means when this goes on where records are kept, and yes or no."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens_case
from portal.cases.actions import MatterGone, TransitionRefused
from portal.cases.statuses import Channel
from portal.disclosures.views.own import own_subject
from portal.forms import posted
from portal.intake.actions import AlreadySent, NobodyLeft
from portal.intake.envelope import EnvelopeKey
from portal.intake.queries import draft_content
from portal.intake.views.cookies import SLIP, put_key
from portal.passes import visits
from portal.programmes.queries import current_office

from .. import actions, queries
from ..forms import NO, MoveForm

if TYPE_CHECKING:
    from portal.disclosures.subjects import Subject

    from ..models import MoveOffer


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@opens_case
def own(request: HttpRequest) -> HttpResponse:
    subject = own_subject(request)
    offer = queries.newest_offer(subject)
    if offer is None:
        raise Http404
    if request.POST.get("answer") == NO:
        return _say_no(request, offer)
    key = EnvelopeKey.new()
    form = MoveForm(
        posted(request), things=queries.things_of(subject, current_office(request)), initial={"token": str(key)}
    )
    if form.is_valid() and (response := _moved(request, offer, form)):
        return response
    return _page(request, subject, offer, form, key)


def _say_no(request: HttpRequest, offer: MoveOffer) -> HttpResponse:
    try:
        actions.say_no(offer_id=offer.pk, channel=Channel.SELF, by=request.viewer)
    except TransitionRefused as refusal:
        messages.error(request, str(refusal))
    except MatterGone as gone:
        raise Http404 from gone
    return redirect("portal:moving:own")


def _moved(request: HttpRequest, offer: MoveOffer, form: MoveForm) -> HttpResponse | None:
    """Where the new code is shown, once; None when it was refused, with the words on the form."""
    key = form.cleaned_data["token"]
    try:
        chosen = {"things": form.chosen, "channel": Channel.SELF, "key": key, "by": request.viewer}
        actions.move_over(offer_id=offer.pk, **chosen)
    except NobodyLeft:
        form.add_error(None, _("Everybody who could read it there is somebody whom you want kept out. It stays here."))
        return None
    except (TransitionRefused, MatterGone, AlreadySent) as refusal:
        # Pressed twice: the first press has moved it, and its code waits for this very page.
        if draft_content(key) is None:
            return _refused(form, refusal)
    response = redirect("portal:intake:sent")
    put_key(response, SLIP, key)
    visits.end(request, response)
    return response


def _refused(form: MoveForm, refusal: Exception) -> None:
    if not isinstance(refusal, TransitionRefused):
        raise Http404 from refusal
    form.add_error(None, str(refusal))


def _page(request: HttpRequest, subject: Subject, offer: MoveOffer, form: MoveForm, key: EnvelopeKey) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"form": form, "offer": offer, "reading": queries.reading_for(subject, current_office(request))}
    response = render(request, "portal/moving/own.html", context, status=status)
    if not form.is_bound:
        # Should the answer to the yes get lost on its way, this browser can still open the page with the code.
        put_key(response, SLIP, key)
    return response
