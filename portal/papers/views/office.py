"""What everybody gets before they are asked: making the notice, giving it, and reading what people say."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.cases.actions import MatterGone, TransitionRefused
from portal.cases.models import Case, Participant
from portal.cases.statuses import Channel
from portal.documents import rendering
from portal.forms import KindForm, posted

from .. import actions
from ..forms import DeliveryForm, HeardWordsForm, NoticeForm
from ..gates import current_notice
from ..models import OwnWords, WrittenNotice
from ..policies import can_give_papers
from ..queries import papers_page
from ..statuses import DeliveryResult, DeliveryWay


def _case(request: HttpRequest, reference: str) -> Case:
    cases = Case.objects.visible_to(request.viewer).select_related("programme", "matter", "coordinator")
    case = get_object_or_404(cases.prefetch_related("participants"), reference=reference)
    request.opened = case
    if not can_give_papers(request.user, case):
        raise PermissionDenied
    if not case.programme.notice_before_consent:
        raise Http404
    return case


def _person(request: HttpRequest, reference: str, number: int) -> Participant:
    case = _case(request, reference)
    person = next((one for one in case.participants.all() if one.number == number and one.is_party), None)
    if person is None:
        raise Http404
    person.case = case
    return person


def _notice(case: Case) -> WrittenNotice:
    notice = current_notice(case)
    if notice is None:
        raise Http404
    return notice


@require_GET
@opens_case
def papers(request: HttpRequest, reference: str) -> HttpResponse:
    case = _case(request, reference)
    return render(request, "portal/papers/papers.html", {"case": case, "page": papers_page(case)})


@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def make(request: HttpRequest, reference: str) -> HttpResponse:
    case = _case(request, reference)
    form = NoticeForm(posted(request), initial=_what_stood_before(case))

    def act() -> None:
        actions.make_notice(case_id=case.pk, by=request.user, **form.cleaned_data)

    return _form_page(request, case, form, act, _("The written notice"))


def _what_stood_before(case: Case) -> dict[str, str]:
    current = current_notice(case)
    if current is None:
        return {"facilitator": case.coordinator.get_full_name() if case.coordinator else ""}
    return {name: current.values.get(name, "") for name in ("facilitator", "timeline", "measures")}


@require_GET
@opens(AuditEvent.DOCUMENT_OPENED)
def copy(request: HttpRequest, reference: str) -> HttpResponse:
    """The notice as a document, to print and hand over."""
    notice = _notice(_case(request, reference))
    response = HttpResponse(rendering.render_pdf(notice.template, notice.values), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="notice.pdf"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def heard(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """They said it to us: by phone, in person, on paper."""
    person = _person(request, reference, number)
    form = HeardWordsForm(posted(request))

    def act() -> None:
        given = form.cleaned_data
        actions.say_in_own_words(
            participant_id=person.pk, words=given["words"], channel=Channel(given["channel"]), by=request.user
        )

    return _form_page(request, person.case, form, act, person.display_name)


@require_POST
@opens_case
def send(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    person = _person(request, reference, number)
    try:
        actions.send_notice(notice_id=_notice(person.case).pk, participant_id=person.pk, by=request.user)
    except TransitionRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("They hear that there is something to read. When they open it, it stands here."))
    return redirect("portal:papers:papers", reference=reference)


@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def delivery(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    person = _person(request, reference, number)
    notice = _notice(person.case)
    form = DeliveryForm(posted(request))

    def act() -> None:
        way, result = DeliveryWay(form.cleaned_data["way"]), DeliveryResult(form.cleaned_data["result"])
        actions.note_delivery(notice_id=notice.pk, participant_id=person.pk, way=way, result=result, by=request.user)

    return _form_page(request, person.case, form, act, person.display_name)


@require_POST
@opens_case
def check(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    case = _case(request, reference)
    row = get_object_or_404(OwnWords, pk=pk, participant__case=case)
    understood = request.POST.get("understood") == "YES"
    actions.check_own_words(own_words_id=row.pk, understood=understood, by=request.user)
    messages.success(request, _("Kept.") if understood else _("Kept. Call them, and read the sheet together."))
    return redirect("portal:papers:papers", reference=reference)


def _form_page(request: HttpRequest, case: Case, form: KindForm, act, title: str) -> HttpResponse:
    """Nothing typed is lost: a refusal stands above the form as it was sent."""
    if form.is_bound and form.is_valid():
        try:
            act()
        except TransitionRefused as refusal:
            form.add_error(None, str(refusal))
        except MatterGone as gone:
            raise Http404 from gone
        else:
            messages.success(request, _("Written down."))
            return redirect("portal:papers:papers", reference=case.reference)
    context = {"case": case, "form": form, "title": title}
    return render(request, "portal/papers/form.html", context, status=422 if form.errors else 200)
