"""For those who coordinate a case: who from outside sees one thing of it, and until when."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.accounts.again import step_up
from portal.audit.access import opens_case
from portal.cases.actions import MatterGone
from portal.cases.models import Case
from portal.cases.views.finding import tried
from portal.forms import posted

from .. import actions, policies, queries
from ..forms import AdmitForm
from ..models import Guest


def _case(request: HttpRequest, reference: str) -> Case:
    """Where no guests are possible, these pages do not exist."""
    rows = Case.objects.visible_to(request.viewer).select_related("programme", "matter")
    case = get_object_or_404(rows, reference=reference)
    if not policies.admits_guests(case.programme):
        raise Http404
    request.opened = case
    if not policies.can_end(request.user, case):
        raise PermissionDenied
    return case


def _guest(request: HttpRequest, case: Case, pk: UUID) -> Guest:
    return get_object_or_404(Guest.objects.visible_to(request.viewer).filter(case=case).select_related("case"), pk=pk)


@never_cache
@require_safe
@opens_case
def guests(request: HttpRequest, reference: str) -> HttpResponse:
    case = _case(request, reference)
    can_be_shown = bool(queries.what_can_be_shown(case))
    context = {
        "case": case,
        "guests": queries.guests_of(request.viewer, case),
        "may_admit": policies.can_admit(request.user, case) and can_be_shown,
        "can_be_shown": can_be_shown,
    }
    return render(request, "portal/guests/guests.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@step_up
@opens_case
def admit(request: HttpRequest, reference: str) -> HttpResponse:
    case = _case(request, reference)
    if not policies.can_admit(request.user, case):
        raise PermissionDenied
    choices = queries.what_can_be_shown(case)
    if not choices:
        # The list says what a guest could see, and that there is none of it yet.
        return redirect("portal:guests:guests", reference=reference)
    form = AdmitForm(posted(request), choices=choices)
    if form.is_valid():
        arguments = {"case_id": case.pk, "by": request.user, **form.cleaned_data}
        if made := tried(request, actions.admit_guest, on_form=form, **arguments):
            return render(request, "portal/guests/admitted.html", {"case": case, "made": made})
    return render(request, "portal/guests/admit.html", {"form": form, "case": case}, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@step_up
@opens_case
@sensitive_variables()
def new_code(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    """First what it means, then the code, shown on this one page."""
    case = _case(request, reference)
    guest = _guest(request, case, pk)
    if not policies.can_renew_code(request.user, guest):
        raise PermissionDenied
    if request.method != "POST":
        return render(request, "portal/guests/new_code.html", {"case": case, "guest": guest})
    made = tried(request, actions.renew_guest_code, guest_id=guest.pk, by=request.user)
    if made is None:
        return redirect("portal:guests:guests", reference=reference)
    return render(request, "portal/guests/admitted.html", {"case": case, "made": made})


@require_POST
@opens_case
def end(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    case = _case(request, reference)
    guest = _guest(request, case, pk)
    try:
        actions.end_guest(guest_id=guest.pk, by=request.user)
    except MatterGone as gone:
        raise Http404 from gone
    messages.success(request, _("Ended. The code opens nothing any more."))
    return redirect("portal:guests:guests", reference=reference)
