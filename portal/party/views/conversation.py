"""Reading and writing on one's own page: the conversation with the office."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens
from portal.audit.events import AuditEvent
from portal.intake import actions, limits
from portal.intake.forms.messages import MessageForm
from portal.intake.queries import conversation as spoken
from portal.intake.queries import person_of, unread


@require_http_methods(["GET", "HEAD", "POST"])
@opens(AuditEvent.MESSAGE_READ)
def conversation(request: HttpRequest) -> HttpResponse:
    entry = request.viewer
    request.opened = person_of(entry)
    if request.opened is None:
        raise Http404  # a pass that is nobody's in a request or a case: a guest's, a learner's
    form = MessageForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if limits.too_often(limits.WRITING, entry.pk):
            return _page(request, form, HTTPStatus.TOO_MANY_REQUESTS)
        actions.write_message(entry_id=entry.pk, body=form.cleaned_data["body"], by=entry)
        messages.success(request, _("Your message is with us."))
        return redirect("portal:party:conversation")
    if request.method == "GET":
        actions.mark_read(entry=entry, ids=unread(entry))
    return _page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK)


def _page(request: HttpRequest, form: MessageForm, status: int) -> HttpResponse:
    context = {
        "form": form,
        "talk": spoken(request.viewer, request.viewer),
        "too_often": status == HTTPStatus.TOO_MANY_REQUESTS,
    }
    return render(request, "portal/party/conversation.html", context, status=status)
