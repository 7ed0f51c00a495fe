"""Trainers of a course, and its rooms."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portal.forms import posted
from training import actions, queries
from training.forms import RoomForm, TrainerForm
from training.models import Meeting, TrainerAssignment

from .office import must_manage, offering_or_404, tried

ANY = ["GET", "HEAD", "POST"]


@require_http_methods(ANY)
def trainers(request: HttpRequest, pk: int) -> HttpResponse:
    """Who teaches, and who could: with how much each of them teaches already."""
    found, loads = offering_or_404(request, pk), queries.workload()
    by_id = {load.trainer.pk: load.hours_ahead for load in loads}
    form = TrainerForm(posted(request), people=queries.who_could_teach(), loads=by_id)
    if form.is_valid():
        try:
            actions.assign_trainer(offering_id=found.pk, by=request.user, **form.cleaned_data)
        except actions.Refused as refusal:
            for reason in refusal.reasons:
                form.add_error("trainer", reason)
        else:
            return redirect("training:trainers", pk)
    context = {"offering": found, "form": form, "trainers": queries.trainers_on(found), "loads": loads}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "training/trainers.html", context, status=status)


@require_POST
def remove_trainer(request: HttpRequest, assignment: int) -> HttpResponse:
    must_manage(request)
    found = get_object_or_404(TrainerAssignment.objects.visible_to(request.viewer), pk=assignment)
    tried(request, actions.remove_trainer, _("Taken off."), assignment_id=found.pk)
    return redirect("training:trainers", found.offering_id)


@require_http_methods(ANY)
def room(request: HttpRequest, pk: int, meeting: int) -> HttpResponse:
    found = offering_or_404(request, pk)
    held = get_object_or_404(Meeting, pk=meeting, offering=found)
    form = RoomForm(posted(request), initial={"room": held.room_id})
    if form.is_valid():
        try:
            actions.set_room(meeting_id=held.pk, by=request.user, **form.cleaned_data)
        except actions.Refused as refusal:
            for reason in refusal.reasons:
                form.add_error("room", reason)
        else:
            return redirect("training:offering", pk)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "training/room.html", {"offering": found, "meeting": held, "form": form}, status=status)
