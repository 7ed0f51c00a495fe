"""The roster of training, one person on it, and their certifications."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from portal.accounts.again import step_up
from portal.forms import posted
from portal.programmes.queries import current_office
from training import actions, policies, queries
from training.addresses import address_hash
from training.forms import AccountForm, CreditForm, FindForm, GrantForm, LearnerForm, PeopleFilter, RevokeForm
from training.levels import LEVELS
from training.models import Certification

from .office import learner_or_404, must_manage, number_in, say

ANY = ["GET", "HEAD", "POST"]


@require_GET
def people(request: HttpRequest) -> HttpResponse:
    must_manage(request)
    office, today = current_office(request), timezone.localdate()
    form = PeopleFilter(request.GET, units=office.unit_choices)
    number = max(1, number_in(request.GET.get("page"), otherwise=1))
    found = queries.people(request.viewer, on=today, number=number, **form.chosen)
    lines = [(line, office.unit_label(line.unit)) for line in found.lines]
    context = {"form": form, "people": found, "lines": lines, "pages": _pages(request, found, number)}
    return render(request, "training/people.html", context)


@require_http_methods(ANY)
def find(request: HttpRequest) -> HttpResponse:
    """By address, posted: what is typed never stands in an address of ours."""
    must_manage(request)
    form = FindForm(posted(request))
    if form.is_valid():
        found = queries.found_by_address(request.viewer, address_hash(form.cleaned_data["address"]))
        if found is not None:
            return redirect("training:person", found.pk)
        form.add_error("address", _("Nobody with this address has learned anything here."))
    return _page(request, "find", form)


@require_GET
def person(request: HttpRequest, pk: UUID) -> HttpResponse:
    learner, today, office = learner_or_404(request, pk), timezone.localdate(), current_office(request)
    context = {
        "learner": learner,
        "unit": office.unit_label(learner.unit),
        "levels": queries.levels_of(learner, today),
        "enrolments": queries.own_enrolments(learner),
        "certifications": [(one, one.is_current(today)) for one in learner.certifications.all()],
        "credits": learner.credits.all(),
        "may_certify": policies.can_certify(request.user, learner),
        "may_give_account": policies.can_give_account(request.user),
    }
    return render(request, "training/person.html", context)


@require_http_methods(ANY)
def change_person(request: HttpRequest, pk: UUID) -> HttpResponse:
    learner = learner_or_404(request, pk)
    form = LearnerForm(posted(request), learner=learner, units=current_office(request).unit_choices)
    if form.is_valid() and _done(form, actions.change_learner, learner_id=pk, by=request.user, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("training:person", pk)
    return _page(request, "change_person", form, learner=learner)


@require_http_methods(ANY)
@step_up
def give_account(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Invite somebody who will be a neutral to sign in; for everybody else this step does not exist."""
    learner = learner_or_404(request, pk)
    if not policies.can_give_account(request.user) or learner.user_id is not None:
        raise Http404
    form = AccountForm(posted(request), learner=learner)
    if form.is_valid() and _done(form, actions.give_account, learner_id=pk, by=request.user, **form.cleaned_data):
        messages.success(request, _("Invited, and put on the roster. Give them the role of a neutral on their page."))
        return redirect("training:person", pk)
    return _page(request, "give_account", form, learner=learner)


@require_http_methods(ANY)
def add_credit(request: HttpRequest, pk: UUID) -> HttpResponse:
    learner, form = _certifiable(request, pk), CreditForm(posted(request))
    if form.is_valid() and _done(form, actions.record_credit, learner_id=pk, by=request.user, **form.cleaned_data):
        messages.success(request, _("Written down. It counts from now on."))
        return redirect("training:person", pk)
    return _page(request, "add_credit", form, learner=learner)


@require_http_methods(ANY)
def grant(request: HttpRequest, pk: UUID, level: str) -> HttpResponse:
    """What the level asks for and what is there; then one button. A renewal is the same step once more."""
    learner, today = _certifiable(request, pk), timezone.localdate()
    if level not in LEVELS:
        raise Http404
    form = GrantForm(posted(request), trainers=queries.trainers_of(today))
    facts = {"learner_id": pk, "level": level, "by": request.user}
    if form.is_valid() and _done(form, actions.grant_certification, **facts, **form.cleaned_data):
        messages.success(request, _("Certified. The last day is fixed."))
        return redirect("training:person", pk)
    view = queries.level_of(learner, level, today)
    return _page(request, "grant", form, learner=learner, view=view, until=queries.last_day(level, today))


@require_http_methods(ANY)
def revoke(request: HttpRequest, pk: UUID, certification: int) -> HttpResponse:
    learner = _certifiable(request, pk)
    held = Certification.objects.visible_to(request.viewer).filter(learner=learner, revoked_at=None)
    found, form = get_object_or_404(held, pk=certification), RevokeForm(posted(request))
    facts = {"certification_id": found.pk, "by": request.user}
    if form.is_valid() and _done(form, actions.revoke_certification, **facts, **form.cleaned_data):
        messages.success(request, _("Taken back, and what it allowed with it."))
        return redirect("training:person", pk)
    return _page(request, "revoke", form, learner=learner, certification=found)


@require_GET
def due(request: HttpRequest) -> HttpResponse:
    """Who can be certified, and whose certification ends."""
    must_manage(request)
    return render(request, "training/due.html", {"due": queries.due(request.viewer, timezone.localdate())})


def _certifiable(request: HttpRequest, pk: UUID):
    """Nobody certifies or credits themselves: for their own record these steps do not exist."""
    learner = learner_or_404(request, pk)
    if not policies.can_certify(request.user, learner):
        raise Http404
    return learner


def _done(form, action, **arguments: object) -> bool:
    try:
        action(**arguments)
    except actions.Refused as refusal:
        for reason in refusal.reasons:
            form.add_error(None, reason)
    except ValidationError as refusal:
        say(form, refusal)
    return not form.errors


def _page(request: HttpRequest, name: str, form, **more: object) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, f"training/{name}.html", {"form": form, **more}, status=status)


def _pages(request: HttpRequest, found, number: int) -> dict[str, str]:
    """Where the pages before and after this one are, with the same filters."""

    def address(other: int) -> str:
        asked = request.GET.copy()
        asked["page"] = str(other)
        return f"?{asked.urlencode()}"

    return {"before": address(number - 1) if number > 1 else "", "after": address(number + 1) if found.has_more else ""}
