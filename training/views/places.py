"""One place: by the link in a mail, or on the learner's own page. Looking changes nothing; only a button does."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.passes.models import Pass
from training import actions, queries
from training.links import enrolment_of
from training.models import Enrolment, Learner
from training.statuses import LIVE

ANSWERS = {
    "accept": (actions.accept_offer, gettext_lazy("The place is yours. A calendar file is on its way to you.")),
    "decline": (actions.decline_offer, gettext_lazy("Thank you. The place goes to the next person now.")),
    "leave": (actions.withdraw, gettext_lazy("You have left. If somebody was waiting, they hear from us now.")),
}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever has the link acts for the learner, in this one enrolment only."""
    enrolment = _behind(token)
    if request.method == "POST":
        back = reverse("training:place", args=[token])
        return _answered(request, enrolment, by=enrolment.learner.entry, back=back, frame="base.html")
    return render(request, "training/place.html", {"place": queries.place_of(enrolment), "own": False})


@never_cache
@require_http_methods(["GET", "HEAD"])
def my_training(request: HttpRequest) -> HttpResponse:
    learner = _learner(request.viewer)
    return render(
        request,
        "training/my_training.html",
        {"learner": learner, "places": queries.places_of(queries.own_enrolments(learner))},
    )


@never_cache
@require_POST
def my_answer(request: HttpRequest, enrolment: UUID) -> HttpResponse:
    mine = Enrolment.objects.visible_to(request.viewer).select_related("learner", "offering__course")
    found = get_object_or_404(mine, pk=enrolment)
    back = reverse("training:my_training")
    return _answered(request, found, by=request.viewer, back=back, frame="my/base.html")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def my_transfer(request: HttpRequest, enrolment: UUID) -> HttpResponse:
    """Other dates of the same course that have a place now."""
    mine = Enrolment.objects.visible_to(request.viewer).select_related("learner", "offering__course")
    found = get_object_or_404(mine, pk=enrolment)
    if request.method == "POST":
        _tried(
            request,
            actions.transfer,
            _("You have moved. A new calendar file is on its way to you."),
            enrolment_id=found.pk,
            to_offering_id=_number(request.POST.get("to")),
            by=request.viewer,
        )
        return redirect("training:my_training")
    others = [one for one in queries.open_offerings(found.offering.course) if one.pk != found.offering_id]
    return render(request, "training/transfer.html", {"enrolment": found, "others": others})


def _behind(token: str) -> Enrolment:
    pk = enrolment_of(token)
    rows = Enrolment.objects.select_related("learner__entry", "offering__course").prefetch_related("offering__meetings")
    enrolment = rows.filter(pk=pk).first() if pk else None
    if enrolment is None or enrolment.learner.entry is None:
        raise Http404
    return enrolment


def _learner(viewer: Pass) -> Learner:
    return get_object_or_404(Learner.objects.visible_to(viewer))


def _answered(request: HttpRequest, enrolment: Enrolment, *, by: Pass, back: str, frame: str) -> HttpResponse:
    """Do what was answered. Who would leave is asked once more: the place is somebody else's a moment later."""
    answer = request.POST.get("answer", "")
    action, said = ANSWERS.get(answer, (None, ""))
    if action is None:
        raise Http404
    if answer == "leave" and enrolment.status in LIVE and request.POST.get("sure") != "yes":
        context = {"place": queries.place_of(enrolment), "action": request.path, "back_url": back, "frame": frame}
        return render(request, "training/leave.html", context)
    _tried(request, action, said, enrolment_id=enrolment.pk, by=by)
    return redirect(back)


def _tried(request: HttpRequest, action, said: object, **arguments: object) -> None:
    try:
        action(**arguments)
    except actions.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, str(said))


def _number(text: str | None) -> int:
    if not text or not text.isdigit() or len(text) > 9:
        raise Http404
    return int(text)
