"""A participant's pages around pair and time. Nobody else's times, answers or objections are on any of them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.audit.access import opens_case
from portal.cases.models import Participant
from portal.cases.statuses import Channel
from portal.cases.views.finding import tried
from portal.programmes.hours import zone_in_words
from portal.programmes.processes import definition
from portal.scheduling import actions
from portal.scheduling.calendar import file_for
from portal.scheduling.forms import FitsForm, FreeForm
from portal.scheduling.gates import agreed_to_pair, pair_is_complete, pair_round
from portal.scheduling.models import Booking
from portal.scheduling.queries.offered import booked_time, grid_days, session_length

from ..arranging import MEETING, open_proposals_of
from ..queries import fetch_conducting
from .place import open_place_of


@never_cache
@require_http_methods(["GET", "HEAD"])
@opens_case
def meet(request: HttpRequest) -> HttpResponse:
    person = _with_pair(request)
    number = pair_round(person.case)
    context = {
        "neutrals_word": definition(person.case.process).neutrals_word,
        "assignments": [row for row in person.case.assignments.all() if row.is_accepted],
        "has_changed": number > 1,
        "is_fine": agreed_to_pair(person, number),
    }
    return render(request, "portal/party/meet.html", context)


@never_cache
@require_POST
@opens_case
def fine(request: HttpRequest) -> HttpResponse:
    person = _with_pair(request)
    tried(request, actions.agree_to_pair, said=_("Thank you."), **_mine(request, person))
    return redirect("portal:party:home")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def somebody_else(request: HttpRequest, pk: int) -> HttpResponse:
    """One more page before it happens; why is not asked."""
    person = _with_pair(request)
    assignment = next((row for row in person.case.assignments.all() if row.pk == pk and row.is_accepted), None)
    if assignment is None:
        raise Http404
    if request.method == "POST":
        said = _("We look for somebody else. Who it is stands on your page then.")
        tried(request, actions.object_to_neutral, said=said, assignment_id=pk, **_mine(request, person))
        return redirect("portal:party:home")
    return render(request, "portal/party/somebody_else.html", {"assignment": assignment})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def times(request: HttpRequest) -> HttpResponse:
    """Free half hours of the coming days, or yes and no to the times that staff sent out."""
    person = open_place_of(request)
    row = getattr(person, "availability", None)
    proposed = open_proposals_of(person)
    part = request.POST.get("part", "")
    fits = FitsForm(
        request.POST if part == "fits" else None,
        proposed=proposed,
        initial={"fits": [str(one) for one in row.fits] if row else []},
    )
    horizon = person.case.programme.booking_horizon_days
    free = FreeForm(
        request.POST if part == "free" else None,
        horizon=horizon,
        length=session_length(person.case),
        auto_id="free_%s",
    )
    sent: Any = {"fits": fits, "free": free}.get(part)
    if sent is not None and sent.is_valid() and _keep(request, sent, person):
        return redirect("portal:party:home")
    context = {
        "form": sent,
        "fits_form": fits,
        "free_form": free,
        "proposed": proposed,
        "given": row,
        "days": grid_days(horizon, request.POST.getlist("free") if part == "free" else row.free if row else []),
        "zone": zone_in_words(),
    }
    return render(request, "portal/party/times.html", context, status=422 if sent and sent.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD"])
@opens_case
def appointment(request: HttpRequest) -> HttpResponse:
    person = open_place_of(request)
    return render(request, "portal/party/appointment.html", {"booking": _booked(person), "zone": zone_in_words()})


@never_cache
@require_http_methods(["GET", "HEAD"])
@opens_case
def calendar(request: HttpRequest) -> HttpResponse:
    """For whoever wants the time in their calendar; a mailbox that others read was not sent it."""
    person = open_place_of(request)
    response = HttpResponse(file_for(_booked(person), person), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="appointment.ics"'
    return response


def _keep(request: HttpRequest, form: Any, person: Participant) -> bool:
    said, mine = _("Thank you. As soon as a time is found, it stands on your page."), _mine(request, person)
    if isinstance(form, FitsForm):
        return bool(tried(request, actions.answer_proposed, said=said, fits=form.chosen, **mine))
    return bool(tried(request, actions.give_times, said=said, free=form.cleaned_data["free"], **mine))


def _with_pair(request: HttpRequest) -> Participant:
    person = open_place_of(request)
    fetch_conducting(person.case)
    if not person.is_party or person.case.status not in MEETING or not pair_is_complete(person.case):
        raise Http404
    return person


def _booked(person: Participant) -> Booking:
    booking = booked_time(person.case)
    if booking is None:
        raise Http404
    return booking


def _mine(request: HttpRequest, person: Participant) -> dict[str, Any]:
    return {"participant_id": person.pk, "channel": Channel.SELF, "by": request.viewer}
