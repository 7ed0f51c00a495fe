"""A group asks for a training of its own."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.forms import posted
from portal.passes.networks import network_of
from portal.passes.throttle import Throttle, TooManyTries
from training import actions, policies, queries
from training.forms import EvaluationForm, GroupForm, GroupStepForm
from training.models import GroupRequest
from training.statuses import GroupRequestStatus

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


@require_GET
def groups(request: HttpRequest) -> HttpResponse:
    _must_manage(request)
    return render(request, "training/groups.html", {"groups": queries.group_requests(request.viewer)})


@require_http_methods(["GET", "HEAD", "POST"])
def group(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = _found(request, pk)
    steps = queries.next_steps(found)
    form = GroupStepForm(posted(request), steps=steps, offerings=queries.unlisted_offerings(found))
    if form.is_valid():
        try:
            actions.move_group_request(request_id=found.pk, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            for words in refusal.messages:
                form.add_error(None, words)
        else:
            messages.success(request, _("Saved."))
            return redirect("training:group_request", pk)
    is_held = found.status == GroupRequestStatus.HELD
    outcomes = queries.outcomes_of(found.offering) if found.offering else None
    context = {"item": found, "form": form, "steps": steps, "outcomes": outcomes}
    context["evaluation"] = EvaluationForm(initial=_counted(outcomes)) if is_held else None
    context["courses"] = queries.courses_to_choose(request.viewer) if queries.group_to_plan(request.viewer, pk) else []
    return render(request, "training/group_request.html", context)


@require_POST
def evaluate(request: HttpRequest, pk: UUID) -> HttpResponse:
    found, form = _found(request, pk), EvaluationForm(request.POST)
    if not form.is_valid():
        context = {"item": found, "form": form, "steps": [], "evaluation": form}
        return render(request, "training/group_request.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        actions.evaluate_group(request_id=pk, answers=form.cleaned_data["answers"], score=form.tenths, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("Saved."))
    return redirect("training:group_request", pk)


def _must_manage(request: HttpRequest) -> None:
    if not policies.can_manage_training(request.user):
        raise Http404


def _found(request: HttpRequest, pk: UUID) -> GroupRequest:
    _must_manage(request)
    return get_object_or_404(GroupRequest.objects.visible_to(request.viewer).select_related("offering__course"), pk=pk)


def _counted(outcomes: queries.Outcomes | None) -> dict[str, object]:
    """What the forms after the course said, as first answers: whoever collected them on paper types over it."""
    if outcomes is None or outcomes.score_tenths is None:
        return {}
    return {"answers": outcomes.forms, "score": outcomes.score_tenths / 10}
