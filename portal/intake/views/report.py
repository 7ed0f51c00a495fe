"""The public page of the programme in which records are kept. What is kept is read before anything is written."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from portal.forms import posted
from portal.handbook import queries as handbook
from portal.handbook.statuses import NoticeKind

from .. import actions, limits
from ..envelope import EnvelopeKey
from ..forms.report import ReportForm
from ..queries import keeping_programme
from .cookies import DRAFT, key_in, put_key
from .questions import first_question
from .refusals import not_now


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    programme = keeping_programme()
    if programme is None:
        raise Http404
    form = ReportForm(posted(request))
    if request.method == "POST" and form.is_valid():
        if problem := not_now(request, limits.ANSWERING):
            return problem
        key = EnvelopeKey.new()
        actions.discard_draft(key=key_in(request, DRAFT))
        answers = {"door": {"door": form.cleaned_data["door"]}}
        content = {"answers": answers, "from": "", "service": "", "programme": programme.code}
        actions.save_draft(key=key, content=content)
        response = redirect("portal:intake:question", first_question(answers))
        put_key(response, DRAFT, key)
        return response
    language = get_language() or "en"
    texts = {
        kind.lower(): handbook.told(handbook.current(kind, programme, language=language))
        for kind in (NoticeKind.KEPT, NoticeKind.CONFIDENTIALITY)
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "portal/intake/report.html", {"form": form, "programme": programme, **texts}, status=status)
