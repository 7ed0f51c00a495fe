"""Groups without names: adding, inviting as a whole, counting at the door."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.audit.access import opens_case
from portal.cases.models import Case, CircleGroup
from portal.cases.views.finding import tried
from portal.documents.letters import letter_pdf
from portal.forms import posted
from portal.handbook import queries as handbook
from portal.handbook.statuses import NoticeKind
from portal.programmes.queries import current_office

from .. import actions
from ..forms import CountForm, GroupForm
from .finding import find_circle, find_room
from .overview import form_page

METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(METHODS)
@opens_case
def add(request: HttpRequest, reference: str) -> HttpResponse:
    case = find_circle(request, reference, to_coordinate=True)
    return _kept(request, case, None)


@never_cache
@require_http_methods(METHODS)
@opens_case
def change(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    case = find_circle(request, reference, to_coordinate=True)
    return _kept(request, case, _group(request, case, number))


def _kept(request: HttpRequest, case: Case, group: CircleGroup | None) -> HttpResponse:
    conducting = [row.neutral for row in case.assignments.all() if row.is_accepted]
    initial = {"label": group.label, "invited": group.invited, "facilitator": group.facilitator_id} if group else {}
    form = GroupForm(posted(request), conducting=conducting, initial=initial)
    if request.method == "POST" and form.is_valid():
        facts = {**form.cleaned_data, "number": group.number if group else None, "by": request.user}
        if tried(request, actions.keep_group, said=_("Kept."), case_id=case.pk, **facts):
            return redirect("portal:circles:circle", reference=case.reference)
    title = _("A group without names")
    lead = _("Nobody of it gets a page or signs. They are invited together and counted when they come.")
    return form_page(request, case, form, title=title, lead=lead)


@never_cache
@require_POST
@opens_case
def remove(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    case = find_circle(request, reference, to_coordinate=True)
    group = _group(request, case, number)
    tried(request, actions.remove_group, said=_("Taken out."), case_id=case.pk, number=group.number, by=request.user)
    return redirect("portal:circles:circle", reference=reference)


@never_cache
@require_POST
@opens_case
def invitation(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """One sheet for the whole group, to print or to read out: no name, no code, and the office's number."""
    case = find_circle(request, reference, to_coordinate=True)
    group = _group(request, case, number)
    if not tried(request, actions.invite_group, case_id=case.pk, number=group.number, by=request.user):
        return redirect("portal:circles:circle", reference=reference)
    office = current_office(request)
    notice = handbook.current(NoticeKind.GROUP_INVITATION, case.programme, case.process)
    words = handbook.told(notice, office).text
    pdf = letter_pdf(
        case.programme,
        subject=_("An invitation"),
        words=words,
        recipient=[group.label],
        day=timezone.localdate(),
        sender=office.name,
        office=office,
    )
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="invitation.pdf"'
    return response


@never_cache
@require_http_methods(METHODS)
@opens_case
def count(request: HttpRequest, pk: UUID, number: int) -> HttpResponse:
    """So many are here and so many have said yes; nobody signs and nobody is named."""
    session = find_room(request, pk)
    group = _group(request, session.case, number)
    form = CountForm(posted(request), initial={"here": group.here, "agreed": group.agreed})
    if request.method == "POST" and form.is_valid():
        facts = {"case_id": session.case_id, "number": group.number, "by": request.user, **form.cleaned_data}
        if tried(request, actions.count_group, said=_("Counted."), **facts):
            return redirect(session)
    context = {"session": session, "form": form, "title": group.label}
    return render(request, "portal/circles/count.html", context, status=422 if form.errors else 200)


def _group(request: HttpRequest, case: Case, number: int) -> CircleGroup:
    groups = CircleGroup.objects.visible_to(request.viewer)  # type: ignore[attr-defined]
    group = groups.filter(case=case, number=number).first()
    if group is None:
        raise Http404
    return group
