"""A participant's first page: what is asked of them now, or how it ended."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens_case
from portal.cases.actions import ask_for_more_time, may_come_back
from portal.cases.queries import words_for
from portal.cases.statuses import Channel
from portal.cases.views.finding import tried
from portal.circles.policies import can_pause
from portal.handbook.statuses import NoticeKind
from portal.intake.models import Request
from portal.intake.queries import unread
from portal.passes import homes
from portal.programmes.queries import current_office

from ..endings import Standing, standing_of
from ..held import held_about
from ..lede import lede_of, shared_of
from ..queries import own_place
from ..tasks import tasks_of
from ..waiting import written_in
from .place import open_place_of
from .waiting import waiting_held, waiting_home


@never_cache
@require_http_methods(["GET", "HEAD"])
@opens_case
def home(request):
    person = own_place(request.viewer)
    request.opened = person.case if person else None
    if person is None:
        elsewhere = homes.address_for(request.viewer)
        return redirect(elsewhere) if elsewhere else waiting_home(request)
    standing = standing_of(person)
    if standing != Standing.IN_IT:
        return render(request, "portal/party/over.html", _over(request, person, standing))
    tasks = tasks_of(person)
    context = {"person": person, "case": person.case, "tasks": tasks, "held": held_about(person)}
    context["lede"], context["shared"] = lede_of(person, tasks), shared_of(person)
    context["news"] = len(unread(request.viewer))
    context["may_pause"] = can_pause(request.viewer, person)
    return render(request, "portal/party/home.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def more_time(request):
    person = open_place_of(request)
    if request.method == "POST":
        said = _("Take your time. We know, and we wait to hear from you.")
        arguments = {"participant_id": person.pk, "channel": Channel.SELF, "by": request.viewer}
        tried(request, ask_for_more_time, said=said, **arguments)
        return redirect("portal:party:home")
    return render(request, "portal/party/more_time.html", {"person": person})


@never_cache
@require_http_methods(["GET", "HEAD"])
@opens_case
def held(request):
    person = own_place(request.viewer)
    if person is None:
        return waiting_held(request)
    request.opened = person.case
    # What they wrote when they came stays with the case; nobody else's request opens for them.
    own = Request.objects.visible_to(request.viewer).select_related("matter").first()
    facts = held_about(person) + (written_in(own, current_office(request)) if own else [])
    return render(request, "portal/party/held.html", {"person": person, "facts": facts})


def _over(request, person, standing):
    """The same page for a no, for no answer and for a late "not suitable": nothing on it may differ."""
    context = {"person": person, "standing": standing.value, "words": "", "may_come_back": may_come_back(person)}
    if standing == Standing.COULD_NOT_GO_ON:
        words = words_for(person, NoticeKind.COULD_NOT_GO_ON, office=current_office(request))
        context["words"] = words.html
    return context
