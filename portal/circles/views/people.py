"""One person of a circle: the talk beforehand, the role, being ready, and a pause."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.audit.access import opens_case
from portal.cases import actions as cases
from portal.cases.models import Case, Participant
from portal.cases.statuses import Channel, CircleForm
from portal.cases.views.finding import tried
from portal.forms import posted
from portal.handbook import queries as handbook
from portal.handbook.models import Notice
from portal.handbook.statuses import NoticeKind

from .. import actions
from ..forms import PauseForm, PreparationForm, RolesForm
from ..policies import can_confirm_readiness, can_pause
from .finding import find_circle, find_person
from .overview import form_page

METHODS = ["GET", "HEAD", "POST"]
PARTS = ("met_on", "gone_through", "forms", "wishes", "safety")


@never_cache
@require_http_methods(METHODS)
@opens_case
def prepare(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """What was gone through with one person alone (M48)."""
    person = find_person(find_circle(request, reference), number)
    row = getattr(person, "preparation", None)
    form = PreparationForm(
        posted(request), person=person, initial={name: getattr(row, name) for name in PARTS} if row else {}
    )
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        facts["forms"] = [CircleForm(one) for one in facts.get("forms", [])]
        said = _("The talk is written down.")
        if tried(request, actions.write_preparation, said=said, participant_id=person.pk, by=request.user, **facts):
            return redirect("portal:circles:circle", reference=reference)
    context = {"case": person.case, "person": person, "form": form, "guide": _guide(person.case)}
    return render(request, "portal/circles/prepare.html", context, status=422 if form.errors else 200)


def _guide(case: Case) -> object | None:
    """The questions of the handbook for a circle, if the office has approved any."""
    try:
        return handbook.told(handbook.current(NoticeKind.QUESTION_GUIDE, case.programme, case.process))
    except Notice.DoesNotExist:
        return None


@never_cache
@require_http_methods(METHODS)
@opens_case
def roles(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    person = find_person(find_circle(request, reference, to_coordinate=True), number)
    form = RolesForm(posted(request), initial={"role": RolesForm.BOTH if person.second_role else person.role})
    if request.method == "POST" and form.is_valid():
        said = _("Kept.")
        if tried(request, cases.set_roles, said=said, participant_id=person.pk, by=request.user, **form.roles):
            return redirect("portal:circles:circle", reference=reference)
    return form_page(request, person.case, form, title=_("The role of %(name)s") % {"name": person.display_name})


@never_cache
@require_POST
@opens_case
def ready(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """A facilitator has found that somebody wants to make it right, or is not sure any more. No words (M51)."""
    person = find_person(find_circle(request, reference), number)
    if not can_confirm_readiness(request.user, person.case):
        raise PermissionDenied
    common: dict[str, Any] = {"participant_id": person.pk, "by": request.user}
    if request.POST.get("found") == "no":
        tried(request, actions.take_back_readiness, said=_("Taken back."), **common)
    else:
        tried(request, actions.confirm_readiness, said=_("Thank you. Nothing else is kept about it."), **common)
    return redirect("portal:circles:circle", reference=reference)


@never_cache
@require_http_methods(METHODS)
@opens_case
def pause(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Whoever was harmed told us, or said in the room, that it pauses or stops (M50)."""
    person = find_person(find_circle(request, reference), number)
    if not can_pause(request.user, person):
        raise PermissionDenied
    form = PauseForm(posted(request))
    if request.method == "POST" and form.is_valid():
        _pause(request, person, form)
        return redirect("portal:circles:circle", reference=reference)
    title = _("%(name)s would like to pause or stop") % {"name": person.display_name}
    lead = _("Nobody asks why. Everyone else reads the same words, which name nobody.")
    return form_page(request, person.case, form, title=title, button=_("Do it now"), lead=lead)


def _pause(request: HttpRequest, person: Participant, form: PauseForm) -> None:
    common: dict[str, Any] = {
        "participant_id": person.pk,
        "channel": Channel(form.cleaned_data["channel"]),
        "by": request.user,
    }
    if form.cleaned_data["what"] == "STOP":
        tried(request, actions.stop_circle, said=_("The circle is over."), **common)
    else:
        tried(request, actions.pause_circle, said=_("Paused. Somebody screens again before it goes on."), **common)
