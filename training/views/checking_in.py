"""Checking in: the office opens a desk, a device is tied to it, and people tap their name or use their own phone."""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.forms import posted
from portal.passes.networks import network_of
from portal.passes.throttle import TooManyTries
from training import actions, links, queries
from training.forms import HereForm, PairForm
from training.models import CheckInDesk, Meeting

from .office import must_manage, offering_or_404, tried, uuid_in

COOKIE = "check_in"
ANY = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(ANY)
def desk(request: HttpRequest, pk: int, meeting: int) -> HttpResponse:
    """The office's page: open a desk, and read its code once."""
    found = offering_or_404(request, pk)
    held, code = get_object_or_404(Meeting, pk=meeting, offering=found), ""
    if request.method == "POST":
        try:
            _made, code = actions.open_desk(meeting_id=held.pk, by=request.user)
        except actions.Refused as refusal:
            messages.error(request, str(refusal))
    address = request.build_absolute_uri("/here/").removeprefix("https://").removeprefix("http://")
    context = {"offering": found, "meeting": held, "code": code, "desks": queries.open_desks(held), "address": address}
    return render(request, "training/desk.html", context)


@require_POST
def close_desk(request: HttpRequest, desk: int) -> HttpResponse:
    must_manage(request)
    found = get_object_or_404(CheckInDesk.objects.visible_to(request.viewer).select_related("meeting"), pk=desk)
    tried(request, actions.close_desk, _("Closed."), desk_id=found.pk)
    return redirect("training:desk", found.meeting.offering_id, found.meeting_id)


@never_cache
@require_http_methods(ANY)
def here(request: HttpRequest) -> HttpResponse:
    """At the device: type the code, once."""
    if actions.desk_of_device(request.COOKIES.get(COOKIE)):
        return redirect("training:door")
    form = PairForm(posted(request))
    if form.is_valid():
        try:
            secret = actions.pair_device(code=form.cleaned_data["code"], network=network_of(request))
        except TooManyTries:
            form.add_error(
                None, _("Too many codes were tried from here. Please wait an hour, or use the list on paper.")
            )
        except actions.Refused as refusal:
            form.add_error("code", str(refusal))
        else:
            return _tied(secret)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "training/here.html", {"form": form}, status=status)


@never_cache
@require_http_methods(ANY)
def door(request: HttpRequest) -> HttpResponse:
    """At the device: who is still to come. One tap on a name is enough."""
    found = actions.desk_of_device(request.COOKIES.get(COOKIE))
    if found is None:
        return redirect("training:here")
    if request.method == "POST":
        _tapped(request, found)
        return redirect("training:door")
    address = request.build_absolute_uri(links.here_path(found.pk))
    context = {"desk": found, "door": queries.door_of(found.meeting), "qr": links.qr_of(address)}
    return render(request, "training/door.html", context)


@never_cache
@require_http_methods(ANY)
def own_phone(request: HttpRequest, token: str) -> HttpResponse:
    """On somebody's own phone, by the QR code. A forged code, and one from a while ago, lead nowhere."""
    found = queries.desk_behind(links.desk_of(token))
    if found is None:
        return render(request, "training/here_over.html", status=HTTPStatus.NOT_FOUND)
    form, is_here = HereForm(posted(request)), False
    if form.is_valid():
        try:
            address = form.cleaned_data["address"]
            actions.check_in_by_address(desk=found, address=address, network=network_of(request))
            is_here = True
        except TooManyTries:
            form.add_error(None, _("Too many people checked in from here at once. Please check in at the door."))
        except actions.Refused as refusal:
            form.add_error("address", str(refusal))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "training/own_phone.html", {"form": form, "is_here": is_here}, status=status)


def _tapped(request: HttpRequest, desk: CheckInDesk) -> None:
    if request.POST.get("stop"):
        actions.close_desk(desk_id=desk.pk, by=None)
        return
    enrolment = uuid_in(request.POST.get("enrolment"))
    if enrolment is None or not desk.meeting.offering.enrolments.filter(pk=enrolment).exists():
        raise Http404
    try:
        actions.check_in(desk=desk, enrolment_id=enrolment)
    except actions.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Thank you. You are on the list."))


def _tied(secret: str) -> HttpResponse:
    response = redirect("training:door")
    response.set_cookie(
        COOKIE,
        secret,
        max_age=24 * 3600,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
        path="/here/",
    )
    return response
