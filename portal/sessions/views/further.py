"""Whether somebody wants a further session, as they told staff; their own page asks the same (M32)."""

from __future__ import annotations

from uuid import UUID

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from portal.audit.access import opens_case
from portal.cases.statuses import CaseStatus, Channel
from portal.cases.views.finding import coordinated_case, tried

from .. import actions
from ..forms import FurtherForThemForm
from ..gates import everyone_wants_another


@opens_case
def further_for(request: HttpRequest, reference: str) -> HttpResponse:
    """Nobody needs a device for a further session either (P1)."""
    case = coordinated_case(request, reference)
    prefetch_related_objects([case], "participants__consents", "sessions")
    parties = [one for one in case.participants.all() if one.is_party and one.is_active]
    form = FurtherForThemForm(request.POST if request.method == "POST" else None, people=parties)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        arguments = {"participant_id": UUID(given["person"]), "yes": given["yes"], "channel": Channel(given["channel"])}
        if tried(request, actions.answer_further, on_form=form, said=_("Written down."), by=request.user, **arguments):
            return redirect(case)
    missing = everyone_wants_another(case) if case.status == CaseStatus.HELD else []
    context = {"case": case, "form": form, "missing": missing}
    return render(request, "portal/sessions/further.html", context, status=422 if form.errors else 200)
