"""Observed practice, entries of logs, and the numbers about people: the office's side of learning."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.forms import posted
from training import actions, policies, queries
from training.forms import AskForm, DeclineForm, FeedbackForm
from training.models import Learner, LogEntry, Observation
from training.practice import CRITERIA


@require_GET
def practice(request: HttpRequest) -> HttpResponse:
    """For observers what they were asked for; for those who run courses everything. Nobody else has such a page."""
    found, manages = queries.practice_of(request.viewer), policies.can_manage_training(request.user)
    if not manages and not found.mine and not found.shared:
        raise Http404
    return render(request, "training/practice.html", {"practice": found, "manages": manages})


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, learner: UUID) -> HttpResponse:
    """Whom to ask to watch this learner."""
    _must_manage(request)
    found = get_object_or_404(Learner.objects.visible_to(request.viewer), pk=learner)
    form = AskForm(posted(request), observers=queries.observers_for(found))
    if form.is_valid():
        try:
            actions.ask_to_observe(learner_id=found.pk, by=request.user, **form.cleaned_data)
        except actions.Refused as refusal:
            form.add_error(None, str(refusal))
        except PermissionDenied:
            form.add_error(None, _("Nobody decides about their own practice: somebody else has to ask."))
        else:
            messages.success(request, _("Asked. The form waits on their page of observed practice."))
            return redirect("training:practice")
    return render(request, "training/ask_to_observe.html", {"form": form, "learner": found})


@require_http_methods(["GET", "HEAD", "POST"])
def observe(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The form, for the observer; afterwards what was shared, for whoever may see it."""
    found = get_object_or_404(queries.observations_for(request.viewer), pk=pk)
    if found.is_shared:
        return render(request, "training/observed.html", {"feedback": queries.Feedback(found, False), "seen": found})
    if found.observer_id != request.user.pk:
        raise Http404
    form = FeedbackForm(posted(request))
    if form.is_valid() and _shared(request, form, found):
        messages.success(request, _("Shared. The learner reads it on their page, and the session counts."))
        return redirect("training:practice")
    marks = [form[f"mark_{code}"] for code, *_words in CRITERIA]
    return render(request, "training/observe.html", {"form": form, "seen": found, "marks": marks})


@require_POST
def stop(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = get_object_or_404(queries.observations_for(request.viewer), pk=pk)
    try:
        actions.stop_asking(observation_id=found.pk, by=request.user)
    except actions.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Taken off the list."))
    return redirect("portal:desk:home" if not policies.can_manage_training(request.user) else "training:practice")


@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """Entries that learners wrote and that wait for a yes or a no."""
    _must_manage(request)
    return render(request, "training/log.html", {"entries": queries.waiting_entries(request.viewer)})


@require_POST
def confirm(request: HttpRequest, entry: UUID) -> HttpResponse:
    found = _entry(request, entry)
    try:
        actions.confirm_log_entry(entry_id=found.pk, by=request.user)
    except actions.Refused as refusal:
        messages.error(request, str(refusal))
    except PermissionDenied:
        messages.error(request, _("This is your own entry: somebody else has to decide it."))
    else:
        messages.success(request, _("Confirmed: it counts, and the learner hears of it."))
    return redirect("training:log")


@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: HttpRequest, entry: UUID) -> HttpResponse:
    found, form = _entry(request, entry), DeclineForm(posted(request))
    if form.is_valid():
        try:
            actions.decline_log_entry(entry_id=found.pk, by=request.user, **form.cleaned_data)
        except actions.Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("training:log")
        except PermissionDenied:
            form.add_error(None, _("This is your own entry: somebody else has to decide it."))
        else:
            messages.success(request, _("It does not count. The learner reads your words."))
            return redirect("training:log")
    return render(request, "training/decline_entry.html", {"form": form, "entry": found})


@require_GET
def descriptions(request: HttpRequest) -> HttpResponse:
    _must_manage(request)
    return render(request, "training/descriptions.html", {"counts": queries.descriptions(timezone.localdate())})


def _must_manage(request: HttpRequest) -> None:
    """Whoever does not run courses does not learn that these pages exist."""
    if not policies.can_manage_training(request.user):
        raise Http404


def _entry(request: HttpRequest, pk: UUID) -> LogEntry:
    _must_manage(request)
    return get_object_or_404(LogEntry.objects.visible_to(request.viewer).select_related("learner"), pk=pk)


def _shared(request: HttpRequest, form: FeedbackForm, found: Observation) -> bool:
    try:
        actions.share_feedback(observation_id=found.pk, by=request.user, **form.facts)
    except actions.Refused as refusal:
        form.add_error(None, str(refusal))
    except ValidationError as refusal:
        form.add_error(None, refusal)
    except PermissionDenied:
        form.add_error(None, _("Nobody observes their own practice."))
    return not form.errors
