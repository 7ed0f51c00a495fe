"""The office's screens: courses, dates, applications, the waiting list."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.forms import posted
from portal.programmes.hours import zone_in_words
from training import actions, queries
from training.forms import CourseForm, OfferingForm, PlacesForm, TurnDownForm
from training.models import Course, Enrolment, GroupRequest
from training.statuses import BulkKind, GroupRequestStatus, OfferingStatus

from .office import must_manage, offering_or_404, say, tried, uuid_in


@require_GET
def courses(request: HttpRequest) -> HttpResponse:
    must_manage(request)
    over = request.GET.get("over") == "1"
    context = {"courses": queries.courses_with_dates(request.viewer, over=over), "over": over}
    return render(request, "training/courses.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add_course(request: HttpRequest) -> HttpResponse:
    must_manage(request)
    return _course_page(request, Course())


@require_http_methods(["GET", "HEAD", "POST"])
def change_course(request: HttpRequest, pk: int) -> HttpResponse:
    must_manage(request)
    return _course_page(request, get_object_or_404(Course.objects.visible_to(request.viewer), pk=pk))


@require_http_methods(["GET", "HEAD", "POST"])
def add_offering(request: HttpRequest, pk: int) -> HttpResponse:
    """New dates. Several evenings or a weekend are lines of one field."""
    must_manage(request)
    course = get_object_or_404(Course.objects.visible_to(request.viewer), pk=pk)
    group = queries.group_to_plan(request.viewer, uuid_in(request.GET.get("group")))
    form = OfferingForm(posted(request), initial=_first_answers(group))
    if form.is_valid():
        try:
            made = actions.create_offering(course=course, by=request.user, **form.facts)
        except ValidationError as refusal:
            say(form, refusal)
        else:
            if group is not None:
                facts = {"request_id": group.pk, "status": GroupRequestStatus.PLANNED, "offering": made}
                tried(request, actions.move_group_request, _("The group’s training is planned."), **facts)
            messages.success(request, _("The dates are kept as a draft. Look at them, then open them for enrolment."))
            return redirect("training:offering", made.pk)
    return render(
        request, "training/add_offering.html", {"form": form, "course": course, "zone": zone_in_words(), "group": group}
    )


@require_GET
def offering(request: HttpRequest, pk: int) -> HttpResponse:
    found = offering_or_404(request, pk)
    context = {
        "offering": found,
        "people": queries.people_of(found),
        "is_draft": found.status == OfferingStatus.DRAFT,
        "is_open": (is_open := found.status == OfferingStatus.OPEN),
        "steps": queries.recent_steps(found, (BulkKind.ADMITTED,)) if is_open else [],
        "is_over": found.status in queries.ENDED,
        "trainers": queries.trainers_on(found),
    }
    return render(request, "training/offering.html", context)


@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    found = offering_or_404(request, pk)
    tried(request, actions.publish_offering, _("People can enrol now."), offering_id=found.pk)
    return redirect("training:offering", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """First what it means, then one button."""
    found = offering_or_404(request, pk)
    if request.method == "POST":
        said = _("The course is cancelled, and everybody has been told.")
        tried(request, actions.cancel_offering, said, offering_id=found.pk)
        return redirect("training:offering", pk)
    return render(request, "training/cancel.html", {"offering": found})


@require_http_methods(["GET", "HEAD", "POST"])
def change_places(request: HttpRequest, pk: int) -> HttpResponse:
    found = offering_or_404(request, pk)
    form = PlacesForm(posted(request), initial={"places": found.places})
    if form.is_valid():
        said = _("Saved. Whoever waits hears of a free place at once.")
        tried(request, actions.change_places, said, offering_id=found.pk, **form.cleaned_data)
        return redirect("training:offering", pk)
    return render(request, "training/change_places.html", {"form": form, "offering": found})


@require_POST
def admit(request: HttpRequest, enrolment: UUID) -> HttpResponse:
    found = _enrolment(request, enrolment)
    tried(request, actions.admit, _("Admitted, and told."), enrolment_id=found.pk)
    return redirect("training:offering", found.offering_id)


@require_POST
def admit_many(request: HttpRequest, pk: int) -> HttpResponse:
    """Those that were chosen, first come first; it can be taken back for a day."""
    found = offering_or_404(request, pk)
    chosen = [one for one in map(uuid_in, request.POST.getlist("chosen")) if one is not None]
    if chosen:
        said = _("Admitted, and told: those for whom a place is free have it, the others stand in line.")
        tried(request, actions.admit_many, said, offering_id=found.pk, enrolment_ids=chosen)
    else:
        messages.error(request, _("Nobody is chosen yet: tick the applications first."))
    return redirect("training:offering", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def turn_down(request: HttpRequest, enrolment: UUID) -> HttpResponse:
    found, form = _enrolment(request, enrolment), TurnDownForm(posted(request))
    if form.is_valid():
        said = _("Turned down. The person reads your words on their page.")
        tried(request, actions.turn_down, said, enrolment_id=found.pk, **form.cleaned_data)
        return redirect("training:offering", found.offering_id)
    return render(request, "training/turn_down.html", {"form": form, "enrolment": found})


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, enrolment: UUID) -> HttpResponse:
    """For somebody who called: their place, or their place in line, is given back. First what that means."""
    found = _enrolment(request, enrolment)
    if request.method != "POST":
        return render(request, "training/take_off.html", {"enrolment": found})
    said = _("Taken off. If somebody was waiting, they hear from us now.")
    tried(request, actions.withdraw, said, enrolment_id=found.pk)
    return redirect("training:offering", found.offering_id)


def _enrolment(request: HttpRequest, pk: UUID) -> Enrolment:
    must_manage(request)
    rows = Enrolment.objects.visible_to(request.viewer).select_related("learner", "offering__course")
    return get_object_or_404(rows, pk=pk)


def _course_page(request: HttpRequest, course: Course) -> HttpResponse:
    form = CourseForm(posted(request), course=course)
    if form.is_valid():
        try:
            needs = form.cleaned_data["needs_courses"]
            actions.save_course(course=form.changed_course, needs=list(needs), by=request.user)
        except ValidationError as refusal:
            say(form, refusal)
        else:
            messages.success(request, _("The course is saved."))
            return redirect("training:courses")
    return render(request, "training/course.html", {"form": form, "course": course})


def _first_answers(group: GroupRequest | None) -> dict[str, object]:
    """For a group: as many places as it has people, and not on the public page."""
    of_group = {"places": group.people, "is_public": False} if group else {}
    return {"opens_on": timezone.localdate(), **of_group}
