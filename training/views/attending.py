"""The day of a course: the list of one meeting, on screen and on paper, and what is done to many at once."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.audit.access import opens
from portal.audit.events import AuditEvent
from training import actions, printing, queries
from training.forms import Unsaved, quarters_in
from training.models import BulkStep, Offering
from training.statuses import BulkKind, OfferingStatus

from .office import must_manage, number_in, offering_or_404, tried

_ON_THE_DAY = (BulkKind.ATTENDANCE, BulkKind.NO_SHOW)


@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    """Who was at one meeting, in quarter hours. One button saves the whole list; what cannot be is said beside it."""
    found = offering_or_404(request, pk)
    sheet = queries.sheet_of(found, number_in(request.GET.get("meeting")))
    if sheet is None:
        raise Http404
    wrong: list[UUID] = []
    if request.method == "POST":
        wrong = _save(request, found, sheet)
        if not wrong:
            return redirect(_address(found, sheet.meeting.pk))
    lines = [(line, _typed(request, line), line.enrolment.pk in wrong) for line in sheet.lines]
    refused = Unsaved(
        [(f"hours-{line.enrolment.pk}", line.enrolment.learner.name) for line, _words, bad in lines if bad]
    )
    context = {"offering": found, "sheet": sheet, "lines": lines, "form": refused, **_about(found)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(request, "training/attendance.html", context, status=status)


@require_POST
def no_shows(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody who was at no meeting at all, marked at once; it can be taken back for a day."""
    found = offering_or_404(request, pk)
    ids = [one.pk for one in queries.never_there(found)]
    words = ngettext("%(count)d person is marked as not come.", "%(count)d people are marked as not come.", len(ids))
    tried(request, actions.mark_many_no_show, words % {"count": len(ids)}, offering_id=found.pk, enrolment_ids=ids)
    return redirect("training:attendance", pk)


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    must_manage(request)
    found = get_object_or_404(BulkStep.objects.visible_to(request.viewer), pk=pk)
    tried(request, actions.undo_step, _("Taken back: it stands as it did before."), step_id=found.pk)
    there = "training:offering" if found.kind == BulkKind.ADMITTED else "training:attendance"
    return redirect(there, found.offering_id)


@require_http_methods(["GET", "HEAD", "POST"])
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """First what will become of everybody, then one button."""
    found = offering_or_404(request, pk)
    if request.method == "POST":
        tried(request, actions.finish_offering, _("Finished. What people learned is credited."), offering_id=found.pk)
        return redirect("training:offering", pk)
    return render(request, "training/finish.html", {"offering": found, "ahead": queries.what_finishing_means(found)})


@require_GET
@opens(AuditEvent.SIGN_IN_SHEET_PRINTED)
def sign_in_sheet(request: HttpRequest, pk: int, meeting: int) -> HttpResponse:
    """The list of one meeting as PDF, with a line for each person to sign on."""
    found = offering_or_404(request, pk)
    request.opened = found
    sheet = queries.sheet_of(found, meeting)
    if sheet is None or sheet.meeting.pk != meeting:
        raise Http404
    response = HttpResponse(printing.sign_in_sheet(found, sheet), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="sign-in-sheet.pdf"'
    return response


def _save(request: HttpRequest, offering: Offering, sheet: queries.Sheet) -> list[UUID]:
    """Keep what was typed, or say which lines are no quarter hours of this meeting. Returns those lines."""
    ids = [line.enrolment.pk for line in sheet.lines if line.can_change]
    if request.POST.get("everybody") == "all":
        good, wrong = dict.fromkeys(ids, sheet.meeting.quarters), []
    else:
        good, wrong = quarters_in(request.POST, ids)
    wrong += [pk for pk, much in good.items() if much > sheet.meeting.quarters]
    if not wrong:
        facts = {"meeting_id": sheet.meeting.pk, "quarters": good}
        tried(request, actions.take_attendance_of_many, _("Attendance is saved."), **facts)
    return wrong


def _typed(request: HttpRequest, line) -> str:
    """What was sent for this line, else what is kept."""
    return request.POST.get(f"hours-{line.enrolment.pk}", line.hours)


def _about(offering: Offering) -> dict[str, object]:
    is_open = offering.status == OfferingStatus.OPEN
    over = offering.meetings.all() and list(offering.meetings.all())[-1].ends_at <= timezone.now()
    return {
        "is_open": is_open,
        "steps": queries.recent_steps(offering, _ON_THE_DAY) if is_open else [],
        "never_there": queries.never_there(offering) if is_open and over else [],
        "can_finish": is_open and bool(over),
    }


def _address(offering: Offering, meeting: int) -> str:
    return f"{reverse('training:attendance', args=[offering.pk])}?meeting={meeting}"
