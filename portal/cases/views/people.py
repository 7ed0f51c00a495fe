"""The page of one person, and the steps that staff enter for them."""

from typing import Any

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.audit.access import opens_case
from portal.forms import posted
from portal.programmes.processes import definition

from .. import actions
from ..forms import (
    AnswerDayForm,
    PhraseForm,
    StaffDetailsForm,
    StaffOtherForm,
    StepForm,
)
from ..policies import can_read_contact
from ..queries import agreements_of, attempts_left, facts_of, may_be_contacted, notices_to_read, steps_for
from ..statuses import Channel, ParticipantRole
from .finding import coordinated_case, one_person, reachable_person, to_person, tried


@never_cache
@require_http_methods(["GET", "HEAD"])
@opens_case
def person(request, reference, number):
    return _page(request, one_person(request, reference, number))


@never_cache
@require_POST
@opens_case
def enter_step(request, reference, number):
    """Somebody told staff what they would otherwise have said on their own page (P1)."""
    one = one_person(request, reference, number)
    form = StepForm(request.POST, steps=steps_for(one))
    if not form.is_valid():
        return _page(request, one, step_form=form)
    _take(request, one, form.cleaned_data["step"], Channel(form.cleaned_data["channel"]))
    return to_person(one)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def add_person(request, reference):
    case = coordinated_case(request, reference)
    process = definition(case.process)
    typed = [count.role for count in process.roles] if process.has_typed_roles else []
    form = StaffOtherForm(posted(request), routes=actions.routes_of(case), typed_roles=typed)
    if request.method == "POST" and form.is_valid():
        role = ParticipantRole(form.cleaned_data["role"]) if typed else None
        arguments = {"case_id": case.pk, "role": role, "by": request.viewer, **_reached(form)}
        added = tried(request, actions.add_person, said=_("Added."), **arguments)
        if added:
            return redirect("portal:cases:person", reference=reference, number=added.number)
    return render(request, "portal/cases/add_person.html", {"case": case, "form": form})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def change_route(request, reference, number):
    one = reachable_person(request, reference, number)
    before = {"route": one.route, "name": one.name, **one.contact}
    form = StaffOtherForm(posted(request), initial=before, routes=actions.routes_of(one.case))
    if request.method == "POST" and form.is_valid():
        arguments = {"participant_id": one.pk, "by": request.viewer, **_reached(form)}
        if tried(request, actions.change_route, said=_("Changed."), **arguments):
            return to_person(one)
    return render(request, "portal/cases/add_person.html", {"case": one.case, "person": one, "form": form})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def details(request, reference, number):
    one = reachable_person(request, reference, number)
    form = StaffDetailsForm(posted(request), initial={"name": one.name, **one.contact, **one.needs})
    if request.method == "POST" and form.is_valid():
        arguments: dict[str, Any] = {
            "participant_id": one.pk,
            "name": form.cleaned_data["name"],
            "contact": form.contact,
            "needs": form.needs,
            "channel": Channel(form.cleaned_data["channel"]),
            "by": request.viewer,
        }
        if tried(request, actions.keep_details, said=_("Kept."), **arguments):
            return to_person(one)
    return render(request, "portal/cases/details.html", {"person": one, "case": one.case, "form": form})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def answer_day(request, reference):
    case = coordinated_case(request, reference)
    form = AnswerDayForm(posted(request), initial={"day": case.answer_by})
    if request.method == "POST" and form.is_valid():
        arguments = {"case_id": case.pk, "day": form.cleaned_data["day"], "by": request.viewer}
        if tried(request, actions.move_answer_day, said=_("We wait until then."), **arguments):
            return redirect(case.get_absolute_url())
    return render(
        request, "portal/cases/enter.html", {"case": case, "form": form, "title": _("Wait longer for answers")}
    )


def _reached(form):
    given = form.cleaned_data
    return {
        "route": given["route"],
        "name": given["name"],
        "contact": form.contact,
        "permitted": given["permitted"],
        "channel": Channel(given["channel"]),
    }


def _take(request, one, step, channel):
    common = {"participant_id": one.pk, "channel": channel, "by": request.viewer}
    said = _("Written down.")
    if step == "RIGHTS":
        tried(request, actions.read_rights, said=said, notices=notices_to_read(one), **common)
    elif step == "MORE_TIME":
        tried(request, actions.ask_for_more_time, said=said, **common)
    elif step.startswith("GO_ON"):
        tried(request, actions.say_go_on, said=said, yes=step == "GO_ON_YES", **common)
    else:
        tried(request, actions.answer_taking_part, said=said, yes=step == "YES", **common)


def _page(request, one, **forms):
    reads = can_read_contact(request.viewer, one)
    context = {
        "person": one,
        "case": one.case,
        "facts": facts_of(one, with_contact=reads),
        "reads_contact": reads,
        "attempts": one.attempts.all(),
        "attempts_left": attempts_left(one),
        "may_be_contacted": may_be_contacted(one),
        "agreements": agreements_of(one),
        "step_form": StepForm(steps=steps_for(one)),
        "phrase_form": PhraseForm(),
        **forms,
    }
    context["form"] = next(iter(forms.values()), None)
    return render(request, "portal/cases/person.html", context)
