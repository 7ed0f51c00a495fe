"""Booking a time, moving it, giving it back, and the calendar file of a neutral."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens_case
from portal.cases.models import Case
from portal.cases.transitions import missing
from portal.cases.views.finding import tried
from portal.programmes.hours import zone_in_words
from portal.screening.queries import safeguards_of

from .. import actions
from ..calendar import file_for
from ..forms import BookForm
from ..models import Booking
from ..queries.offered import booked_time, fetch_for_booking, own_assignment
from .finding import arranged_case, visible_case


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def book(request: HttpRequest, reference: str) -> HttpResponse:
    case = arranged_case(request, reference)
    start = parse_datetime(request.GET.get("start", "")[:40].replace(" ", "+")) if "start" in request.GET else None
    chosen = safeguards_of(case.matter)
    form = BookForm(request.POST or None, initial={"starts_at": start}, safeguards=chosen)
    if request.method == "POST" and form.is_valid():
        arguments = {"case_id": case.pk, "by": request.user, **form.cleaned_data}
        if tried(request, actions.book_session, said=_("Booked. Everyone hears of it."), **arguments):
            return redirect("portal:scheduling:times", reference=reference)
    fetch_for_booking(case)
    context = {"case": case, "form": form, "missing": missing(case, "book"), "zone": zone_in_words()}
    return render(request, "portal/scheduling/book.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def move(request: HttpRequest, reference: str) -> HttpResponse:
    case = arranged_case(request, reference)
    booking = _booked(case)
    before = {"starts_at": booking.starts_at, "room": booking.room_id, "place": booking.place}
    form = BookForm(request.POST or None, initial=before, safeguards=safeguards_of(case.matter))
    if request.method == "POST" and form.is_valid():
        arguments = {"booking_id": booking.pk, "by": request.user, **form.cleaned_data}
        if tried(request, actions.move_booking, said=_("Moved. Everyone hears of it."), **arguments):
            return redirect("portal:scheduling:times", reference=reference)
    context = {"case": case, "form": form, "booking": booking, "zone": zone_in_words()}
    return render(request, "portal/scheduling/book.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def cancel(request: HttpRequest, reference: str) -> HttpResponse:
    case = arranged_case(request, reference)
    booking = _booked(case)
    if request.method == "POST":
        said = _("The time is free again. Everyone hears of it.")
        tried(request, actions.cancel_booking, said=said, booking_id=booking.pk, by=request.user)
        return redirect("portal:scheduling:times", reference=reference)
    return render(request, "portal/scheduling/cancel.html", {"case": case, "booking": booking, "zone": zone_in_words()})


@never_cache
@require_http_methods(["GET", "HEAD"])
@opens_case
def calendar(request: HttpRequest, reference: str) -> HttpResponse:
    """The file for the calendar of a neutral of the case; it says when, and nothing else."""
    case = visible_case(request, reference)
    if own_assignment(case, request.user) is None:
        raise Http404
    response = HttpResponse(file_for(_booked(case), request.user), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="appointment.ics"'
    return response


def _booked(case: Case) -> Booking:
    booking = booked_time(case)
    if booking is None:
        raise Http404
    return booking
