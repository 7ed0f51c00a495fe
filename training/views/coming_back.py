"""A new personal code for somebody who took a course here: prove the address, keep the code."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods

from portal.forms import posted
from portal.passes.networks import network_of
from portal.passes.throttle import TooManyTries
from training import actions, queries
from training.forms import AddressForm, CodeForm

from .cookie import key_in, put_key
from .enrolling import wrong_code


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def address(request: HttpRequest) -> HttpResponse:
    """Known and unknown addresses are treated alike until somebody has shown that they read the mailbox."""
    form, status = AddressForm(posted(request)), HTTPStatus.OK
    if form.is_valid():
        try:
            key = actions.start_proof(address=form.cleaned_data["address"].strip(), network=network_of(request))
        except TooManyTries:
            form.add_error(None, _("Too many codes were asked for. Please wait an hour, or call us."))
            status = HTTPStatus.TOO_MANY_REQUESTS
        else:
            response = redirect("training:back_code")
            put_key(response, key)
            return response
    elif form.errors:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "training/back_address.html", {"form": form}, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@sensitive_variables()
def code(request: HttpRequest) -> HttpResponse:
    key, form = key_in(request), CodeForm(posted(request))
    proof = actions.find_proof(key)
    if proof is None:
        return redirect("training:back")
    if form.is_valid():
        try:
            if proof.proven_at is None:
                actions.prove(key=key, code=form.cleaned_data["code"])
            actions.renew_code(key=key)
        except actions.WrongCode as wrong:
            form.add_error("code", wrong_code(wrong.tries_left))
        else:
            return redirect("training:back_done")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"form": form, "address": proof.address, "over": proof.tries >= proof.MOST_TRIES}
    return render(request, "training/back_code.html", context, status=status)


@never_cache
@require_GET
def done(request: HttpRequest) -> HttpResponse:
    """The new code, for a few minutes and in this browser only; or that nobody is known by this address."""
    return render(request, "training/back_done.html", {"slip": queries.slip_of(key_in(request))})
