"""Imminent risk: what was told, by whom, and the look at it afterwards."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.again import step_up
from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.cases.views.finding import tried
from portal.forms import posted
from portal.programmes.models import Programme
from portal.programmes.queries import current_office
from portal.screening.queries import matter_behind

from .. import actions
from ..forms import GlassForm, PeopleForm, ReviewForm
from ..models import BreakGlass
from ..policies import can_name, can_review
from ..queries import answering_for, people_of_programme
from ..statuses import Finding

METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(METHODS)
@opens_case
def tell(request: HttpRequest, reference: str) -> HttpResponse:
    """Two clicks from every request and case: numbers to call, then what was told."""
    matter, thing = matter_behind(request.viewer, reference)
    if matter is None:
        raise Http404
    request.opened = thing
    form = GlassForm(posted(request), initial={"told_at": timezone.localtime()})
    if request.method == "POST" and form.is_valid() and _told(request, form, matter, reference):
        return redirect(thing)
    context = {
        "form": form,
        "thing": thing,
        "reference": reference,
        "office": current_office(request),
        "answering": answering_for(matter.programme),
    }
    return render(request, "portal/emergencies/tell.html", context, status=422 if form.errors else 200)


def _told(request: HttpRequest, form: GlassForm, matter, reference: str) -> bool:
    facts = {name: value for name, value in form.cleaned_data.items() if name != "least"}
    facts |= {"matter_id": matter.pk, "reference": reference, "by": request.user}
    said = _("Written down. The director hears of it now. You do not carry this alone.")
    return bool(tried(request, actions.break_glass, on_form=form, said=said, **facts))


@never_cache
@require_safe
@opens(AuditEvent.GLASS_READ)
def emergencies(request: HttpRequest) -> HttpResponse:
    """What the director and the person on call look at, without a word of it."""
    request.opened = None
    rows = BreakGlass.objects.visible_to(request.viewer).select_related("programme", "opened_by")
    named = [one for one in Programme.objects.all() if can_name(request.user, one)]
    if not named and not rows:
        raise PermissionDenied
    programmes = [(one, answering_for(one)) for one in named]
    return render(request, "portal/emergencies/list.html", {"rows": rows, "programmes": programmes})


@never_cache
@require_http_methods(METHODS)
@step_up
@opens(AuditEvent.GLASS_READ)
def one(request: HttpRequest, pk) -> HttpResponse:
    rows = BreakGlass.objects.visible_to(request.viewer)
    row = get_object_or_404(rows.select_related("programme", "matter", "opened_by", "reviewed_by"), pk=pk)
    request.opened = row
    may_review = not row.is_reviewed and can_review(request.user, row)
    form = ReviewForm(posted(request)) if may_review else None
    if request.method == "POST" and form is not None and form.is_valid():
        given = form.cleaned_data
        actions.review(record_id=row.pk, finding=Finding(given["finding"]), words=given["words"], by=request.user)
        messages.success(request, _("Kept. From now on the days count until it is destroyed."))
        return redirect(row)
    context = {"row": row, "form": form}
    return render(request, "portal/emergencies/record.html", context, status=422 if form and form.errors else 200)


@never_cache
@require_http_methods(METHODS)
@step_up
@opens(AuditEvent.GLASS_READ)
def people(request: HttpRequest, programme: str) -> HttpResponse:
    """Who answers for emergencies in a programme, and how long what was told is kept."""
    request.opened = None
    found = get_object_or_404(Programme, code=programme)
    if not can_name(request.user, found):
        raise PermissionDenied
    now = answering_for(found)
    initial = {"keep_days": now.keep_days, "director": getattr(now.director, "pk", "")}
    initial["on_call"] = getattr(now.on_call, "pk", "")
    form = PeopleForm(posted(request), people=people_of_programme(found), initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.name_people(programme=found, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("portal:emergencies:emergencies")
    context = {"form": form, "programme": found}
    return render(request, "portal/emergencies/people.html", context, status=422 if form.errors else 200)
