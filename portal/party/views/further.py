"""Whether somebody wants a further session; nobody sees what the others say."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.audit.access import opens_case
from portal.cases.actions import TransitionRefused
from portal.cases.statuses import CaseStatus, Channel
from portal.forms import KindForm
from portal.sessions.actions import answer_further
from portal.sessions.gates import waits_after_stop

from .agreement import _own_place


class FurtherForm(KindForm):
    yes = forms.TypedChoiceField(
        label=gettext_lazy("Would you like a further session?"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose yes or no. You can also leave this open.")},
    )


@opens_case
def further(request: HttpRequest) -> HttpResponse:
    person = _own_place(request)
    if person.case.status != CaseStatus.HELD or waits_after_stop(person.case):
        messages.info(request, _("This question is not open now."))
        return redirect("portal:party:home")
    form = FurtherForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        yes = form.cleaned_data["yes"]
        try:
            answer_further(participant_id=person.pk, yes=yes, channel=Channel.SELF, by=request.viewer)
        except TransitionRefused as refusal:
            messages.info(request, str(refusal))
        else:
            messages.success(request, _("Thank you. If everyone wants it, we look for a time."))
        return redirect("portal:party:home")
    return render(request, "portal/party/further.html", {"form": form}, status=422 if form.errors else 200)
