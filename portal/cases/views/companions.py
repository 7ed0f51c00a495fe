"""Supporters, interpreters and advisors, entered by staff for a party."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens_case
from portal.forms import posted

from .. import actions
from ..forms import ChannelForm, StaffAnswerForm, StaffCompanionForm
from ..statuses import Channel, ParticipantRole
from .finding import one_person, to_person, tried


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def name_companion(request, reference, number):
    party = one_person(request, reference, number)
    form = StaffCompanionForm(posted(request), stands_in=actions.may_have_stand_in(party))
    if request.method == "POST" and form.is_valid():
        arguments = {
            "participant_id": party.pk,
            "role": ParticipantRole(form.cleaned_data["role"]),
            "name": form.cleaned_data["name"],
            "channel": Channel(form.cleaned_data["channel"]),
            "by": request.viewer,
        }
        if tried(request, actions.name_companion, said=_("Named. The others are asked."), **arguments):
            return to_person(party)
    return render(request, "portal/cases/companion.html", {"person": party, "case": party.case, "form": form})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def answer_companion(request, reference, number, companion):
    """What a party said about somebody whom another party would like to bring."""
    party = one_person(request, reference, number)
    about = next((row for row in party.case.participants.all() if row.number == companion and not row.is_party), None)
    if about is None:
        raise Http404
    form = StaffAnswerForm(posted(request))
    if request.method == "POST" and form.is_valid():
        arguments = {
            "companion_id": about.pk,
            "participant_id": party.pk,
            "yes": form.cleaned_data["answer"] == "YES",
            "channel": Channel(form.cleaned_data["channel"]),
            "by": request.viewer,
        }
        tried(request, actions.answer_companion, said=_("Written down."), **arguments)
        return to_person(party)
    words = {"party": party.display_name, "companion": about.display_name}
    title = _("Does %(party)s agree that %(companion)s comes along?") % words
    context = {"person": party, "case": party.case, "form": form, "title": title}
    return render(request, "portal/cases/enter.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def take_back_companion(request, reference, number):
    """The party comes without this companion after all."""
    one = one_person(request, reference, number)
    form = ChannelForm(posted(request))
    if request.method == "POST" and form.is_valid():
        arguments = {"channel": Channel(form.cleaned_data["channel"]), "by": request.viewer}
        said = _("Written down.")
        tried(request, actions.take_back_companion, said=said, companion_id=one.pk, **arguments)
        return to_person(one)
    title = _("%(companion)s does not come along after all") % {"companion": one.display_name}
    return render(request, "portal/cases/enter.html", {"person": one, "case": one.case, "form": form, "title": title})
