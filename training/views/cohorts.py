"""Writing to everybody of a course, what came of it, and the form that asks people what they thought."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.forms import posted
from training import actions, queries
from training.forms import CohortForm, OpinionForm
from training.links import enrolment_of
from training.models import CohortMessage, Enrolment

from .office import must_manage, offering_or_404, say, tried

ANY = ["GET", "HEAD", "POST"]


@require_http_methods(ANY)
def write(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = offering_or_404(request, pk), CohortForm(posted(request))
    if form.is_valid():
        facts = dict(form.cleaned_data)
        try:
            actions.write_to_cohort(message_id=facts.pop("token"), offering_id=pk, by=request.user, **facts)
        except ValidationError as refusal:
            say(form, refusal)
        else:
            messages.success(request, _("Written. They hear that there is news, and read it on their page."))
            return redirect("training:write_to_cohort", pk)
    letters = CohortMessage.objects.visible_to(request.viewer).filter(offering=found).select_related("written_by")
    context = {"offering": found, "form": form, "letters": letters}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "training/write.html", context, status=status)


@require_POST
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    must_manage(request)
    found = get_object_or_404(CohortMessage.objects.visible_to(request.viewer), pk=pk)
    tried(request, actions.take_back_message, _("Taken back: nobody reads it any more."), message_id=found.pk)
    return redirect("training:write_to_cohort", found.offering_id)


@require_GET
def outcomes(request: HttpRequest, pk: int) -> HttpResponse:
    found = offering_or_404(request, pk)
    context = {"offering": found, "outcomes": queries.outcomes_of(found), "is_over": found.status in queries.ENDED}
    return render(request, "training/outcomes.html", context)


@never_cache
@require_http_methods(ANY)
def evaluation(request: HttpRequest, token: str) -> HttpResponse:
    """Behind the link to one's own place. Answered once; afterwards, and too late, it says so."""
    pk = enrolment_of(token)
    rows = Enrolment.objects.select_related("offering__course").prefetch_related("offering__meetings")
    enrolment = rows.filter(pk=pk).first() if pk else None
    if enrolment is None:
        raise Http404
    form = OpinionForm(posted(request))
    if form.is_valid():
        try:
            actions.evaluate_course(enrolment_id=enrolment.pk, scores=form.cleaned_data)
        except actions.Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("training:evaluation", token)
    context = {"enrolment": enrolment, "form": form, "is_open": enrolment.can_evaluate(timezone.now())}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "training/evaluation.html", context, status=status)
