"""What staff find out about a case: talks with one person, people outside, the dynamics sheet."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.audit.access import opens_case
from portal.forms import posted

from .. import actions
from ..forms import CollateralForm, DynamicsForm, LearnedForm, MeetingForm
from ..models import Case, CollateralContact, DynamicsSheet, Meeting
from ..statuses import Channel
from .finding import coordinated_case, one_person, tried

METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
@opens_case
def background(request: HttpRequest, reference: str) -> HttpResponse:
    case = coordinated_case(request, reference)
    context = {
        "case": case,
        "people": [one for one in case.participants.all() if not one.has_left],
        "meetings": Meeting.objects.filter(participant__case=case).select_related("participant", "written_by"),
        "contacts": CollateralContact.objects.visible_to(request.viewer)  # type: ignore[attr-defined]
        .filter(case=case)
        .select_related("named_by"),
        "sheet": _sheet_of(case),
    }
    return render(request, "portal/cases/background.html", context)


def _sheet_of(case: Case) -> DynamicsSheet | None:
    return DynamicsSheet.objects.filter(case=case).select_related("changed_by").first()


def _form_page(
    request: HttpRequest, case: Case, form: object, *, title: str, button: str, lead: str = ""
) -> HttpResponse:
    context = {"case": case, "form": form, "title": title, "button": button, "lead": lead, "to_background": True}
    return render(request, "portal/cases/work_form.html", context, status=422 if getattr(form, "errors", None) else 200)


@never_cache
@require_http_methods(METHODS)
@opens_case
def write_meeting(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    person = one_person(request, reference, number)
    form = MeetingForm(posted(request))
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        arguments = {"held_on": facts.pop("held_on"), "channel": Channel(facts.pop("channel")), "parts": facts}
        said = _("The talk is written down.")
        if tried(request, actions.write_meeting, said=said, participant_id=person.pk, by=request.user, **arguments):
            return redirect("portal:cases:background", reference=reference)
    title = _("A talk with %(name)s") % {"name": person.display_name}
    return _form_page(request, person.case, form, title=title, button=_("Keep"))


@never_cache
@require_http_methods(METHODS)
@opens_case
def add_collateral(request: HttpRequest, reference: str) -> HttpResponse:
    case = coordinated_case(request, reference)
    form = CollateralForm(posted(request), people=[one for one in case.participants.all() if one.is_active])
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        arguments = {name: facts[name] for name in ("name", "reach", "ask_about")}
        arguments |= {"participant_id": facts["number"].pk, "channel": Channel(facts["channel"]), "by": request.user}
        if tried(request, actions.add_collateral, said=_("Written down."), **arguments):
            return redirect("portal:cases:background", reference=reference)
    lead = _("Nobody outside is asked anything unless a person of the case allows it.")
    return _form_page(request, case, form, title=_("Somebody who may know more"), button=_("Keep"), lead=lead)


@never_cache
@require_http_methods(METHODS)
@opens_case
def write_learned(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    case = coordinated_case(request, reference)
    contacts = CollateralContact.objects.visible_to(request.viewer)  # type: ignore[attr-defined]
    contact = get_object_or_404(contacts, case=case, pk=pk)
    form = LearnedForm(posted(request), initial={"talked_on": contact.talked_on, "learned": contact.learned})
    if request.method == "POST" and form.is_valid():
        arguments = {"contact_id": contact.pk, "by": request.user, **form.cleaned_data}
        if tried(request, actions.write_learned, said=_("Written down."), **arguments):
            return redirect("portal:cases:background", reference=reference)
    title = _("What %(name)s said") % {"name": contact.name}
    return _form_page(request, case, form, title=title, button=_("Keep"), lead=contact.ask_about)


@never_cache
@require_http_methods(METHODS)
@opens_case
def dynamics(request: HttpRequest, reference: str) -> HttpResponse:
    case = coordinated_case(request, reference)
    sheet = _sheet_of(case)
    shown = model_to_dict(sheet, fields=[*actions.DYNAMICS, "edition"]) if sheet else {"edition": 0}
    form = DynamicsForm(posted(request), initial=shown)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_dynamics(
                case_id=case.pk, parts=form.cleaned_data, edition=form.cleaned_data["edition"], by=request.user
            )
        except actions.SheetMoved as moved:
            return _told_who_was_faster(request, case, moved.sheet)
        messages.success(request, _("The sheet is kept."))
        return redirect("portal:cases:background", reference=reference)
    return _form_page(request, case, form, title=_("Dynamics sheet"), button=_("Keep the sheet"))


def _told_who_was_faster(request: HttpRequest, case: Case, now: DynamicsSheet) -> HttpResponse:
    """What was typed stays in the boxes; saving again puts it over what stands there now, knowingly."""
    data = request.POST.copy()
    data["edition"] = str(now.edition)
    form = DynamicsForm(data)
    words = _("%(name)s changed the sheet while you were writing. Look at theirs below, then keep yours again.")
    form.add_error(None, words % {"name": now.changed_by.get_full_name()})
    context = {"case": case, "form": form, "title": _("Dynamics sheet"), "button": _("Keep the sheet")}
    context |= {"theirs": now, "to_background": True}
    return render(request, "portal/cases/work_form.html", context, status=409)
