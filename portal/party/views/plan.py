"""The plan on a participant's own page: read it, confirm it, see how it goes."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens
from portal.audit.events import AuditEvent
from portal.cases.statuses import Channel
from portal.forms import KindForm, RadiosWithHints, posted
from portal.plans.actions import answer_plan
from portal.plans.gates import answers_of
from portal.plans.models import Plan
from portal.plans.queries import open_plan
from portal.plans.statuses import PlanStatus

from .agreement import _own_place
from .place import tried


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
    context = {"plan": found, "form": form, "is_asked": is_asked, "said": answers_of(found).get(person.pk)}
    return render(request, "portal/party/plan.html", context, status=422 if form.errors else 200)
