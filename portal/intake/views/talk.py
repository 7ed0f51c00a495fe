"""Staff read and answer what somebody of a case writes on their own page, and write down what they said (P1)."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens_case
from portal.cases.actions import MatterGone
from portal.cases.statuses import Channel
from portal.cases.views.finding import one_person

from .. import actions
from ..forms.messages import MessageForm
from ..forms.staff import ToldForm
from ..queries import conversation


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def talk(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The conversation of one person with the office; whoever has no code has none."""
    person = one_person(request, reference, number)
    part = request.POST.get("part") if person.entry_id else None
    answer = MessageForm(request.POST if part == "answer" else None, prefix="answer")
    told = ToldForm(request.POST if part == "told" else None, prefix="told")
    sent = {"answer": answer, "told": told}.get(part or "")
    if sent is not None and sent.is_valid():
        try:
            keep(request, person.entry_id, sent)
        except MatterGone as gone:
            raise Http404 from gone
        return redirect("portal:intake:talk", reference=reference, number=number)
    context = {
        "person": person,
        "case": person.case,
        "talk": conversation(person.entry, request.viewer) if person.entry_id else [],
        "answer": answer,
        "told": told,
        "form": sent,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if sent is not None else HTTPStatus.OK
    return render(request, "portal/intake/talk.html", context, status=status)


def keep(request: HttpRequest, entry_id: UUID, form: MessageForm) -> None:
    """An answer of the office, or what staff were told: into the conversation. Raises MatterGone."""
    body = form.cleaned_data["body"]
    if isinstance(form, ToldForm):
        channel = Channel(form.cleaned_data["channel"])
        actions.write_message(entry_id=entry_id, body=body, channel=channel, by=request.user)
        messages.success(request, _("Written down in the conversation."))
    else:
        actions.answer(entry_id=entry_id, body=body, by=request.user)
        messages.success(request, _("Your answer is on their page."))
