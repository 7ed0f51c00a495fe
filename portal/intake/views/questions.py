"""The request, one question a page: each answer is kept sealed for this browser, then the next question follows."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.handbook.statuses import NoticeKind
from portal.mail.queries import preview
from portal.mail.statuses import MailKind
from portal.programmes.models import Programme

from .. import actions, limits
from ..envelope import EnvelopeKey
from ..forms.questions import QuestionForm, SendForm
from ..forms.summary import lines_of
from ..forms.table import BY_SLUG, Question, first_open, path
from ..forms.wishes import wish_of
from ..queries import keeping_programme, notice
from ..statuses import AsksFor
from .cookies import DRAFT, SLIP, key_in, put_key
from .languages import is_read_in_another_language
from .refusals import not_now, refusal_for, refused
from .visit import Visit

STARTED_ANEW = _(
    "More than two hours had passed, so your earlier answers were deleted, as we said. "
    "Your last answer is still there. Please go through the others once more."
)
_CAMPAIGN = re.compile(r"^[A-Za-z0-9-]{1,40}$")


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """What happens here, and the other ways in. Only the button starts to keep anything."""
    given = request.POST if request.method == "POST" else request.GET
    campaign = given.get("from", "") if _CAMPAIGN.match(given.get("from", "")) else ""
    service = given.get("service", "") if given.get("service") in AsksFor.values else ""
    if request.method != "POST":
        context = {"campaign": campaign, "service": service, "has_draft": bool(Visit.of(request).answers)}
        context["keeping"] = keeping_programme()
        return render(request, "portal/intake/start.html", context)
    if problem := not_now(request, limits.ANSWERING):
        return problem
    key = EnvelopeKey.new()
    actions.discard_draft(key=key_in(request, DRAFT))
    actions.save_draft(key=key, content={"answers": {}, "from": campaign, "service": service})
    response = redirect("portal:intake:question", path({})[0].slug)
    put_key(response, DRAFT, key)
    return response


def first_question(answers: dict[str, Any]) -> str:
    return path(answers)[0].slug


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, slug: str) -> HttpResponse:
    if slug not in BY_SLUG:
        raise Http404
    visit, this = Visit.of(request), BY_SLUG[slug]
    if visit.is_sent:
        return redirect("portal:intake:sent")
    if request.method == "POST":
        return _answer(visit, this)
    if visit.content is None:
        return _gone_or_new(visit)
    if not _in_reach(visit, this):
        return visit.next_page()
    return _ask(visit, this, this.form(initial=visit.known(slug), asked=visit.asked))


def _gone_or_new(visit: Visit) -> HttpResponse:
    """Whoever has begun and comes back too late reads that their answers are gone, and chooses their door anew."""
    return redirect("portal:intake:start" if visit.key is None else "portal:intake:gone")


def _answer(visit: Visit, this: Question) -> HttpResponse:
    form = this.form(visit.request.POST, asked=visit.asked)
    if is_read_in_another_language(visit.request):
        return _ask(visit, this, this.form(initial=form.as_typed(), asked=visit.asked))
    if status := refusal_for(visit.request, limits.ANSWERING):
        return _ask(visit, this, form, status=status)
    if not form.is_valid():
        return _ask(visit, this, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    was_gone = visit.content is None
    key = visit.keep(this.slug, form.cleaned_data)
    response = visit.next_page()
    if was_gone and not visit.programme.destroys_at_close:
        messages.info(visit.request, STARTED_ANEW)
    put_key(response, DRAFT, key)
    return response


def _in_reach(visit: Visit, this: Question) -> bool:
    """A question may be opened when it applies and all before it are answered."""
    questions = path(visit.answers)
    if this not in questions:
        return False
    open_one = first_open(visit.answers, visit.asked)
    return open_one is None or questions.index(this) <= questions.index(open_one)


def _ask(visit: Visit, this: Question, form: QuestionForm, status: int = HTTPStatus.OK) -> HttpResponse:
    questions = path(visit.answers)
    number = questions.index(this) if this in questions else 0
    context = {
        "question": this,
        "form": form,
        "number": number + 1,
        "count": len(questions),
        "back": questions[number - 1].slug if number else "",
        "refused": refused(status),
        "programme": visit.programme,
        "door": visit.door,
    } | _words_for(this.slug, visit.programme)
    names = [f"portal/intake/questions/{this.slug}.html", "portal/intake/question.html"]
    return render(visit.request, names, context, status=status)


def _words_for(slug: str, programme: Programme) -> dict[str, Any]:
    """What a question says word for word: a notice of the handbook, or the mail that would arrive."""
    if slug == "contact":
        return {"letter": preview(MailKind.NEWS)}
    kinds = {"age": NoticeKind.PASS_ON, "minors": NoticeKind.MINORS}
    return {"notice": notice(kinds[slug], programme)} if slug in kinds else {}


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """All answers once more, with a way to change each; the button sends them."""
    visit = Visit.of(request)
    if visit.is_sent:
        return _to_slip(visit.key)
    if visit.content is None:
        return redirect("portal:intake:gone" if request.method == "POST" else "portal:intake:start")
    if visit.all_are_kept_out or first_open(visit.answers, visit.asked):
        return visit.next_page()
    form = SendForm(request.POST if request.method == "POST" else None, asked=visit.asked)
    if request.method == "POST":
        return _send(visit, form)
    return _check_page(visit, form)


def _send(visit: Visit, form: SendForm) -> HttpResponse:
    if status := refusal_for(visit.request, limits.SENDING):
        return _check_page(visit, form, status=status)
    if not form.is_valid():
        return _check_page(visit, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        actions.send_request(wish=wish_of(visit.answers, visit.programme, visit.content["from"]), key=visit.key)
    except actions.NobodyLeft:
        return redirect("portal:intake:independent")
    except actions.AlreadySent:
        # The other click was quicker. The slip stays where this browser can open it.
        pass
    return _to_slip(visit.key)


def _check_page(visit: Visit, form: SendForm, status: int = HTTPStatus.OK) -> HttpResponse:
    context = {
        "form": form,
        "facts": lines_of(visit.answers, visit.asked),
        "back": path(visit.answers)[-1].slug,
        "refused": refused(status),
        "programme": visit.programme,
    }
    return render(visit.request, "portal/intake/check.html", context, status=status)


def _to_slip(key: EnvelopeKey | None) -> HttpResponse:
    response = redirect("portal:intake:sent")
    if key is not None:
        put_key(response, SLIP, key)
        response.delete_cookie(DRAFT, samesite="Lax")
    return response


@require_safe
def independent(request: HttpRequest) -> HttpResponse:
    """Nobody here may see it: so it is not sent here, and this page says who else can help (P2)."""
    visit = Visit.of(request)
    if not visit.all_are_kept_out:
        return redirect("portal:intake:start") if visit.content is None else visit.next_page()
    return render(request, "portal/intake/independent.html")


@require_safe
def gone(request: HttpRequest) -> HttpResponse:
    """Sent twice, or too late: says kindly what may have happened."""
    return render(request, "portal/intake/gone.html", {"keeping": keeping_programme()}, status=HTTPStatus.GONE)
