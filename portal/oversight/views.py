"""For the director: what waits for them, the sample of closed cases, and what others opened."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.accounts.again import step_up
from portal.accounts.models import User
from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.cases.views.finding import tried
from portal.forms import posted
from portal.scheduling.actions import see_both_roles

from . import actions, queries
from .access import access_page
from .forms import ReviewForm
from .models import SampledCase
from .policies import OVERSEES, can_audit


def _must_oversee(request: HttpRequest) -> None:
    """Where no programme of this person keeps records, there is nothing to look after."""
    # Lists of several matters, none of them opened.
    request.opened = None
    if not request.user.may(OVERSEES):
        raise PermissionDenied
    if not request.user.may_where_kept(OVERSEES):
        raise Http404


@never_cache
@require_safe
@opens(AuditEvent.OVERSIGHT_OPENED)
def queue(request: HttpRequest) -> HttpResponse:
    _must_oversee(request)
    return render(request, "portal/oversight/queue.html", {"queue": queries.queue(request.user)})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One closed case of a sample: how did it go?"""
    row = get_object_or_404(queries.sampled_cases(request.viewer), pk=pk)
    request.opened = row
    page = queries.review_page(row, request.user)
    form = ReviewForm(posted(request))
    if request.method == "POST" and form.is_valid() and _reviewed(request, form, row):
        return redirect("portal:oversight:queue")
    context = {"page": page, "form": form}
    return render(request, "portal/oversight/review.html", context, status=422 if form.errors else 200)


def _reviewed(request: HttpRequest, form: ReviewForm, row: SampledCase) -> bool:
    arguments = {"sampled_id": row.pk, "findings": form.findings, "words": form.cleaned_data["words"]}
    said = _("Written down. Each case is looked at once.")
    return bool(tried(request, actions.review_case, on_form=form, said=said, by=request.user, **arguments))


@require_POST
@opens_case
def seen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The director has seen that somebody who decided is to conduct."""
    found = [one for one in queries.both_roles_to_see(request.user, queries.overseen(request.user)) if one.pk == pk]
    if not found:
        raise Http404
    request.opened = found[0].case
    see_both_roles(both_roles_id=pk, by=request.user)
    messages.success(request, _("Seen."))
    return redirect("portal:oversight:queue")


@never_cache
@require_safe
@step_up
@opens(AuditEvent.ACCESS_AUDITED)
def access(request: HttpRequest, person: UUID, programme: str) -> HttpResponse:
    """What one colleague opened in the last weeks. That it was looked at is written down too."""
    request.opened = None
    led = next((one for one in queries.overseen(request.user) if one.code == programme), None)
    somebody = User.objects.filter(pk=person).first()
    if led is None or somebody is None or not can_audit(request.user, somebody, led):
        raise Http404
    context = {"page": access_page(request.user, somebody, led)}
    return render(request, "portal/oversight/access.html", context)
