"""On one's own page: the sheet of rights in one's own words, and the written notice."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.cases.actions import TransitionRefused
from portal.cases.models import Participant
from portal.cases.statuses import Channel
from portal.documents import rendering
from portal.forms import posted
from portal.handbook.queries import current, told
from portal.handbook.statuses import NoticeKind

from .. import actions
from ..forms import OwnWordsForm
from ..gates import newest_words


def _me(request: HttpRequest) -> Participant:
    """The party whose pass this is, in a programme that gives papers first; also after they have left."""
    rows = Participant.objects.visible_to(request.viewer).select_related("case__programme", "case__matter")
    person = rows.order_by("-created_at").first()
    if person is None or not person.is_party or not person.case.programme.notice_before_consent:
        raise Http404
    request.opened = person.case
    return person


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def sheet(request: HttpRequest) -> HttpResponse:
    """Rights, where to get help and where to report; then what it means, in one's own words."""
    person = _me(request)
    text = current(NoticeKind.RIGHTS, person.case.programme, person.case.process)
    form = OwnWordsForm(posted(request), initial={"shown": text.pk})
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["shown"] == str(text.pk):
            return _keep(request, person, form.cleaned_data["words"])
        form.add_error(None, _("The sheet was changed a moment ago. Please read it once more."))
        form.data = form.data.copy()
        form.data["shown"] = str(text.pk)
    occasion = actions.occasion_of(person)
    context = {
        "person": person,
        "form": form,
        "text": told(text),
        "given": newest_words(person.case, occasion).get(person.pk),
        "is_leaving": occasion == "LEAVING",
    }
    return render(request, "portal/papers/sheet.html", context, status=422 if form.errors else 200)


def _keep(request: HttpRequest, person: Participant, words: str) -> HttpResponse:
    try:
        actions.say_in_own_words(participant_id=person.pk, words=words, channel=Channel.SELF, by=request.viewer)
    except TransitionRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Thank you. Somebody here reads what you wrote."))
    return redirect("portal:papers:sheet" if person.has_left else "portal:party:home")


@never_cache
@require_GET
@opens(AuditEvent.DOCUMENT_OPENED)
def notice(request: HttpRequest) -> HttpResponse:
    """The notice; that it was opened is the proof that they have it."""
    person = _me(request)
    found = actions.open_notice(person=person, by=request.viewer)
    if found is None:
        raise Http404
    return render(request, "portal/papers/notice.html", {"person": person, "notice": found})


@never_cache
@require_GET
@opens(AuditEvent.DOCUMENT_OPENED)
def notice_pdf(request: HttpRequest) -> HttpResponse:
    person = _me(request)
    found = actions.open_notice(person=person, by=request.viewer)
    if found is None:
        raise Http404
    response = HttpResponse(rendering.render_pdf(found.template, found.values), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="your-copy.pdf"'
    return response
