"""What each level asks for, as rows that the office keeps."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.forms import posted
from training import actions, policies, queries
from training.forms import RequirementForm
from training.levels import LEVELS, Level
from training.models import Requirement


@require_GET
def requirements(request: HttpRequest) -> HttpResponse:
    _must_manage(request)
    levels = [(level, LEVELS[level], rows) for level, rows in queries.requirements()]
    return render(request, "training/requirements.html", {"levels": levels})


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, level: str) -> HttpResponse:
    _must_manage(request)
    if level not in LEVELS:
        raise Http404
    return _page(request, Requirement(level=level))


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    _must_manage(request)
    return _page(request, get_object_or_404(Requirement, pk=pk))


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    _must_manage(request)
    try:
        actions.remove_requirement(requirement_id=pk, by=request.user)
    except actions.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Taken out. What was granted stays granted."))
    return redirect("training:requirements")


def _page(request: HttpRequest, asked: Requirement) -> HttpResponse:
    form = RequirementForm(posted(request), asked=asked)
    if form.is_valid():
        try:
            actions.save_requirement(asked=asked, facts=form.cleaned_data, by=request.user)
        except (actions.Refused, ValidationError) as refusal:
            words = refusal.reasons if isinstance(refusal, actions.Refused) else refusal.messages
            for one in words:
                form.add_error(None, one)
        else:
            messages.success(request, _("Saved. It counts from now on; what was granted stays granted."))
            return redirect("training:requirements")
    context = {"form": form, "asked": asked, "level": Level(asked.level).label}
    return render(request, "training/requirement.html", context)


def _must_manage(request: HttpRequest) -> None:
    if not policies.can_manage_training(request.user):
        raise Http404
