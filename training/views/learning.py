"""My learning: one page for people with a personal code and for people who sign in. Each sees their own, nothing else.

The views are behind both doors, under two names; `_door` says which one somebody came through.
"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.audit.access import opens
from portal.audit.events import AuditEvent
from portal.documents.views import pdf_response
from portal.forms import posted
from portal.passes.models import Pass
from training import actions, certificates, queries
from training.forms import DescriptionForm, LogForm
from training.models import Certification, Learner

DESCRIBED = "described"
_HALF_A_YEAR = 183 * 86400


@never_cache
@require_safe
def learning(request: HttpRequest) -> HttpResponse:
    """What is done, what is missing, what ends. Somebody who never took a course is told how to begin."""
    learner = queries.own_learner(request.viewer)
    context = _door(request) | {"learner": learner}
    if learner is not None:
        found = context["learning"] = queries.learning_of(learner, timezone.localdate())
        if any(one.is_new for one in found.feedback):
            actions.mark_read(learner=learner, by=request.viewer)
    return render(request, "training/learning.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add_entry(request: HttpRequest) -> HttpResponse:
    learner, form, door = _own(request), LogForm(posted(request)), _door(request)
    if form.is_valid():
        try:
            actions.add_log_entry(learner_id=learner.pk, by=request.viewer, **form.facts)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("It stands in your log. It counts once the office has confirmed it."))
            return redirect(door["names"]["page"])
    return render(request, "training/log_entry.html", door | {"form": form})


@never_cache
@require_POST
def remove_entry(request: HttpRequest, entry: UUID) -> HttpResponse:
    found = get_object_or_404(_own(request).log, pk=entry)
    try:
        actions.remove_log_entry(entry_id=found.pk, by=request.viewer)
    except actions.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Taken back."))
    return redirect(_door(request)["names"]["page"])


@never_cache
@require_safe
@opens(AuditEvent.CERTIFICATE_PRINTED)
def certificate(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own certificate, as long as it was not taken back."""
    rows = Certification.objects.filter(learner=_own(request), revoked_at=None).select_related("learner")
    found = request.opened = get_object_or_404(rows, pk=pk)
    return pdf_response(certificates.certificate_pdf(found), f"certificate-{found.granted_on:%Y-%m-%d}")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: HttpRequest) -> HttpResponse:
    """About oneself, if one likes. Only a number changes; a cookie keeps this browser from counting twice."""
    door, form = _door(request), DescriptionForm(posted(request))
    done = DESCRIBED in request.COOKIES
    if done or not form.is_valid():
        return render(request, "training/describe.html", door | {"form": form, "done": done})
    actions.count_description(answers=form.cleaned_data)
    messages.success(request, _("Thank you. It was counted, and nothing else was kept."))
    response = redirect(door["names"]["page"])
    response.set_cookie(DESCRIBED, "1", max_age=_HALF_A_YEAR, httponly=True, samesite="Lax", secure=request.is_secure())
    return response


def _own(request: HttpRequest) -> Learner:
    learner = queries.own_learner(request.viewer)
    if learner is None:
        raise Http404
    return learner


def _door(request: HttpRequest) -> dict[str, object]:
    """The frame of the page and the names of the addresses, for the door that this viewer came through."""
    own = "my" if isinstance(request.viewer, Pass) else "own"
    names = ("log", "unlog", "certificate", "describe")
    return {
        "frame": "my/base.html" if own == "my" else "portal/base.html",
        "names": {name: f"training:{own}_{name}" for name in names} | {"page": f"training:{own}_learning"},
    }
