"""The rooms, for those who book them."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from portal.forms import posted

from .. import actions, queries
from ..forms import ChangeRoomForm, RoomForm
from ..models import Room
from ..policies import can_keep_rooms


@require_GET
def rooms(request: HttpRequest) -> HttpResponse:
    _check(request)
    return render(request, "portal/scheduling/rooms.html", {"rooms": queries.rooms_in_use()})


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    _check(request)
    form = RoomForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_room(by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error("name", _in_words(refusal))
        else:
            messages.success(request, _("Added. It can be booked from now on."))
            return redirect("portal:scheduling:rooms")
    return render(request, "portal/scheduling/room.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    _check(request)
    room = get_object_or_404(Room, pk=pk)
    known = {"name": room.name, "seats": room.seats, "is_active": room.is_active}
    form = ChangeRoomForm(posted(request), initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_room(room_id=pk, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error("name", _in_words(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("portal:scheduling:rooms")
    context = {"form": form, "name": known["name"]}
    return render(request, "portal/scheduling/room.html", context, status=422 if form.errors else 200)


def _check(request: HttpRequest) -> None:
    if not can_keep_rooms(request.user):
        raise PermissionDenied


def _in_words(refusal: ValidationError) -> str:
    taken = "name" in refusal.message_dict
    return _("There is a room of this name already.") if taken else " ".join(refusal.messages)
