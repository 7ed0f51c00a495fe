"""The page of one request, for staff: what was said, what may be said, and the next step."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.audit.access import opens_case
from portal.cases.actions import TransitionRefused, write_note
from portal.cases.statuses import Channel, Ending
from portal.forms import KindForm
from portal.programmes.queries import current_office

from .. import actions, limits
from ..clocks import clock_of
from ..envelope import EnvelopeKey
from ..forms import staff as forms
from ..forms.fields import contact_of
from ..forms.messages import MessageForm, SafeContactForm
from ..models import Request
from ..policies import can_clear_minor, can_end_request
from ..queries import belong_together, conversation, openers
from ..statuses import OPEN_REQUESTS, SafeWay
from .cookies import SLIP, put_key


@require_safe
@opens_case
def request_page(request: HttpRequest, reference: str) -> HttpResponse:
    return _page(request, _opened(request, reference))


@require_POST
@opens_case
def answer(request: HttpRequest, reference: str) -> HttpResponse:
    item = _opened(request, reference)
    form = MessageForm(request.POST, prefix="answer")
    if not form.is_valid() or item.entry is None:
        return _page(request, item, answer=form)
    actions.answer(entry_id=item.entry.pk, body=form.cleaned_data["body"], by=request.user)
    messages.success(request, _("Your answer is on their page."))
    return redirect(item)


@require_POST
@opens_case
def told(request: HttpRequest, reference: str) -> HttpResponse:
    """They said it to us: by phone, in person, on paper."""
    item = _opened(request, reference)
    form = forms.ToldForm(request.POST, prefix="told")
    if not form.is_valid() or item.entry is None:
        return _page(request, item, told=form)
    channel = Channel(form.cleaned_data["channel"])
    actions.write_message(entry_id=item.entry.pk, body=form.cleaned_data["body"], channel=channel, by=request.user)
    messages.success(request, _("Written down in the conversation."))
    return redirect(item)


@require_POST
@opens_case
def note(request: HttpRequest, reference: str) -> HttpResponse:
    item = _opened(request, reference)
    form = forms.NoteForm(request.POST, prefix="note")
    if not form.is_valid():
        return _page(request, item, note=form)
    write_note(matter_id=item.matter_id, body=form.cleaned_data["body"], by=request.user)
    messages.success(request, _("The note is kept for staff."))
    return redirect(item)


@require_POST
@opens_case
def assign(request: HttpRequest, reference: str) -> HttpResponse:
    item = _opened(request, reference)
    form = forms.AssignForm(request.POST, team=_team(item), prefix="assign")
    if not form.is_valid():
        return _page(request, item, assign=form)
    actions.assign_request(request_id=item.pk, to=form.cleaned_data["to"], by=request.user)
    messages.success(request, _("%(name)s takes care of it.") % {"name": form.cleaned_data["to"].get_full_name()})
    return redirect(item)


@require_POST
@opens_case
def phrase(request: HttpRequest, reference: str) -> HttpResponse:
    """Does the caller know the two words? Until then nothing is said to them (P6)."""
    item = _opened(request, reference)
    form = forms.PhraseForm(request.POST, prefix="phrase")
    if limits.too_often(limits.PHRASES, item.pk):
        form.add_error("said", _("Tried too often in the last hour. Call back on the safe number instead."))
    if not form.is_valid():
        return _page(request, item, phrase=form)
    if not actions.check_phrase(request_id=item.pk, said=form.cleaned_data["said"], by=request.user):
        form.add_error("said", _("These are not the words. Say nothing, and offer to call back on the safe number."))
        return _page(request, item, phrase=form)
    messages.success(request, _("The words match: you may talk with this caller."))
    return redirect(item)


@require_POST
@opens_case
def minor(request: HttpRequest, reference: str) -> HttpResponse:
    item = _opened(request, reference)
    if not item.is_minor:
        actions.mark_minor(request_id=item.pk, by=request.user)
        messages.success(request, _("The request is held until the rule of the office is recorded."))
        return redirect(item)
    form = forms.MinorRuleForm(request.POST, prefix="minor")
    if not form.is_valid():
        return _page(request, item, minor=form)
    actions.clear_minor(request_id=item.pk, rule=form.cleaned_data["rule"], by=request.user)
    messages.success(request, _("Recorded. The request may go on."))
    return redirect(item)


@require_POST
@opens_case
def code(request: HttpRequest, reference: str) -> HttpResponse:
    """A new code for somebody who lost theirs, shown once to read out or to hand over."""
    item = _opened(request, reference)
    key = EnvelopeKey.new()
    actions.renew_code(request_id=item.pk, key=key, by=request.user)
    response = redirect("portal:intake:slip")
    put_key(response, SLIP, key)
    return response


@require_POST
@opens_case
def contact(request: HttpRequest, reference: str) -> HttpResponse:
    item = _opened(request, reference)
    form = SafeContactForm(request.POST, prefix="contact")
    if not form.is_valid():
        return _page(request, item, contact=form)
    way = SafeWay(form.cleaned_data["safe_way"])
    kept = contact_of(form.cleaned_data)
    actions.change_contact(request_id=item.pk, safe_way=way, contact=kept, by=request.user)
    messages.success(request, _("From now on we use only this."))
    return redirect(item)


@require_POST
@opens_case
def end(request: HttpRequest, reference: str) -> HttpResponse:
    item = _opened(request, reference)
    form = forms.EndForm(request.POST, prefix="end")
    if not form.is_valid():
        return _page(request, item, end=form)
    try:
        actions.end_request(request_id=item.pk, ending=Ending(form.cleaned_data["ending"]), by=request.user)
    except TransitionRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The request has ended. Close it to destroy its record."))
    return redirect(item)


def _opened(request: HttpRequest, reference: str) -> Request:
    rows = Request.objects.visible_to(request.viewer)
    rows = rows.select_related("matter", "programme", "entry", "case", "assigned_to__cover", "logged_by")
    item = get_object_or_404(rows, reference=reference)
    request.opened = item
    return item


def _team(item: Request) -> list[Any]:
    """Those who may open it; whoever has a tie is missing, and nobody is told."""
    tied = item.matter.ties.filter(answer="YES").values("person")
    return list(openers(item.programme).exclude(pk__in=tied))


def _page(request: HttpRequest, item: Request, **bound: KindForm) -> HttpResponse:
    team = _team(item)
    contact_now = {"safe_way": item.safe_way} | item.contact
    contact_now["shared_mailbox"] = "YES" if item.contact.get("shared_mailbox") else "NO"
    empty: dict[str, KindForm] = {
        "answer": MessageForm(prefix="answer"),
        "told": forms.ToldForm(prefix="told"),
        "note": forms.NoteForm(prefix="note"),
        "assign": forms.AssignForm(team=team, prefix="assign", initial={"to": item.assigned_to_id}),
        "phrase": forms.PhraseForm(prefix="phrase"),
        "minor": forms.MinorRuleForm(prefix="minor"),
        "contact": SafeContactForm(prefix="contact", initial=contact_now),
        "end": forms.EndForm(prefix="end"),
    }
    context = {
        "item": item,
        "clock": clock_of(item),
        "talk": conversation(item.entry, request.viewer) if item.entry else [],
        "notes": item.matter.notes.select_related("author"),
        "together": belong_together(item, request.viewer),
        "unit": current_office(request).unit_label(item.unit),
        "is_open": item.status in OPEN_REQUESTS,
        "can_decide": can_clear_minor(request.user, item),
        "can_end": can_end_request(request.user, item),
        "forms": empty | bound,
        "form": next(iter(bound.values()), None),
        "wrong": next(iter(bound), ""),
    }
    return render(request, "portal/intake/request.html", context)
