"""What a circle asks of somebody on their own page: their wishes, a pause, what the group wrote."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.audit.access import opens_case
from portal.cases.actions import hide_contact
from portal.cases.models import Participant
from portal.cases.statuses import Channel, CircleForm
from portal.cases.views.finding import tried
from portal.circles import actions
from portal.circles.forms import WishesForm
from portal.circles.models import Harm
from portal.circles.policies import can_pause
from portal.circles.statuses import PREPARING
from portal.forms import posted
from portal.programmes.processes import definition
from portal.sessions.statuses import SessionStatus

from ..forms import OwnWishesForm
from .place import open_place_of, place_of

METHODS = ["GET", "HEAD", "POST"]


def _in_circle(person: Participant) -> Participant:
    if not definition(person.case.process).has_typed_roles or not person.is_party or person.has_left:
        raise Http404
    return person


def _mine(request: HttpRequest, person: Participant) -> dict[str, Any]:
    return {"participant_id": person.pk, "channel": Channel.SELF, "by": request.viewer}  # type: ignore[attr-defined]


@never_cache
@require_http_methods(METHODS)
@opens_case
def wishes(request: HttpRequest) -> HttpResponse:
    """How they would meet, what would make it safe, and who may read how to reach them."""
    person = _in_circle(open_place_of(request))
    if person.case.status not in PREPARING:
        raise Http404
    row = getattr(person, "preparation", None)
    initial = {name: getattr(row, name) for name in ("forms", "wishes", "safety")} if row else {}
    form = OwnWishesForm(posted(request), initial={**initial, "hide": person.hides_contact})
    if request.method == "POST" and form.is_valid() and _kept(request, person, form):
        return redirect("portal:party:home")
    context = {"person": person, "case": person.case, "form": form}
    return render(request, "portal/party/circle.html", context, status=422 if form.errors else 200)


def _kept(request: HttpRequest, person: Participant, form: WishesForm) -> bool:
    facts = dict(form.cleaned_data)
    hide = facts.pop("hide")
    facts["forms"] = [CircleForm(one) for one in facts["forms"]]
    said = _("Thank you. Only the office and the facilitators read it.")
    if not tried(request, actions.say_wishes, said=said, **_mine(request, person), **facts):
        return False
    return hide == person.hides_contact or bool(tried(request, hide_contact, hide=hide, **_mine(request, person)))


@never_cache
@require_http_methods(METHODS)
@opens_case
def pause(request: HttpRequest) -> HttpResponse:
    """One press pauses everything, another stops the circle that runs. Nothing is asked (M50)."""
    person = _in_circle(open_place_of(request))
    if not can_pause(request.viewer, person):  # type: ignore[attr-defined]
        raise Http404
    if request.method == "POST":
        _pause(request, person)
        return redirect("portal:party:home")
    running = person.case.sessions.filter(status=SessionStatus.RUNNING).exists()
    context = {"person": person, "case": person.case, "running": running}
    return render(request, "portal/party/circle_pause.html", context)


def _pause(request: HttpRequest, person: Participant) -> None:
    mine = _mine(request, person)
    if request.POST.get("what") == "stop":
        tried(request, actions.stop_circle, said=_("The circle is over. You owe nobody a reason."), **mine)
    else:
        tried(request, actions.pause_circle, said=_("Paused. Nothing goes on until you want it to."), **mine)


@never_cache
@require_safe
@opens_case
def words(request: HttpRequest) -> HttpResponse:
    """What the group wrote together; everybody in it may read it."""
    person = _in_circle(place_of(request))
    harms = Harm.objects.visible_to(request.viewer).filter(case=person.case_id).select_related("owed_by")  # type: ignore[attr-defined]
    return render(request, "portal/party/circle_words.html", {"person": person, "harms": list(harms)})
