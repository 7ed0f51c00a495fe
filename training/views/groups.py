"""A group asks for a training of its own."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from portal.forms import posted
from portal.passes.networks import network_of
from portal.passes.throttle import Throttle, TooManyTries
from training import actions
from training.forms import GroupForm

ASKING = Throttle("group-request", per_network=10, overall=100, seconds=3600)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    form = GroupForm(posted(request))
    if request.method != "POST" or not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
        return render(request, "training/group.html", {"form": form}, status=status)
    try:
        ASKING.check(network_of(request))
    except TooManyTries:
        form.add_error(None, _("We cannot take more of these at the moment. Please try in an hour, or call us."))
        return render(request, "training/group.html", {"form": form}, status=HTTPStatus.TOO_MANY_REQUESTS)
    ASKING.count(network_of(request))
    actions.send_group_request(request_id=form.cleaned_data["token"], facts=form.facts)
    return redirect("training:group_sent")


@never_cache
@require_GET
def sent(request: HttpRequest) -> HttpResponse:
    return render(request, "training/group_sent.html")
