"""The other people: whom the requester wants to talk with, and who comes along."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from portal.audit.access import opens_case
from portal.cases import actions
from portal.cases.forms import CompanionForm, OtherForm
from portal.cases.queries import first_words, latest_answer
from portal.cases.statuses import CaseStatus, Channel, ConsentKind, ParticipantRole
from portal.cases.views.finding import tried
from portal.forms import posted
from portal.programmes.processes import definition
from portal.programmes.queries import current_office

from ..queries import companions_to_answer, others_of, own_companions
from .place import open_place_of


@never_cache
@require_http_methods(["GET", "HEAD"])
@opens_case
def others(request):
    person = _requester(request)
    may_add = latest_answer(person, ConsentKind.GO_ON) and person.case.status in actions.ANSWERABLE
    context = {"person": person, "case": person.case, "others": others_of(person), "may_add": may_add}
    return render(request, "portal/party/others.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def add_other(request):
    person = _requester(request)
    form = OtherForm(posted(request), routes=actions.routes_of(person.case))
    if request.method == "POST" and form.is_valid():
        arguments = {
            "case_id": person.case_id,
            "route": form.cleaned_data["route"],
            "name": form.cleaned_data["name"],
            "contact": form.contact,
            "permitted": form.cleaned_data["permitted"],
            "channel": Channel.SELF,
            "by": request.viewer,
        }
        if tried(request, actions.add_person, said=_("Thank you. We have written it down."), **arguments):
            return redirect("portal:party:others")
    return render(request, "portal/party/add_other.html", {"person": person, "form": form})


@never_cache
@require_POST
@opens_case
@sensitive_variables()
def invitation(request, number):
    """The invitation to pass on: its words and its code, shown this once."""
    person = _requester(request)
    other = next((row for row in others_of(person) if row.number == number), None)
    if other is None:
        raise Http404
    if not other.can_be_made:
        messages.error(request, _("You have made this invitation already. Is it lost? Write to us or call."))
        return redirect("portal:party:others")
    arguments = {"participant_id": other.pk, "channel": Channel.SELF, "by": request.viewer}
    code = tried(request, actions.hand_over_invitation, **arguments)
    if code is None:
        return redirect("portal:party:others")
    office = current_office(request)
    coordinator = person.case.coordinator.get_full_name() if person.case.coordinator else ""
    context = {
        "code": code,
        "address": settings.ACCORD_BASE_URL.rstrip("/") + reverse("portal:passes:join"),
        "words": first_words(person, office=office, staff=coordinator or office.name).small_html,
        "answer_by": person.case.answer_by,
    }
    return render(request, "portal/party/invitation.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def companions(request):
    """Name somebody who comes along; see who would come with the others."""
    person = open_place_of(request)
    form = CompanionForm(posted(request), stands_in=actions.may_have_stand_in(person))
    if request.method == "POST" and form.is_valid():
        arguments = {
            "participant_id": person.pk,
            "role": ParticipantRole(form.cleaned_data["role"]),
            "name": form.cleaned_data["name"],
            "channel": Channel.SELF,
            "by": request.viewer,
        }
        if tried(request, actions.name_companion, said=_("Thank you. We ask the others."), **arguments):
            return redirect("portal:party:companions")
    asked = companions_to_answer(person) if person.case.status in actions.ASKED_FROM else []
    context = {
        "person": person,
        "form": form,
        "mine": own_companions(person),
        "asked": [{"row": row, "answer": latest_answer(person, ConsentKind.COMPANION, about=row)} for row in asked],
    }
    return render(request, "portal/party/companions.html", context)


@never_cache
@require_POST
@opens_case
def companion_answer(request, number):
    person = open_place_of(request)
    shown = companions_to_answer(person) if person.case.status in actions.ASKED_FROM else []
    companion = next((row for row in shown if row.number == number), None)
    if companion is None:
        raise Http404
    answer = request.POST.get("answer")
    if answer not in {"YES", "NO"}:
        messages.error(request, _("Please choose yes or no."))
        return redirect("portal:party:companions")
    arguments = {"companion_id": companion.pk, "participant_id": person.pk, "yes": answer == "YES"}
    said = _("Thank you.")
    tried(request, actions.answer_companion, said=said, channel=Channel.SELF, by=request.viewer, **arguments)
    return redirect("portal:party:companions")


@never_cache
@require_POST
@opens_case
def companion_back(request, number):
    """They come without that person after all."""
    person = open_place_of(request)
    companion = next((row for row in own_companions(person) if row.number == number), None)
    if companion is None:
        raise Http404
    arguments = {"companion_id": companion.pk, "channel": Channel.SELF, "by": request.viewer}
    tried(request, actions.take_back_companion, said=_("Thank you for telling us."), **arguments)
    return redirect("portal:party:companions")


def _requester(request):
    person = open_place_of(request)
    if definition(person.case.process).is_for_staff_to_ask:
        raise Http404
    if not person.is_requester or person.case.status not in {CaseStatus.OPENED, CaseStatus.INVITING}:
        raise Http404
    return person
