"""Enrolling without an account: prove an address, say who you are, keep your code."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods

from portal.forms import posted
from portal.passes.networks import network_of
from portal.passes.throttle import TooManyTries
from training import actions, queries
from training.calendar import feed_of
from training.forms import AddressForm, CodeForm, EnrolForm
from training.models import Offering

from .cookie import key_in, put_key


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: HttpRequest, pk: int) -> HttpResponse:
    """What these dates are, and the first question: an address that mail reaches."""
    offering, form = _offering(pk), AddressForm(posted(request))
    if request.method == "POST" and offering.takes_enrolments(timezone.now()) and form.is_valid():
        try:
            key = actions.start_proof(address=form.cleaned_data["address"].strip(), network=network_of(request))
        except TooManyTries:
            form.add_error(None, _("Too many codes were asked for. Please wait an hour, or call us."))
            return _page(request, "enrol", offering, form, HTTPStatus.TOO_MANY_REQUESTS)
        response = redirect("training:code", pk)
        put_key(response, key)
        return response
    return _page(request, "enrol", offering, form)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@sensitive_variables()
def code(request: HttpRequest, pk: int) -> HttpResponse:
    offering, key, form = _offering(pk), key_in(request), CodeForm(posted(request))
    proof = actions.find_proof(key)
    if proof is None:
        return redirect("training:enrol", pk)
    if proof.proven_at is not None:
        return redirect("training:about", pk)
    if request.method == "POST" and form.is_valid():
        try:
            actions.prove(key=key, code=form.cleaned_data["code"])
        except actions.WrongCode as wrong:
            form.add_error("code", wrong_code(wrong.tries_left))
        else:
            return redirect("training:about", pk)
    return _page(request, "code", offering, form, address=proof.address, over=proof.tries >= proof.MOST_TRIES)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def about(request: HttpRequest, pk: int) -> HttpResponse:
    """The last page: who you are and what helps. Sending it twice enrols once."""
    offering, key = _offering(pk), key_in(request)
    proof = actions.find_proof(key)
    if proof is None or proof.proven_at is None:
        return redirect("training:enrol", pk)
    learner = actions.find_learner(proof.address)
    form = EnrolForm(posted(request), by_application=offering.needs_review, known=learner is not None)
    reasons = queries.reasons_against(learner, offering)
    if request.method == "POST" and not reasons and form.is_valid():
        facts = dict(form.cleaned_data)
        name = facts.pop("name", "")
        try:
            actions.enrol_proven(key=key, offering_id=pk, name=name, wishes=actions.Wishes(**facts))
        except actions.Refused as refusal:
            for reason in refusal.reasons:
                form.add_error(None, reason)
        except actions.NotProven:
            return redirect("training:enrol", pk)
        else:
            return redirect("training:enrolled", pk)
    return _page(request, "about", offering, form, address=proof.address, reasons=reasons, learner=learner)


@never_cache
@require_GET
def enrolled(request: HttpRequest, pk: int) -> HttpResponse:
    """Where they stand now, and, for a few minutes and in this browser only, the code of somebody new."""
    offering, key = _offering(pk), key_in(request)
    enrolment = queries.enrolment_behind(actions.find_proof(key), offering)
    if enrolment is None:
        return redirect("training:enrol", pk)
    view = queries.place_of(enrolment)
    context = {
        "offering": offering,
        "place": view,
        "slip": queries.slip_of(key),
        "link": queries.path_for(enrolment.pk),
    }
    return render(request, "training/enrolled.html", context)


@require_GET
def feed(request: HttpRequest) -> HttpResponse:
    """Every meeting of what is open to all, for a calendar that follows it."""
    response = HttpResponse(feed_of(queries.feed_offerings()), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="courses.ics"'
    return response


def _offering(pk: int) -> Offering:
    """Dates that were opened to people; drafts do not exist. Unlisted dates are reached by their address."""
    return get_object_or_404(queries.opened_offerings(), pk=pk)


def _page(
    request: HttpRequest, name: str, offering: Offering, form, status: int = HTTPStatus.OK, **more: object
) -> HttpResponse:
    if form.errors and status == HTTPStatus.OK:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    context = {"offering": offering, "form": form, "closed": queries.why_closed(offering), **more}
    return render(request, f"training/{name}.html", context, status=status)


def wrong_code(tries_left: int) -> str:
    """What somebody is told whose digits were not the ones we sent."""
    if not tries_left:
        return _("This code does not work any more. Please ask for a new one.")
    words = ngettext(
        "This is not the code we sent. You can try %(count)d more time.",
        "This is not the code we sent. You can try %(count)d more times.",
        tries_left,
    )
    return words % {"count": tries_left}
