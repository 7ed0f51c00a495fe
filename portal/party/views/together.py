"""Whether somebody's request may be treated as one with another's: asked of everybody, so that it tells nothing."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens_case
from portal.cases.actions import TransitionRefused
from portal.cases.statuses import Channel
from portal.forms import posted
from portal.joining.actions import say_together
from portal.joining.forms import NO, YES, OwnPermissionForm
from portal.joining.gates import is_permitted
from portal.joining.queries import joined_with

from .waiting import own_request

_GIVEN = {True: YES, False: NO, None: None}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def one(request: HttpRequest) -> HttpResponse:
    item = own_request(request)
    form = OwnPermissionForm(posted(request), initial={"answer": _GIVEN[is_permitted(item)]})
    if form.is_valid():
        yes = form.cleaned_data["answer"] == YES
        try:
            say_together(request_id=item.pk, yes=yes, channel=Channel.SELF, by=request.viewer)
        except TransitionRefused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Thank you. We keep to it."))
        return redirect("portal:party:home")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"form": form, "is_joined": joined_with(item) is not None}
    return render(request, "portal/party/one.html", context, status=status)
