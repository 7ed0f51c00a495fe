"""The page of somebody who has written to the office and is in no case yet."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens_case
from portal.cases.actions import TransitionRefused
from portal.cases.statuses import Ending
from portal.intake import actions
from portal.intake.forms.fields import contact_of
from portal.intake.forms.messages import SafeContactForm
from portal.intake.models import Request
from portal.intake.queries import unread
from portal.intake.statuses import OPEN_REQUESTS, SafeWay
from portal.mail.queries import preview
from portal.mail.statuses import MailKind
from portal.moving.statuses import MoveAnswer
from portal.programmes.queries import current_office

from ..waiting import held_of, status_of


def waiting_home(request: HttpRequest) -> HttpResponse:
    """Called by the first page while there is no place in a case."""
    item = own_request(request)
    context = {"item": item, "status": status_of(item), "news": len(unread(request.viewer))}
    context["is_open"] = item.status in OPEN_REQUESTS
    context["is_asked_to_move"] = item.moveoffers.filter(answer=MoveAnswer.WAITING).exists()
    return render(request, "portal/party/waiting.html", context)


def waiting_held(request: HttpRequest) -> HttpResponse:
    """All that we hold about somebody who has written to us, opened for them, and who can see it."""
    item = own_request(request)
    return render(
        request, "portal/party/waiting_held.html", {"item": item, "facts": held_of(item, current_office(request))}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def stop(request: HttpRequest) -> HttpResponse:
    """ "I don't want to go on": first what it means, then one button."""
    item = own_request(request)
    if request.method == "POST":
        try:
            actions.end_request(request_id=item.pk, ending=Ending.NOT_PURSUED, by=request.viewer)
        except TransitionRefused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("It ends here. Thank you for telling us."))
        return redirect("portal:party:home")
    if item.case is not None and item.case.is_open:
        # The request has become a case: leaving it is withdrawing, with the words that the others will get.
        return redirect("portal:withdrawals:withdraw")
    return render(request, "portal/party/stop.html", {"item": item, "is_open": item.status in OPEN_REQUESTS})


@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def reach(request: HttpRequest) -> HttpResponse:
    """What is safe can change: from then on we use only the new way."""
    item = own_request(request)
    now = {"safe_way": item.safe_way, "shared_mailbox": "YES" if item.contact.get("shared_mailbox") else "NO"}
    form = SafeContactForm(request.POST if request.method == "POST" else None, initial=item.contact | now)
    if form.is_valid():
        kept, way = contact_of(form.cleaned_data), SafeWay(form.cleaned_data["safe_way"])
        actions.change_contact(request_id=item.pk, safe_way=way, contact=kept, by=request.viewer)
        messages.success(request, _("From now on we use only this."))
        return redirect("portal:party:home")
    context = {"form": form, "letter": preview(MailKind.NEWS)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "portal/party/reach.html", context, status=status)


def own_request(request: HttpRequest) -> Request:
    rows = Request.objects.visible_to(request.viewer).select_related("matter", "programme", "assigned_to__cover")
    item = rows.first()
    if item is None:
        raise Http404
    request.opened = item
    return item
