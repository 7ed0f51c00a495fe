"""The plan on a participant's own page: read it, confirm it, see how it goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens
from portal.audit.events import AuditEvent
from portal.cases.statuses import Channel
from portal.cases.views.finding import tried
from portal.forms import KindForm, RadiosWithHints, posted
from portal.plans.actions import answer_plan, say_how_it_goes
from portal.plans.forms import OwnLookForm
from portal.plans.gates import answers_of
from portal.plans.models import CheckIn, Commitment, Plan
from portal.plans.queries import fetch_promises, open_plan
from portal.plans.statuses import PlanStatus

from .agreement import _own_place

if TYPE_CHECKING:
    from portal.cases.models import Participant


class ConfirmForm(KindForm):
    """The edition that was on the page comes back with the answer, so that nobody confirms other words."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    yes = forms.TypedChoiceField(
        label=gettext_lazy("Is this the plan?"),
        choices=[("YES", gettext_lazy("Yes, I confirm it")), ("NO", gettext_lazy("Not as it is"))],
        coerce=lambda value: value == "YES",
        widget=RadiosWithHints(hints={"NO": gettext_lazy("The office hears it and gets in touch. Nobody asks why.")}),
        error_messages={"required": gettext_lazy("Choose one of the two. You can also leave this open.")},
    )


@dataclass(frozen=True)
class Line:
    """One promise as this participant reads it."""

    one: Commitment
    may_say: bool

    @property
    def own_words(self) -> list[CheckIn]:
        """What they have said of it themselves; what the office noted is the office's."""
        return [row for row in self.one.check_ins.all() if row.said_by_id] if self.may_say else []


def _may_say(plan: Plan, one: Commitment, person: Participant) -> bool:
    return plan.is_in_force and one.is_open and one.owner_id == person.pk


@require_http_methods(["GET", "HEAD", "POST"])
@opens(AuditEvent.DOCUMENT_OPENED)
def plan(request: HttpRequest) -> HttpResponse:
    person = _own_place(request)
    found = open_plan(Plan.objects.visible_to(request.viewer), case=person.case)
    if found is None:
        raise Http404
    is_asked = found.status == PlanStatus.CONFIRMING and person.is_party
    form = ConfirmForm(posted(request), initial={"edition": found.edition})
    if request.method == "POST" and form.is_valid():
        arguments = {"participant_id": person.pk, "channel": Channel.SELF, "by": request.viewer}
        if tried(request, answer_plan, said=_("Thank you. We have your answer."), **arguments, **form.cleaned_data):
            return redirect("portal:party:home")
        return redirect("portal:party:plan")
    fetch_promises(found)
    context = {"plan": found, "form": form, "is_asked": is_asked, "said": answers_of(found).get(person.pk)}
    context["rows"] = [Line(one, may_say=_may_say(found, one, person)) for one in found.commitments.all()]
    return render(request, "portal/party/plan.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@opens(AuditEvent.DOCUMENT_OPENED)
def plan_look(request: HttpRequest, number: int) -> HttpResponse:
    """How it goes with one's own promise, in one's own words."""
    person = _own_place(request)
    found = open_plan(Plan.objects.visible_to(request.viewer), case=person.case)
    own = [one for one in found.commitments.all() if _may_say(found, one, person)] if found else []
    one = next((row for row in own if row.number == number), None)
    if one is None:
        raise Http404
    form = OwnLookForm(posted(request))
    if request.method == "POST" and form.is_valid():
        arguments = {
            "commitment_id": one.pk,
            "participant_id": person.pk,
            "channel": Channel.SELF,
            "by": request.viewer,
        }
        if tried(request, say_how_it_goes, said=_("Thank you. It is written down."), **arguments, **form.cleaned_data):
            return redirect("portal:party:plan")
    return render(
        request, "portal/party/plan_look.html", {"one": one, "form": form}, status=422 if form.errors else 200
    )
