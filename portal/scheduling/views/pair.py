"""The pair of a case, for those who coordinate it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.accounts.models import User
from portal.audit.access import opens_case
from portal.cases.actions import TransitionRefused
from portal.cases.forms import ChannelForm
from portal.cases.models import Case
from portal.cases.statuses import Channel, TieAnswer
from portal.cases.views.finding import tried
from portal.forms import posted

from .. import actions, queries
from ..forms import ChoosePairForm, ObjectionForm, TieForThemForm
from .finding import arranged_case, one_neutral, one_person


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def pair(request: HttpRequest, reference: str) -> HttpResponse:
    """Who conducts, who could, and the button that asks them."""
    case = arranged_case(request, reference)
    form = ChoosePairForm(posted(request), people=User.objects.active().exclude(neutral_profile=None))
    if form.is_valid():
        neutrals = list(form.cleaned_data["neutral"])
        try:
            extra = queries.pair_of(case).asks_extra
            actions.ask_neutrals(
                case_id=case.pk, neutrals=neutrals, extra=extra, reason=form.cleaned_data["reason"], by=request.user
            )
        except actions.ReasonWanted as refusal:
            form.add_error("reason", str(refusal))
        except TransitionRefused as refusal:
            form.add_error("neutral", str(refusal))
        else:
            messages.success(request, _("Asked. They see names and units until they have answered."))
            return redirect("portal:scheduling:pair", reference=reference)
    chosen = {str(pk) for pk in request.POST.getlist("neutral")}
    current = queries.pair_of(case)
    context = {
        "case": case,
        "pair": current,
        "suggestion": queries.suggest(case)
        if current.can_choose and (current.room_left or current.asks_extra)
        else None,
        "chosen": chosen,
        "form": form,
        "asks_why": case.programme.keeps_records,
    }
    return render(request, "portal/scheduling/pair.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def answer_for(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """A neutral answered on the phone (P1)."""
    case = arranged_case(request, reference)
    assignment = one_neutral(case, pk)
    form = TieForThemForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer, channel = TieAnswer(form.cleaned_data["answer"]), Channel(form.cleaned_data["channel"])
        arguments = {"assignment_id": assignment.pk, "answer": answer, "channel": channel, "by": request.user}
        if tried(request, actions.answer_tie, said=_("Written down."), **arguments):
            return redirect("portal:scheduling:pair", reference=reference)
    name = assignment.neutral.get_full_name()
    return _ask(request, case, form, title=_("%(name)s told you") % {"name": name})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def replace(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    case = arranged_case(request, reference)
    assignment = one_neutral(case, pk)
    if request.method == "POST":
        said = _("%(name)s no longer conducts this. Ask somebody else now.")
        named = {"name": assignment.neutral.get_full_name()}
        tried(request, actions.replace_neutral, said=said % named, assignment_id=pk, by=request.user)
        return redirect("portal:scheduling:pair", reference=reference)
    return render(request, "portal/scheduling/replace.html", {"case": case, "assignment": assignment})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def object_for(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """A party told staff that they would like somebody else (P1)."""
    case = arranged_case(request, reference)
    assignment = one_neutral(case, pk)
    form = ObjectionForm(request.POST or None, parties=case.participants.parties().active())
    if request.method == "POST" and form.is_valid():
        arguments = {
            "participant_id": form.cleaned_data["party"].pk,
            "assignment_id": pk,
            "channel": Channel(form.cleaned_data["channel"]),
            "by": request.user,
        }
        if tried(request, actions.object_to_neutral, said=_("Written down. Ask somebody else now."), **arguments):
            return redirect("portal:scheduling:pair", reference=reference)
    name = assignment.neutral.get_full_name()
    return _ask(request, case, form, title=_("Somebody else instead of %(name)s") % {"name": name})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def agree_for(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """A party told staff that the new pair is fine with them (P1, P10)."""
    person = one_person(arranged_case(request, reference), number)
    form = ChannelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        channel = Channel(form.cleaned_data["channel"])
        arguments = {"participant_id": person.pk, "channel": channel, "by": request.user}
        if tried(request, actions.agree_to_pair, said=_("Written down."), **arguments):
            return redirect("portal:scheduling:pair", reference=reference)
    title = _("The new pair is fine with %(name)s") % {"name": person.display_name}
    return _ask(request, person.case, form, title=title)


def _ask(request: HttpRequest, case: Case, form: ChannelForm, *, title: str) -> HttpResponse:
    context = {"case": case, "form": form, "title": title}
    return render(request, "portal/scheduling/enter.html", context, status=422 if form.errors else 200)
