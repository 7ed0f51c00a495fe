"""Who sits in which seat, who acts for it, and handing work over."""

from __future__ import annotations

from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.actions import NotPossible
from portal.accounts.again import step_up
from portal.accounts.models import User
from portal.accounts.roles import ROLES, Permission, Role
from portal.forms import posted
from portal.programmes.models import Programme

from . import actions, queries
from .forms import ActingForm, HandOverForm
from .policies import sees_seats

METHODS = ["GET", "HEAD", "POST"]
# In an address: what nobody coordinates.
NOBODY = UUID(int=0)


def managers_only(view):
    """For everybody else these screens do not exist."""

    @wraps(view)
    def checked(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not sees_seats(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return checked


@require_safe
@managers_only
def seats(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/seats/seats.html", {"programmes": queries.seats_for(request.user), "nobody": NOBODY})


@require_http_methods(METHODS)
@managers_only
@step_up
def act(request: HttpRequest, programme: str, role: str) -> HttpResponse:
    """Name who acts for a seat, from a first day to a last."""
    led, seat = _led(request, programme), _seat(role)
    form = ActingForm(posted(request), by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            actions.name_acting(role=seat.code, programme=led, by=request.user, **form.cleaned_data)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Named. It ends by itself after the last day."))
            return redirect("portal:seats:seats")
    context = {"form": form, "seat": seat, "programme": led}
    return render(request, "portal/seats/act.html", context, status=422 if form.errors else 200)


@require_http_methods(METHODS)
@managers_only
@step_up
def hand_over(request: HttpRequest, programme: str, pk: UUID) -> HttpResponse:
    """Give the open work of somebody who leaves, is away or is gone to somebody who is here."""
    led = _led(request, programme)
    person = None if pk == NOBODY else get_object_or_404(User.objects.visible_to(request.viewer), pk=pk)
    form = HandOverForm(posted(request), people=queries.possible_people(led, besides=person))
    if request.method == "POST" and form.is_valid():
        to = form.cleaned_data["to"]
        is_all = actions.hand_over(person_id=person and person.pk, to=to, programme=led, by=request.user)
        if is_all:
            messages.success(request, _("Handed over."))
        else:
            messages.warning(request, _("What this person may not open was left. Choose somebody else for it."))
        return redirect("portal:seats:seats")
    context = {"form": form, "person": person, "programme": led}
    return render(request, "portal/seats/hand_over.html", context, status=422 if form.errors else 200)


def _led(request: HttpRequest, code: str) -> Programme:
    led = request.user.programmes_with(Permission.MANAGE_PEOPLE)
    return get_object_or_404(Programme.objects.filter(pk__in=led), code=code)


def _seat(code: str) -> Role:
    role = ROLES.get(code)
    if role is None or not role.is_seat:
        raise Http404
    return role
