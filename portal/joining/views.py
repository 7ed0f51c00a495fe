"""Staff look at two requests that may be one dispute, write down permissions, join them, and undo it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.audit.access import opens_case
from portal.cases.actions import MatterGone, TransitionRefused
from portal.cases.statuses import Channel
from portal.intake.models import Request
from portal.intake.policies import may_decide

from . import actions, queries
from .forms import YES, PermissionForm


@require_safe
@opens_case
def together(request: HttpRequest, reference: str) -> HttpResponse:
    return _show(request, _opened(request, reference), PermissionForm())


def _step(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """One press of a button; what is refused is said, and what has gone meanwhile is missing."""

    @require_POST
    @opens_case
    @wraps(view)
    def taken(request: HttpRequest, reference: str, **named: str) -> HttpResponse:
        item = _opened(request, reference)
        try:
            return view(request, item, **named)
        except MatterGone as gone:
            raise Http404 from gone
        except TransitionRefused as refusal:
            messages.error(request, str(refusal))
            return redirect("portal:joining:together", reference)

    return taken


@_step
def permission(request: HttpRequest, item: Request) -> HttpResponse:
    form = PermissionForm(request.POST)
    if not form.is_valid():
        return _show(request, item, form)
    yes, channel = form.cleaned_data["answer"] == YES, Channel(form.cleaned_data["channel"])
    actions.say_together(request_id=item.pk, yes=yes, channel=channel, by=request.user)
    messages.success(request, _("Their answer is recorded."))
    return redirect("portal:joining:together", item.reference)


@_step
def join(request: HttpRequest, item: Request, other: str) -> HttpResponse:
    second = get_object_or_404(Request.objects.visible_to(request.viewer), reference=other)
    actions.join(request_id=item.pk, other_id=second.pk, by=request.user)
    messages.success(request, _("They are one matter now. Each conversation stays as it is."))
    return redirect("portal:joining:together", item.reference)


@_step
def undo(request: HttpRequest, item: Request) -> HttpResponse:
    actions.undo(request_id=item.pk, by=request.user)
    messages.success(request, _("They are two again, each with a key of its own."))
    return redirect("portal:joining:together", item.reference)


def _opened(request: HttpRequest, reference: str) -> Request:
    rows = Request.objects.visible_to(request.viewer).select_related("matter__case", "programme")
    item = get_object_or_404(rows, reference=reference)
    request.opened = item
    return item


def _show(request: HttpRequest, item: Request, form: PermissionForm) -> HttpResponse:
    found = queries.together(item, request.user)
    context = {"item": item, "found": found, "form": form, "can_decide": may_decide(request.user, item)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "portal/joining/together.html", context, status=status)
