"""The page of one request, for staff: what was said, what may be said, and the next step."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from portal.audit.access import opens_case
from portal.forms import KindForm
from portal.programmes.queries import current_office

from ..clocks import clock_of
from ..forms import staff as forms
from ..forms.messages import MessageForm, SafeContactForm
from ..models import Request
from ..policies import may_decide
from ..queries import belong_together, contact_is_hidden, conversation, openers
from ..statuses import OPEN_REQUESTS


@require_safe
@opens_case
def request_page(request: HttpRequest, reference: str) -> HttpResponse:
    return show(request, opened(request, reference))


def opened(request: HttpRequest, reference: str) -> Request:
    rows = Request.objects.visible_to(request.viewer)
    rows = rows.select_related("matter", "programme", "entry", "case", "assigned_to__cover", "logged_by")
    item = get_object_or_404(rows, reference=reference)
    request.opened = item
    return item


def team_for(item: Request) -> list[Any]:
    """Those who may open it; whoever has a tie is missing, and nobody is told."""
    tied = item.matter.ties.filter(answer="YES").values("person")
    return list(openers(item.programme).exclude(pk__in=tied))


def show(request: HttpRequest, item: Request, **bound: KindForm) -> HttpResponse:
    is_hidden = contact_is_hidden(item, request.user)
    contact_now = {} if is_hidden else {"safe_way": item.safe_way} | item.contact
    contact_now["shared_mailbox"] = "YES" if contact_now.get("shared_mailbox") else "NO"
    empty: dict[str, KindForm] = {
        "answer": MessageForm(prefix="answer"),
        "told": forms.ToldForm(prefix="told"),
        "note": forms.NoteForm(prefix="note"),
        "phrase": forms.PhraseForm(prefix="phrase"),
        "minor": forms.MinorRuleForm(prefix="minor"),
        "contact": SafeContactForm(prefix="contact", initial=contact_now),
        "end": forms.EndForm(prefix="end"),
    }
    context = {
        "item": item,
        "contact_is_hidden": is_hidden,
        "clock": clock_of(item),
        "talk": conversation(item.entry, request.viewer) if item.entry else [],
        "notes": item.matter.notes.visible_to(request.viewer).select_related("author"),
        "together": belong_together(item, request.viewer),
        "unit": current_office(request).unit_label(item.unit),
        "is_open": item.status in OPEN_REQUESTS,
        "can_decide": may_decide(request.user, item),
        "forms": empty | bound,
        "form": next(iter(bound.values()), None),
        "wrong": next(iter(bound), ""),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if bound else HTTPStatus.OK
    return render(request, "portal/intake/request.html", context, status=status)
