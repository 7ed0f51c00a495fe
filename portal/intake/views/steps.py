"""What staff do on the page of a request: each step is one button or one small form."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portal.audit.access import opens_case
from portal.cases.actions import MatterGone, TransitionRefused, write_note
from portal.cases.statuses import Ending

from .. import actions, limits
from ..envelope import EnvelopeKey
from ..forms import staff as forms
from ..forms.fields import contact_of
from ..forms.messages import MessageForm, SafeContactForm
from ..models import Request
from ..statuses import SafeWay
from .cookies import SLIP, put_key
from .request import opened, show, team_for
from .talk import keep


def taken_on_request(view: Callable[[HttpRequest, Request], HttpResponse]) -> Callable[..., HttpResponse]:
    """A step on a request that this viewer may open; one that goes meanwhile is missing like any other."""

    @opens_case
    @wraps(view)
    def taken(request: HttpRequest, reference: str) -> HttpResponse:
        item = opened(request, reference)
        try:
            return view(request, item)
        except MatterGone as gone:
            raise Http404 from gone

    return taken


def step(view: Callable[[HttpRequest, Request], HttpResponse]) -> Callable[..., HttpResponse]:
    """A step that is one press of a button."""
    return require_POST(taken_on_request(view))


@step
def answer(request: HttpRequest, item: Request) -> HttpResponse:
    form = MessageForm(request.POST, prefix="answer")
    if not form.is_valid() or item.entry is None:
        return show(request, item, answer=form)
    keep(request, item.entry.pk, form)
    return redirect(item)


@step
def told(request: HttpRequest, item: Request) -> HttpResponse:
    """They said it to us: by phone, in person, on paper."""
    form = forms.ToldForm(request.POST, prefix="told")
    if not form.is_valid() or item.entry is None:
        return show(request, item, told=form)
    keep(request, item.entry.pk, form)
    return redirect(item)


@step
def note(request: HttpRequest, item: Request) -> HttpResponse:
    form = forms.NoteForm(request.POST, prefix="note")
    if not form.is_valid():
        return show(request, item, note=form)
    write_note(matter_id=item.matter_id, body=form.cleaned_data["body"], by=request.user)
    messages.success(request, _("The note is kept for staff."))
    return redirect(item)


@require_http_methods(["GET", "HEAD", "POST"])
@taken_on_request
def assign(request: HttpRequest, item: Request) -> HttpResponse:
    """Give it to somebody: a page of its own, for whom to choose from is a long list that few look at."""
    form = forms.AssignForm(
        request.POST or None, team=team_for(item), prefix="assign", initial={"to": item.assigned_to_id}
    )
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return render(request, "portal/intake/assign.html", {"item": item, "form": form}, status=status)
    actions.assign_request(request_id=item.pk, to=form.cleaned_data["to"], by=request.user)
    messages.success(request, _("%(name)s takes care of it.") % {"name": form.cleaned_data["to"].get_full_name()})
    return redirect(item)


@step
def phrase(request: HttpRequest, item: Request) -> HttpResponse:
    """Does the caller know the two words? Until then nothing is said to them (P6)."""
    form = forms.PhraseForm(request.POST, prefix="phrase")
    if limits.too_often(limits.PHRASES, item.pk):
        form.add_error("said", _("Tried too often in the last hour. Call back on the safe number instead."))
    if not form.is_valid():
        return show(request, item, phrase=form)
    if not actions.check_phrase(request_id=item.pk, said=form.cleaned_data["said"], by=request.user):
        form.add_error("said", _("These are not the words. Say nothing, and offer to call back on the safe number."))
        return show(request, item, phrase=form)
    messages.success(request, _("The words match: you may talk with this caller."))
    return redirect(item)


@step
def minor(request: HttpRequest, item: Request) -> HttpResponse:
    if not item.is_minor:
        actions.mark_minor(request_id=item.pk, by=request.user)
        messages.success(request, _("The request is held until the rule of the office is recorded."))
        return redirect(item)
    form = forms.MinorRuleForm(request.POST, prefix="minor")
    if not form.is_valid():
        return show(request, item, minor=form)
    actions.clear_minor(request_id=item.pk, rule=form.cleaned_data["rule"], by=request.user)
    messages.success(request, _("Recorded. The request may go on."))
    return redirect(item)


@step
def code(request: HttpRequest, item: Request) -> HttpResponse:
    """A new code for somebody who lost theirs, shown once to read out or to hand over."""
    key = EnvelopeKey.new()
    actions.renew_code(request_id=item.pk, key=key, by=request.user)
    response = redirect("portal:intake:slip")
    put_key(response, SLIP, key)
    return response


@step
def contact(request: HttpRequest, item: Request) -> HttpResponse:
    form = SafeContactForm(request.POST, prefix="contact")
    if not form.is_valid():
        return show(request, item, contact=form)
    way = SafeWay(form.cleaned_data["safe_way"])
    kept = contact_of(form.cleaned_data)
    actions.change_contact(request_id=item.pk, safe_way=way, contact=kept, by=request.user)
    messages.success(request, _("From now on we use only this."))
    return redirect(item)


@step
def end(request: HttpRequest, item: Request) -> HttpResponse:
    form = forms.EndForm(request.POST, prefix="end")
    if not form.is_valid():
        return show(request, item, end=form)
    try:
        actions.end_request(request_id=item.pk, ending=Ending(form.cleaned_data["ending"]), by=request.user)
    except TransitionRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The request has ended. Close it to destroy its record."))
    return redirect(item)
