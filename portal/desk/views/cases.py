"""One case on the desk: its page, a step by button, a note."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.accounts.roles import Permission
from portal.audit.access import opens_case
from portal.cases import actions
from portal.cases.models import Case
from portal.cases.statuses import WANT_OF_AN_ANSWER, CaseStatus, NoteAudience, ParticipantRole
from portal.cases.transitions import BY_STEP
from portal.instances.policies import sees_register
from portal.plans.policies import follows_up, keeps_agreements
from portal.programmes.processes import definition
from portal.programmes.statuses import Process
from portal.records.queries import hand_to_matter

from .. import timeline
from ..forms.cases import NoteForm
from ..queries import cases as queries

# The screen of what a service keeps beside the case, by the role of whoever asked.
SHEETS = {
    ParticipantRole.COACHEE: "portal:cases:coaching",
    ParticipantRole.GROUP_SPONSOR: "portal:cases:brief",
    ParticipantRole.HARMED: "portal:circles:circle",
}


def _find(request: HttpRequest, reference: str) -> Case:
    rows = queries.with_everything(Case.objects.visible_to(request.viewer))
    case = get_object_or_404(rows, reference=reference)
    hand_to_matter(case)
    request.opened = case
    return case


@opens_case
def case(request: HttpRequest, reference: str) -> HttpResponse:
    case = _find(request, reference)
    return _case_page(request, case, NoteForm(audiences=_audiences(request, case)))


def _audiences(request: HttpRequest, case: Case) -> list[NoteAudience]:
    """Asked of the rows at hand: the page has read its assignments, and came through `visible_to`."""
    if case.matter.is_kept:
        return []
    staff = request.user.may(Permission.OPEN_CASES, case.programme)
    conducts = any(one.neutral_id == request.user.pk and one.is_accepted for one in case.assignments.all())
    may = {NoteAudience.STAFF: staff, NoteAudience.PAIR: conducts, NoteAudience.OWN: True}
    return [audience for audience, is_allowed in may.items() if is_allowed]


def _case_page(request: HttpRequest, case: Case, form: NoteForm) -> HttpResponse:
    kind = request.GET.get("kind", "")
    context = {
        "page": queries.case_page(case, request.user, kind=kind, whole="all" in request.GET),
        "case": case,
        "form": form,
        "kinds": [(code, words, code == kind) for code, (words, _events) in timeline.KINDS.items()],
        "kind": kind,
        "process": definition(case.process),
        "sheet_name": SHEETS.get(definition(case.process).requester_role, ""),
        "keeps": keeps_agreements(case),
        "is_registered": sees_register(request.user, case.programme),
        "has_plan": follows_up(case) and case.status in {CaseStatus.IN_SESSION, CaseStatus.HELD, CaseStatus.ENDED},
        "may_turn": case.ending in WANT_OF_AN_ANSWER and case.programme.conducts_now(Process.COACHING),
    }
    return render(request, "portal/desk/case.html", context, status=422 if form.errors else 200)


@require_POST
@opens_case
def move(request: HttpRequest, reference: str, step: str) -> HttpResponse:
    """One press of a button of the workflow table."""
    case = _find(request, reference)
    if step not in BY_STEP:
        return redirect(case)
    try:
        actions.move_case(case_id=case.pk, step=step, actor=request.user)
    except actions.TransitionRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Done."))
    return redirect(case)


@require_POST
@opens_case
def note(request: HttpRequest, reference: str) -> HttpResponse:
    case = _find(request, reference)
    form = NoteForm(request.POST, audiences=_audiences(request, case))
    if not form.is_valid():
        return _case_page(request, case, form)
    audience = NoteAudience(form.cleaned_data["audience"])
    actions.write_note(matter_id=case.matter_id, body=form.cleaned_data["body"], by=request.user, audience=audience)
    messages.success(request, _("The note is kept."))
    return redirect(case)


@require_POST
@opens_case
def delete_note(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    """Throw away a memory aid of one's own."""
    case = _find(request, reference)
    mine = case.matter.notes.visible_to(request.viewer).filter(audience=NoteAudience.OWN)
    note = get_object_or_404(mine, pk=pk)
    actions.delete_note(note_id=note.pk, by=request.user)
    messages.success(request, _("The memory aid is gone."))
    return redirect(case)
