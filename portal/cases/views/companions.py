"""Supporters, interpreters and advisors, entered by staff for a party."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.audit.access import opens_case

from .. import actions
from ..forms import ChannelForm, StaffAnswerForm, StaffCompanionForm
from ..queries import companions_asked_of
from ..statuses import Channel, ParticipantRole
from .finding import one_person, to_person, tried


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def name_companion(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    party = one_person(request, reference, number)
    form = StaffCompanionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        arguments = {
            "participant_id": party.pk,
            "role": ParticipantRole(form.cleaned_data["role"]),
            "name": form.cleaned_data["name"],
            "channel": Channel(form.cleaned_data["channel"]),
            "by": request.viewer,  # type: ignore[attr-defined]
        }
        if tried(request, actions.name_companion, said=_("Named. The others are asked."), **arguments):
            return to_person(party)
    context = {"person": party, "case": party.case, "form": form, "asked": companions_asked_of(party)}
    return render(request, "portal/cases/companion.html", context)


@never_cache
@require_POST
@opens_case
def answer_companion(request: HttpRequest, reference: str, number: int, companion: int) -> HttpResponse:
    """What a party said about somebody whom another party would like to bring."""
    party = one_person(request, reference, number)
    about = next((row for row in party.case.participants.all() if row.number == companion and not row.is_party), None)
    if about is None:
        raise Http404
    form = StaffAnswerForm(request.POST)
    if not form.is_valid():
        context = {"person": party, "case": party.case, "form": form, "about": about}
        return render(request, "portal/cases/companion_answer.html", context)
    arguments = {
        "companion_id": about.pk,
        "participant_id": party.pk,
        "yes": form.cleaned_data["answer"] == "YES",
        "channel": Channel(form.cleaned_data["channel"]),
        "by": request.viewer,  # type: ignore[attr-defined]
    }
    tried(request, actions.answer_companion, said=_("Written down."), **arguments)
    return to_person(party)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def companion(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """One companion: who has agreed, and taking the wish back."""
    one = one_person(request, reference, number)
    if one.is_party:
        raise Http404
    form = ChannelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        arguments = {"companion_id": one.pk, "channel": Channel(form.cleaned_data["channel"]), "by": request.viewer}  # type: ignore[attr-defined]
        tried(request, actions.take_back_companion, said=_("Taken back."), **arguments)
    return to_person(one)
