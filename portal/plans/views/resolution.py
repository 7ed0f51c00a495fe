"""A resolution agreement, for those who coordinate or conduct its case: its page, its words, its signatures."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.agreements.statuses import SigningMethod
from portal.audit.access import opens_case
from portal.cases.forms import ChannelForm
from portal.cases.models import Case
from portal.cases.policies import may_coordinate
from portal.cases.statuses import Channel
from portal.cases.views.finding import tried
from portal.forms import posted
from portal.screening.gates import with_ways

from .. import actions, queries
from ..forms import BreachForm, CheckInForm, FactsForm, LeavingForm, OfficeSignForm, PaperForm, TermForm
from ..models import Commitment, Resolution
from ..policies import keeps_agreements, may_sign_for, may_write_resolution
from ..statuses import Capacity
from .finding import form_page

METHODS = ["GET", "HEAD", "POST"]
_FACTS = tuple(name for name in FactsForm.base_fields if name != "allegations")
_TERM = ("by_whom", "what", "for_whom", "kind", "starts_on", "due_on", "shown_by", "mentor", "obstacle")


def _case(request: HttpRequest, reference: str) -> Case:
    cases = Case.objects.visible_to(request.viewer).select_related("programme", "matter")  # type: ignore[attr-defined]
    return _checked(request, get_object_or_404(cases, reference=reference))


def _checked(request: HttpRequest, case: Case) -> Case:
    request.opened = case  # type: ignore[attr-defined]
    if not keeps_agreements(case):
        raise Http404
    if not may_write_resolution(request.user, case):
        raise PermissionDenied
    return case


def _found(request: HttpRequest, reference: str) -> Resolution | None:
    rows = Resolution.objects.visible_to(request.viewer)  # type: ignore[attr-defined]
    row = queries.open_resolution_of(rows, reference)
    if row is None:
        _case(request, reference)
        return None
    _checked(request, row.case)
    return row


def _row(request: HttpRequest, reference: str) -> Resolution:
    row = _found(request, reference)
    if row is None:
        raise Http404
    return row


def _back(row: Resolution) -> dict[str, Any]:
    return {"back_url": row.get_absolute_url(), "back_text": _("The agreement")}


@never_cache
@opens_case
def resolution(request: HttpRequest, reference: str) -> HttpResponse:
    """The agreement on one page; a POST begins one, or the next version after somebody withdrew."""
    if request.method == "POST":
        case = _case(request, reference)
        begun = tried(request, actions.begin_resolution, case_id=case.pk, by=request.user)
        return redirect("portal:plans:resolution", reference=reference) if begun else redirect(case)
    row = _found(request, reference)
    if row is None:
        return render(request, "portal/plans/begin_resolution.html", {"case": _case(request, reference)})
    context = {
        "page": queries.resolution_page(row),
        "row": row,
        "case": row.case,
        "leads": may_coordinate(request.user, row.case),
        "may_sign": row.is_being_signed and bool(_capacities(request, row)),
    }
    return render(request, "portal/plans/resolution.html", context)


@never_cache
@require_http_methods(METHODS)
@opens_case
def change_facts(request: HttpRequest, reference: str) -> HttpResponse:
    row = _row(request, reference)
    initial = {name: getattr(row, name) for name in _FACTS}
    initial["allegations"] = [str(one.pk) for one in row.allegations.all()]
    rows = with_ways(row.case.matter.allegations.all())
    form = FactsForm(posted(request), allegations=rows, process=row.case.process, initial=initial)
    if request.method == "POST" and form.is_valid():
        arguments = {"resolution_id": row.pk, "by": request.user, **form.cleaned_data}
        if tried(request, actions.change_resolution, on_form=form, said=_("Kept."), **arguments):
            return redirect(row)
    return form_page(request, form, title=_("The words of the agreement"), button=_("Keep"), **_back(row))


@never_cache
@require_http_methods(METHODS)
@opens_case
def add_term(request: HttpRequest, reference: str) -> HttpResponse:
    return _term(request, _row(request, reference), None)


@never_cache
@require_http_methods(METHODS)
@opens_case
def change_term(request: HttpRequest, reference: str, pk: str) -> HttpResponse:
    row = _row(request, reference)
    return _term(request, row, get_object_or_404(row.commitments.all(), pk=pk))


def _term(request: HttpRequest, row: Resolution, term: Commitment | None) -> HttpResponse:
    people = [one for one in row.case.participants.all() if one.is_party and not one.has_left]
    initial = {name: getattr(term, name) for name in _TERM} | {"owner": str(term.owner_id or "OTHER")} if term else {}
    form = TermForm(posted(request), people=people, initial=initial)
    if request.method == "POST" and form.is_valid():
        arguments = {"resolution_id": row.pk, "commitment_id": term.pk if term else None, "by": request.user}
        if tried(request, actions.keep_term, on_form=form, said=_("Kept."), **arguments, **form.facts()):
            return redirect(row)
    title = _("Change a term") if term else _("Add a term")
    return form_page(request, form, title=title, button=_("Keep"), **_back(row))


@require_POST
@opens_case
def remove_term(request: HttpRequest, reference: str, pk: str) -> HttpResponse:
    row = _row(request, reference)
    term = get_object_or_404(row.commitments.all(), pk=pk)
    tried(request, actions.remove_term, said=_("Taken out."), commitment_id=term.pk, by=request.user)
    return redirect(row)


@never_cache
@require_http_methods(METHODS)
@opens_case
def leaving(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """When a party graduates or leaves, and what that means."""
    row = _row(request, reference)
    person = get_object_or_404(row.case.participants.all(), number=number)
    said = next((one for one in row.leavings.all() if one.participant_id == person.pk), None)
    initial = {name: getattr(said, name) for name in ("kind", "leaves_on", "effect")} if said else {}
    form = LeavingForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        arguments = {"resolution_id": row.pk, "participant_id": person.pk, "by": request.user, **form.cleaned_data}
        if tried(request, actions.say_leaving, on_form=form, said=_("Kept."), **arguments):
            return redirect(row)
    title = _("When %(name)s graduates or leaves") % {"name": person.display_name}
    return form_page(request, form, title=title, button=_("Keep"), **_back(row))


@require_POST
@opens_case
def open_signing(request: HttpRequest, reference: str) -> HttpResponse:
    row = _row(request, reference)
    said = _("The words are fixed. Everyone is asked to sign.")
    tried(request, actions.open_resolution, said=said, resolution_id=row.pk, by=request.user)
    return redirect(row)


@require_POST
@opens_case
def revise(request: HttpRequest, reference: str) -> HttpResponse:
    row = _row(request, reference)
    said = _("This is a new version. Whoever has signed signs it anew.")
    tried(request, actions.revise_resolution, said=said, resolution_id=row.pk, by=request.user)
    return redirect(row)


def _capacities(request: HttpRequest, row: Resolution) -> list[Capacity]:
    """In which capacities this person may still sign: nobody signs in two."""
    given = list(row.signatures.all())
    if any(one.officer_id == request.user.pk for one in given):
        return []
    taken = {one.capacity for one in given}
    free = [code for code in (Capacity.COORDINATOR, Capacity.DIRECTOR) if code not in taken]
    return [code for code in free if may_sign_for(request.user, row.case, code)]


@never_cache
@require_http_methods(METHODS)
@opens_case
def sign(request: HttpRequest, reference: str) -> HttpResponse:
    """The coordinator or the director signs."""
    row = _row(request, reference)
    capacities = _capacities(request, row)
    if not capacities:
        raise PermissionDenied
    form = OfficeSignForm(posted(request), words=row, capacities=capacities, initial={"capacity": capacities[0]})
    if request.method == "POST" and form.is_valid():
        arguments = {
            "resolution_id": row.pk,
            "capacity": form.cleaned_data["capacity"],
            "typed_name": form.cleaned_data["typed_name"],
            "agreed_to_electronic": form.cleaned_data["agreed"],
            "by": request.user,
        }
        if tried(request, actions.sign_for_office, on_form=form, said=_("Signed."), **arguments):
            return redirect(row)
    context = {"row": row, "case": row.case, "form": form, "title": _("Sign the agreement")}
    return render(request, "portal/plans/sign_resolution.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(METHODS)
@opens_case
def paper(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """A party has signed on paper; staff who saw it tick it."""
    row = _row(request, reference)
    person = get_object_or_404(row.case.participants.all(), number=number)
    form = PaperForm(posted(request), words=row)
    if request.method == "POST" and form.is_valid():
        arguments = {
            "participant_id": person.pk,
            "resolution_id": row.pk,
            "typed_name": form.cleaned_data["typed_name"],
            "method": SigningMethod.PAPER,
            "agreed_to_electronic": False,
            "by": request.viewer,  # type: ignore[attr-defined]
        }
        if tried(request, actions.sign_resolution, on_form=form, said=_("Written down."), **arguments):
            return redirect(row)
    title = _("%(name)s signed on paper") % {"name": person.display_name}
    return form_page(request, form, title=title, button=_("Write it down"), **_back(row))


@never_cache
@require_http_methods(METHODS)
@opens_case
def withdraw_for(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """A party told staff before the last signature that they withdraw (P1). Nobody asks why."""
    row = _row(request, reference)
    person = get_object_or_404(row.case.participants.all(), number=number)
    form = ChannelForm(posted(request))
    if request.method == "POST" and form.is_valid():
        channel = Channel(form.cleaned_data["channel"])
        arguments = {"participant_id": person.pk, "channel": channel, "by": request.viewer}  # type: ignore[attr-defined]
        said = _("Written down. Nothing is agreed.")
        if tried(request, actions.withdraw_from_resolution, on_form=form, said=said, **arguments):
            return redirect(row)
    title = _("%(name)s withdraws from the agreement") % {"name": person.display_name}
    lead = _("Until everyone has signed, one word is enough. Then nothing is agreed, and the others hear that.")
    return form_page(request, form, title=title, lead=lead, button=_("Write it down"), **_back(row))


@never_cache
@require_http_methods(METHODS)
@opens_case
def look(request: HttpRequest, reference: str, pk: str) -> HttpResponse:
    """How one term goes."""
    row = _row(request, reference)
    term = get_object_or_404(row.commitments.all(), pk=pk)
    form = CheckInForm(posted(request))
    if request.method == "POST" and form.is_valid():
        arguments = {"commitment_id": term.pk, "by": request.user, **form.cleaned_data}
        if tried(request, actions.check_in_term, on_form=form, said=_("Written down."), **arguments):
            return redirect(row)
    title, button = _("How does it go?"), _("Write it down")
    return form_page(request, form, title=title, lead=term.what, button=button, **_back(row))


@never_cache
@require_http_methods(METHODS)
@opens_case
def breach(request: HttpRequest, reference: str) -> HttpResponse:
    row = _row(request, reference)
    form = BreachForm(posted(request))
    if request.method == "POST" and form.is_valid():
        arguments = {"resolution_id": row.pk, "by": request.user, **form.cleaned_data}
        if tried(request, actions.report_resolution_breach, on_form=form, said=_("The report is kept."), **arguments):
            return redirect(row)
    return form_page(request, form, title=_("Report a breach"), button=_("Report it"), **_back(row))
