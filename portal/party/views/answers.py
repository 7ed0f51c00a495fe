"""What participants say for themselves: go on, rights, taking part, how to reach them."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens_case
from portal.cases import actions
from portal.cases.forms import BriefForm, DetailsForm, RatingForm
from portal.cases.gates import second_yes_from
from portal.cases.queries import brief_of, has_read_all, notices_to_read
from portal.cases.statuses import CaseStatus, Channel, GroupReason, ParticipantRole, Willing
from portal.cases.views.finding import tried
from portal.forms import posted
from portal.handbook.queries import told
from portal.programmes.processes import definition
from portal.programmes.queries import current_office

from ..forms import GoOnForm, RightsForm, TakePartForm
from ..queries import name_of_requester
from .place import answering_place_of, open_place_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def go_on(request):
    person = open_place_of(request)
    if not person.is_requester or person.case.status != CaseStatus.OPENED:
        messages.info(request, _("This question is not open any more."))
        return redirect("portal:party:home")
    form = GoOnForm(posted(request), keeps=not person.case.programme.destroys_at_close)
    if request.method == "POST" and form.is_valid():
        yes = form.cleaned_data["answer"] == "YES"
        said = _("Thank you. Next, tell us how we may reach the others.") if yes else _("Thank you for telling us.")
        tried(request, actions.say_go_on, said=said, yes=yes, **_mine(request, person))
        return redirect("portal:party:home")
    return render(request, "portal/party/go_on.html", {"person": person, "form": form})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def rights(request):
    person = answering_place_of(request)
    notices = notices_to_read(person)
    shown = ",".join(str(notice.pk) for notice in notices)
    form = RightsForm(posted(request), initial={"shown": shown})
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["shown"] != shown:
            messages.error(request, _("The words were changed a moment ago. Please read them once more."))
            return redirect("portal:party:rights")
        if tried(request, actions.read_rights, said=_("Thank you."), notices=notices, **_mine(request, person)):
            return redirect("portal:party:home")
    texts = [told(notice, current_office(request)) for notice in notices]
    context = {"person": person, "form": form, "texts": texts, "has_read": has_read_all(person)}
    return render(request, "portal/party/rights.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def take_part(request):
    person = answering_place_of(request)
    given = {Willing.YES: "YES", Willing.NO: "NO"}.get(person.willing)
    form = TakePartForm(posted(request), initial={"answer": given})
    if request.method == "POST" and form.is_valid():
        yes = form.cleaned_data["answer"] == "YES"
        done = tried(request, actions.answer_taking_part, yes=yes, **_mine(request, person))
        if done and yes:
            messages.success(request, _thanks_for(done))
        if done is None and yes and not has_read_all(person):
            return redirect("portal:party:rights")
        return redirect("portal:party:home")
    context = {"person": person, "case": person.case, "form": form, "asked_by": name_of_requester(person)}
    context["process"] = definition(person.case.process)
    context["has_said_once"] = person.case.asks_twice and second_yes_from(person) is not None
    context["too_early_until"] = actions.too_early_until(person)
    return render(request, "portal/party/take_part.html", context)


def _thanks_for(person):
    if actions.too_early_until(person):
        return _("Thank you. Your yes rests for a day. Please say it again after that, if it is still a yes.")
    return _("Thank you. We tell everyone at the same time when everyone takes part.")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def rating(request):
    """A coachee's own rating; there is no such page for anybody else."""
    person = open_place_of(request)
    if person.role != ParticipantRole.COACHEE:
        raise Http404
    form = RatingForm(posted(request))
    if request.method == "POST" and form.is_valid():
        said = _("Thank you. Only you and your coach see it.")
        tried(request, actions.rate_oneself, said=said, rating=form.cleaned_data["rating"], **_mine(request, person))
        return redirect("portal:party:home")
    return render(request, "portal/party/rating.html", {"person": person, "form": form})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def group(request):
    """What a sponsor's group wants to reach, in its own words; there is no such page for anybody else."""
    person = open_place_of(request)
    if person.role != ParticipantRole.GROUP_SPONSOR:
        raise Http404
    form = BriefForm(posted(request), initial=brief_of(person.case))
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data | {"reason": GroupReason(form.cleaned_data["reason"])}
        arguments = {"case_id": person.case_id, "by": request.viewer, **facts}
        if tried(request, actions.change_brief, said=_("Kept. You can change it until you meet."), **arguments):
            return redirect("portal:party:home")
    status = 422 if form.errors else 200
    return render(request, "portal/party/group.html", {"person": person, "form": form}, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def details(request):
    person = open_place_of(request)
    before = {"name": person.name, "way": "CODE", **person.contact, **person.needs}
    form = DetailsForm(posted(request), initial=before)
    if request.method == "POST" and form.is_valid():
        arguments = {
            "name": form.cleaned_data["name"],
            "contact": form.contact,
            "needs": form.needs,
            **_mine(request, person),
        }
        if tried(request, actions.keep_details, said=_("Kept. From now on we use only this."), **arguments):
            return redirect("portal:party:home")
    return render(request, "portal/party/details.html", {"person": person, "form": form})


def _mine(request, person):
    return {"participant_id": person.pk, "channel": Channel.SELF, "by": request.viewer}
