"""Writing down a contact from any page, in under a minute; and the slip with a code, to read out."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.handbook.statuses import NoticeKind
from portal.programmes.models import Programme
from portal.programmes.queries import current_office

from .. import actions
from ..envelope import EnvelopeKey
from ..forms.questions import Asked
from ..forms.staff import INFORMATION, LogForm
from ..forms.wishes import logged_wish
from ..policies import can_log_contact
from ..queries import draft_content, logs_contacts_for, notice, people_here
from ..statuses import AsksFor, CameBy
from .cookies import SLIP, forget_slip, key_in, put_key


@require_http_methods(["GET", "HEAD", "POST"])
def log_contact(request: HttpRequest) -> HttpResponse:
    mine = logs_contacts_for(request.user)
    wanted = request.POST.get("programme") or request.GET.get("programme", "")
    programme = next((one for one in mine if one.code == wanted), mine[0] if mine else None)
    if programme is None or not can_log_contact(request.user, programme):
        raise PermissionDenied
    asked = Asked(office=current_office(request), people=tuple(people_here()))
    if request.method != "POST":
        form = LogForm(initial={"token": str(EnvelopeKey.new())}, asked=asked, keeps=_keeps(programme))
        return _form_page(request, form, programme)
    form = LogForm(request.POST, asked=asked, keeps=_keeps(programme))
    if not form.is_valid():
        return _form_page(request, form, programme)
    if form.cleaned_data["kind"] == INFORMATION:
        return _count(request, form.cleaned_data, programme)
    return _log(request, form, programme)


def _keeps(programme: Programme) -> bool:
    return not programme.destroys_at_close


def _log(request: HttpRequest, form: LogForm, programme: Programme) -> HttpResponse:
    key = form.cleaned_data["token"]
    try:
        actions.send_request(wish=logged_wish(form.cleaned_data, programme), key=key, by=request.user)
    except actions.NobodyLeft:
        form.add_error("tied", _("Nobody would be left to open it. Give them the independent contact instead."))
        return _form_page(request, form, programme)
    except actions.AlreadySent:
        messages.info(request, _("This contact was logged already, once."))
    response = redirect("portal:intake:slip")
    put_key(response, SLIP, key)
    return response


def _count(request: HttpRequest, given: dict[str, Any], programme: Programme) -> HttpResponse:
    actions.count_information(
        programme=programme,
        asks_for=AsksFor(given["asks_for"]),
        came_by=CameBy(given["came_by"]),
        by=request.user,
    )
    messages.success(request, _("Counted. Nothing about them was kept."))
    return redirect("portal:intake:log_contact")


def _form_page(request: HttpRequest, form: LogForm, programme: Programme) -> HttpResponse:
    context = {
        "form": form,
        "programme": programme,
        "others": [one for one in logs_contacts_for(request.user) if one != programme],
        "pass_on": notice(NoticeKind.PASS_ON, programme),
        "minors": notice(NoticeKind.MINORS, programme),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "portal/intake/log.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def slip(request: HttpRequest) -> HttpResponse:
    """Code and phrase to read out, for the browser that asked for them. The button takes them away."""
    key = key_in(request, SLIP)
    if request.method == "POST":
        actions.discard_draft(key=key)
        response = redirect("portal:desk:requests")
        forget_slip(response)
        return response
    shown = (draft_content(key) or {}).get("slip")
    context = {"slip": shown, "reply_due_on": parse_date(shown["reply_due_on"]) if shown else None}
    return render(request, "portal/intake/slip.html", context, status=HTTPStatus.OK if shown else HTTPStatus.GONE)
