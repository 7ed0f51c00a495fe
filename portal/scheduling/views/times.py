"""When people are free: the staff's overview, what staff write down for others, and the neutrals' own grid."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.audit.access import opens_case
from portal.cases.models import Assignment, Case, Participant
from portal.cases.statuses import Channel
from portal.cases.views.finding import tried
from portal.programmes.hours import zone_in_words

from .. import actions, queries
from ..actions.times import take_back_time
from ..forms import FitsForm, FitsForThemForm, FreeForm, FreeForThemForm, ProposeForm
from ..models import ProposedTime
from ..queries.offered import given_by_neutral, grid_days, open_proposals, session_length, usual_free
from .finding import arranged_case, one_neutral, one_person, own_part, visible_case


@never_cache
@require_http_methods(["GET", "HEAD"])
@opens_case
def times(request: HttpRequest, reference: str) -> HttpResponse:
    """Who gave times, which starts suit everyone, and whom the next ones do not suit."""
    case = arranged_case(request, reference)
    context = {"case": case, "times": queries.times_of(case), "zone": zone_in_words()}
    return render(request, "portal/scheduling/times.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def propose(request: HttpRequest, reference: str) -> HttpResponse:
    case = arranged_case(request, reference)
    form = ProposeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        arguments = {"case_id": case.pk, "starts": form.starts, "by": request.user}
        if tried(request, actions.propose_times, said=_("Sent. Everyone is asked which of them fit."), **arguments):
            return redirect("portal:scheduling:times", reference=reference)
    context = {"case": case, "form": form, "proposed": open_proposals(case), "zone": zone_in_words()}
    return render(request, "portal/scheduling/propose.html", context, status=422 if form.errors else 200)


@never_cache
@require_POST
@opens_case
def take_back(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    case = arranged_case(request, reference)
    tried(request, take_back_time, said=_("Taken off the list."), proposed_id=pk, case_id=case.pk, by=request.user)
    return redirect("portal:scheduling:times", reference=reference)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def give_for(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """A participant told staff when they are free (P1)."""
    person = one_person(arranged_case(request, reference), number)
    return _give(request, person.case, person=person, name=person.display_name)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def give_for_neutral(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    case = arranged_case(request, reference)
    assignment = one_neutral(case, pk, accepted=True)
    return _give(request, case, assignment=assignment, name=assignment.neutral.get_full_name())


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def my_times(request: HttpRequest, reference: str) -> HttpResponse:
    """The grid of a neutral who conducts the case, filled at first with their usual week."""
    case = visible_case(request, reference)
    return _give(request, case, assignment=own_part(request, case), name="")


def _give(
    request: HttpRequest,
    case: Case,
    *,
    person: Participant | None = None,
    assignment: Assignment | None = None,
    name: str,
) -> HttpResponse:
    """One page for everybody: which proposed times fit, and the free half hours. A name means: for somebody else."""
    proposed = open_proposals(case)
    row = getattr(person, "availability", None) if person else given_by_neutral(case, assignment)
    before = row.free if row else usual_free(assignment) if assignment else []
    fits_form, free_form = _forms(request, case, proposed, row, for_them=bool(name))
    sent = {"fits": fits_form, "free": free_form}.get(request.POST.get("part", ""))
    if sent is not None and sent.is_valid() and _keep(request, sent, person, assignment):
        return redirect("portal:scheduling:times" if name else "portal:scheduling:my_times", case.reference)
    context = {
        "case": case,
        "name": name,
        "proposed": proposed,
        "fits_form": fits_form,
        "free_form": free_form,
        "form": sent,
        "days": grid_days(case.programme.booking_horizon_days, request.POST.getlist("free") if sent else before),
        "zone": zone_in_words(),
        "given": row,
    }
    return render(request, "portal/scheduling/give.html", context, status=422 if sent and sent.errors else 200)


def _forms(
    request: HttpRequest, case: Case, proposed: list[ProposedTime], row: Any, *, for_them: bool
) -> tuple[FitsForm, FreeForm]:
    fits_kind, free_kind = (FitsForThemForm, FreeForThemForm) if for_them else (FitsForm, FreeForm)
    part = request.POST.get("part")
    fits = fits_kind(
        request.POST if part == "fits" else None,
        proposed=proposed,
        initial={"fits": [str(one) for one in row.fits] if row else []},
    )
    free = free_kind(
        request.POST if part == "free" else None,
        horizon=case.programme.booking_horizon_days,
        length=session_length(case),
        auto_id="free_%s",
    )
    return fits, free


def _keep(request: HttpRequest, form: Any, person: Participant | None, assignment: Assignment | None) -> bool:
    channel = Channel(form.cleaned_data.get("channel") or Channel.SELF)
    common: dict[str, Any] = {"channel": channel, "by": request.user}
    said = _("Kept. Thank you.")
    who: dict[str, Any] = {"participant_id": person.pk} if person else {"assignment_id": assignment and assignment.pk}
    if isinstance(form, FitsForm):
        return bool(tried(request, actions.answer_proposed, said=said, fits=form.chosen, **who, **common))
    give = actions.give_times if person else actions.give_neutral_times
    return bool(tried(request, give, said=said, free=form.cleaned_data["free"], **who, **common))
