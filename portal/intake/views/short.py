"""The short ways: "just contact me" on one page, and "information only", which leaves a number."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.handbook.statuses import NoticeKind
from portal.mail.queries import preview
from portal.mail.statuses import MailKind
from portal.programmes.queries import current_office

from .. import actions, limits
from ..envelope import EnvelopeKey
from ..forms.questions import Asked
from ..forms.short import ContactMeForm, InformationForm
from ..forms.wishes import short_wish
from ..queries import draft_content, notice, people_here, taking_requests
from ..statuses import AsksFor, CameBy
from .cookies import SLIP, forget_slip, key_in, put_key
from .languages import is_read_in_another_language
from .refusals import refusal_for, refused


@require_http_methods(["GET", "HEAD", "POST"])
def contact_me(request: HttpRequest) -> HttpResponse:
    asked = Asked(office=current_office(request), people=tuple(people_here()))
    if request.method != "POST":
        return _contact_page(request, ContactMeForm(initial={"token": str(EnvelopeKey.new())}, asked=asked))
    form = ContactMeForm(request.POST, asked=asked)
    if is_read_in_another_language(request):
        return _contact_page(request, ContactMeForm(initial=form.as_typed(), asked=asked))
    if status := refusal_for(request, limits.SENDING):
        return _contact_page(request, form, status)
    if not form.is_valid():
        return _contact_page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    key = form.cleaned_data["token"]
    try:
        actions.send_request(wish=short_wish(form.cleaned_data, taking_requests()), key=key)
    except actions.NobodyLeft:
        return render(request, "portal/intake/independent.html", {"short": True})
    except actions.AlreadySent:
        if draft_content(key) is None:
            return redirect("portal:intake:gone")
    response = redirect("portal:intake:sent")
    put_key(response, SLIP, key)
    return response


def _contact_page(request: HttpRequest, form: ContactMeForm, status: int = HTTPStatus.OK) -> HttpResponse:
    programme = taking_requests()
    context = {
        "form": form,
        "letter": preview(MailKind.NEWS),
        "pass_on": notice(NoticeKind.PASS_ON, programme),
        "minors": notice(NoticeKind.MINORS, programme),
        "refused": refused(status),
    }
    return render(request, "portal/intake/contact_me.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def sent(request: HttpRequest) -> HttpResponse:
    """The code, the phrase and the day, for the browser that sent the request. The button takes them away."""
    key = key_in(request, SLIP)
    slip = (draft_content(key) or {}).get("slip")
    if request.method == "POST":
        actions.discard_draft(key=key)
        messages.success(request, _("The page with your code is gone from our side."))
        response = redirect("portal:passes:enter")
        forget_slip(response)
        return response
    if slip is None:
        return redirect("portal:intake:gone")
    context = {"slip": slip, "reply_due_on": parse_date(slip["reply_due_on"]), "letter": preview(MailKind.NEWS)}
    return render(request, "portal/intake/sent.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def information(request: HttpRequest) -> HttpResponse:
    """Answers without a request. Only the button counts, and it counts nothing but itself."""
    asked = Asked(office=current_office(request))
    form = InformationForm(request.POST if request.method == "POST" else None, asked=asked)
    if request.method == "POST" and (status := refusal_for(request, limits.SENDING)):
        return _information_page(request, form, status)
    if form.is_valid():
        asks_for = AsksFor(form.cleaned_data["asks_for"])
        actions.count_information(programme=taking_requests(), asks_for=asks_for, came_by=CameBy.WEB)
        messages.success(request, _("Thank you. We counted one more; nothing about you was kept."))
        return redirect("portal:intake:information")
    return _information_page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK)


def _information_page(request: HttpRequest, form: InformationForm, status: int) -> HttpResponse:
    kept = notice(NoticeKind.KEPT, taking_requests())
    context = {"form": form, "kept": kept, "refused": refused(status)}
    return render(request, "portal/intake/information.html", context, status=status)
