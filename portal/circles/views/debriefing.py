"""A facilitator looks back on a circle that is over."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens_case
from portal.cases.views.finding import tried
from portal.forms import posted

from .. import actions, queries
from ..forms import DebriefForm
from ..policies import can_debrief
from .finding import find_circle
from .overview import form_page


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def look_back(request: HttpRequest, reference: str) -> HttpResponse:
    case = find_circle(request, reference)
    if not can_debrief(request.user, case):
        raise PermissionDenied
    session = queries.last_held(case)
    if session is None:
        raise Http404
    row = next((one for one in queries.debriefs_of(case, request.user) if one.facilitator == request.user), None)
    fields = DebriefForm.base_fields
    form = DebriefForm(posted(request), initial={name: getattr(row, name) for name in fields} if row else {})
    if request.method == "POST" and form.is_valid():
        facts = {"session_id": session.pk, "by": request.user, **form.cleaned_data}
        if tried(request, actions.look_back, said=_("Thank you. It is kept."), **facts):
            return redirect("portal:circles:circle", reference=reference)
    lead = _("About how you led it: nothing of what was said. Participants never read it.")
    return form_page(request, case, form, title=_("Looking back on the circle"), lead=lead)
