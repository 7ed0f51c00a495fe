"""A year of the training programme: goals, milestones, and who does how much."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.forms import posted
from training import actions, queries
from training.forms import GoalForm, MilestoneForm
from training.models import Goal, Milestone
from training.years import year_of

from .office import must_manage, number_in, say, tried

ANY = ["GET", "HEAD", "POST"]


@require_GET
def year(request: HttpRequest) -> HttpResponse:
    must_manage(request)
    shown, today = _year(request), timezone.localdate()
    context = {
        "board": queries.board(request.viewer, shown, today),
        "year": shown,
        "years": [shown - 1, shown, shown + 1],
        "loads": queries.workload(),
    }
    return render(request, "training/year.html", context)


@require_POST
def begin_year(request: HttpRequest) -> HttpResponse:
    must_manage(request)
    number = number_in(request.POST.get("year"), otherwise=year_of(timezone.localdate()))
    tried(request, actions.begin_year, _("The year begins with what the last one had."), year=number)
    return redirect(_address(number))


@require_http_methods(ANY)
def add_goal(request: HttpRequest) -> HttpResponse:
    must_manage(request)
    return _goal_page(request, Goal(year=_year(request)))


@require_http_methods(ANY)
def goal(request: HttpRequest, pk: int) -> HttpResponse:
    must_manage(request)
    return _goal_page(request, get_object_or_404(Goal.objects.visible_to(request.viewer), pk=pk))


@require_http_methods(ANY)
def add_milestone(request: HttpRequest) -> HttpResponse:
    must_manage(request)
    return _milestone_page(request, Milestone(year=_year(request)))


@require_http_methods(ANY)
def milestone(request: HttpRequest, pk: int) -> HttpResponse:
    must_manage(request)
    return _milestone_page(request, get_object_or_404(Milestone.objects.visible_to(request.viewer), pk=pk))


@require_POST
def tick(request: HttpRequest, pk: int) -> HttpResponse:
    must_manage(request)
    found = get_object_or_404(Milestone.objects.visible_to(request.viewer), pk=pk)
    done = request.POST.get("done") == "yes"
    said = _("Done.") if done else _("It is open again.")
    tried(request, actions.tick_milestone, said, milestone_id=found.pk, done=done)
    return redirect(_address(found.year))


def _goal_page(request: HttpRequest, held: Goal) -> HttpResponse:
    form = GoalForm(posted(request), goal=held)
    if form.is_valid() and _saved(request, form, lambda: actions.save_goal(goal=form.changed, by=request.user)):
        return redirect(_address(held.year))
    return _form_page(request, form, _("Goal for the year from August %(year)d") % {"year": held.year}, held.year)


def _milestone_page(request: HttpRequest, held: Milestone) -> HttpResponse:
    goals = Goal.objects.visible_to(request.viewer).filter(year=held.year)
    form = MilestoneForm(posted(request), milestone=held, people=queries.who_keeps_training(), goals=goals)
    if form.is_valid() and _saved(
        request, form, lambda: actions.save_milestone(milestone=form.changed, by=request.user)
    ):
        return redirect(_address(held.year))
    return _form_page(request, form, _("Milestone"), held.year)


def _saved(request: HttpRequest, form, save) -> bool:
    try:
        save()
    except ValidationError as refusal:
        say(form, refusal)
        return False
    messages.success(request, _("Saved."))
    return True


def _form_page(request: HttpRequest, form, title: str, number: int) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"form": form, "title": title, "back": _address(number)}
    return render(request, "training/year_form.html", context, status=status)


def _year(request: HttpRequest) -> int:
    asked = number_in(request.GET.get("year"))
    return asked if 2000 <= asked <= 2100 else year_of(timezone.localdate())


def _address(number: int) -> str:
    return f"{reverse('training:year')}?year={number}"
