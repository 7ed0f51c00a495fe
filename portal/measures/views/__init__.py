"""Interim measures: a list of their own for the roles that see to them, and each measure without a word of the talk."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.roles import Permission
from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.cases.actions import MatterGone, TransitionRefused
from portal.cases.models import Participant
from portal.cases.statuses import Channel
from portal.forms import posted
from portal.intake.models import Request
from portal.screening.queries import matter_behind

from .. import actions
from ..forms import DayForm, DecideForm, EndForm, MeasureForm, OwnMeasureForm, ReviewForm
from ..models import Measure
from ..policies import can_ask, can_decide, can_see_to
from ..queries import measures_for
from ..statuses import Basis, MeasureKind, MeasureStatus, OwnerRole

METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
@opens(AuditEvent.MEASURE_OPENED)
def measures(request: HttpRequest) -> HttpResponse:
    if not request.user.may(Permission.SEE_MEASURES):
        raise PermissionDenied
    # A list of several matters, none of them opened.
    request.opened = None
    everything = request.GET.get("all") == "1"
    rows = measures_for(request.viewer, with_those_that_are_over=everything)
    return render(request, "portal/measures/list.html", {"rows": rows, "everything": everything})


@never_cache
@require_http_methods(METHODS)
@opens_case
def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """Staff write down what somebody of a request or a case needs."""
    matter, thing = matter_behind(request.viewer, reference)
    if matter is None:
        raise Http404
    request.opened = thing
    people = list(Participant.objects.filter(case__matter=matter)) or list(Request.objects.filter(matter=matter))
    if not people or not can_ask(request.user, people[0], matter):
        raise PermissionDenied
    form = MeasureForm(posted(request), people=people)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        facts = {"whose": given["whose"], "kind": MeasureKind(given["kind"]), "basis": Basis(given["basis"])}
        facts |= {"channel": Channel(given["channel"]), "wish": given["wish"], "by": request.user}
        if _tried(
            request, form, actions.ask_for_measure, said=_("Written down. Those who decide hear of it."), **facts
        ):
            return redirect(thing)
    lead = _("The roles that see to it read this, and nothing else of the case.")
    return _form_page(request, form, thing, _("An interim measure"), _("Ask for it"), lead)


@never_cache
@require_safe
@opens(AuditEvent.MEASURE_OPENED)
def measure(request: HttpRequest, pk: UUID) -> HttpResponse:
    one = _find(request, pk)
    context = {
        "measure": one,
        "reviews": one.reviews.select_related("held_by"),
        "steps": _steps(request, one),
        "is_kept": not one.matter.programme.destroys_at_close,
    }
    return render(request, "portal/measures/measure.html", context)


def _find(request: HttpRequest, pk: UUID) -> Measure:
    rows = Measure.objects.visible_to(request.viewer)
    one = get_object_or_404(
        rows.select_related("participant", "request", "matter__programme", "decided_by", "recorded_by"), pk=pk
    )
    request.opened = one
    return one


def _steps(request: HttpRequest, one: Measure) -> list[tuple[str, str]]:
    """What can be done now: the step of the address, and its words."""
    if one.status == MeasureStatus.REQUESTED:
        return [("decide", _("Decide"))] if can_decide(request.user, one) else []
    if one.is_over or not can_see_to(request.user, one):
        return []
    if one.status == MeasureStatus.DECIDED:
        return [("place", _("It is in place"))]
    return [("review", _("Look at it")), ("end", _("End it"))]


@never_cache
@require_http_methods(METHODS)
@opens(AuditEvent.MEASURE_OPENED)
def step(request: HttpRequest, pk: UUID, step: str) -> HttpResponse:
    """One step of a measure's life, by the one form it has."""
    one = _find(request, pk)
    if step not in _FORMS:
        raise Http404
    make, initial, take, title = _FORMS[step]
    if step not in {name for name, _words in _steps(request, one)}:
        messages.error(request, _("This step is not open now."))
        return redirect(one)
    form = make(posted(request), initial={name: timezone.localdate() for name in initial})
    if request.method == "POST" and form.is_valid():
        action, facts = take(form.cleaned_data)
        if _tried(request, form, action, said=_("Kept."), measure_id=one.pk, by=request.user, **facts):
            return redirect(one)
    return _form_page(request, form, one, str(title), _("Keep"), one.get_kind_display())


def _decision(given: dict) -> tuple:
    if given["given"] == "NO":
        return actions.give_none, {"reason": given["reason"]}
    facts = {name: given[name] for name in ("arrangement", "reason", "review_on")}
    return actions.give_measure, facts | {"owner_role": OwnerRole(given["owner_role"])}


_FORMS = {
    "decide": (DecideForm, (), _decision, gettext_lazy("Decide on a measure")),
    "place": (DayForm, ("on",), lambda given: (actions.put_in_place, given), gettext_lazy("It is in place")),
    "review": (
        ReviewForm,
        ("held_on",),
        lambda given: (actions.review_measure, given),
        gettext_lazy("Look at a measure"),
    ),
    "end": (EndForm, ("on",), lambda given: (actions.end_measure, given), gettext_lazy("End a measure")),
}


@never_cache
@require_http_methods(METHODS)
@opens_case
def own(request: HttpRequest) -> HttpResponse:
    """On one's own page: what is arranged, and asking for something."""
    whose = (
        Participant.objects.visible_to(request.viewer).select_related("case__matter").order_by("-created_at").first()
    )
    whose = whose or Request.objects.visible_to(request.viewer).select_related("matter").first()
    if whose is None:
        raise Http404
    request.opened = whose.case if isinstance(whose, Participant) else whose
    form = OwnMeasureForm(posted(request))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        facts = {"whose": whose, "kind": MeasureKind(given["kind"]), "wish": given["wish"], "channel": Channel.SELF}
        said = _("We have it. You hear here what is decided.")
        if _tried(request, form, actions.ask_for_measure, said=said, by=request.viewer, **facts):
            return redirect("portal:measures:own")
    context = {"form": form, "measures": Measure.objects.visible_to(request.viewer).order_by("-requested_on")}
    return render(request, "portal/measures/own.html", context, status=422 if form.errors else 200)


def _tried(request: HttpRequest, form, action, *, said: str, **arguments) -> bool:
    """Call an action; a refusal stands above the form, with everything that was typed."""
    try:
        action(**arguments)
    except TransitionRefused as refusal:
        form.add_error(None, str(refusal))
        return False
    except MatterGone as gone:
        raise Http404 from gone
    messages.success(request, said)
    return True


def _form_page(request: HttpRequest, form, back, title: str, button: str, lead) -> HttpResponse:
    context = {"form": form, "back": back, "title": title, "button": button, "lead": lead}
    return render(request, "portal/measures/form.html", context, status=422 if form.errors else 200)
