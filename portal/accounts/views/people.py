from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from .. import actions, policies
from ..again import step_up
from ..forms import AwayForm
from ..models import User
from ..people_forms import GrantForm, InviteForm
from ..queries import grants_of, people_for, person_page
from ._only import managers_only


@require_GET
@managers_only
def people(request):
    return render(request, "portal/accounts/people.html", {"people": people_for(request.viewer)})


@require_http_methods(["GET", "HEAD", "POST"])
@managers_only
@step_up
def invite(request):
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = actions.invite_person(by=request.user, **form.cleaned_data)
        messages.success(request, _("The invitation is on its way. Now give them a role."))
        return redirect("portal:accounts:person", person.pk)
    return render(request, "portal/accounts/invite.html", {"form": form})


@require_GET
@managers_only
def person(request, pk):
    return render(request, "portal/accounts/person.html", person_page(request.viewer, _shown(request, pk)))


@require_http_methods(["GET", "HEAD", "POST"])
@managers_only
@step_up
def grant(request, pk):
    person = _shown(request, pk)
    form = GrantForm(request.POST or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            actions.grant_role(user_id=person.pk, by=request.user, **form.cleaned_data)
        except actions.NotPossible as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The role was given."))
            return redirect("portal:accounts:person", person.pk)
    return render(request, "portal/accounts/grant.html", {"form": form, "person": person, "roles": form.explained()})


@require_http_methods(["GET", "HEAD", "POST"])
@managers_only
@step_up
def end_role(request, pk, grant):
    person = _shown(request, pk)
    held = get_object_or_404(grants_of(person), pk=grant)
    if request.method == "POST":
        try:
            actions.end_role(grant_id=held.pk, leave_work="leave_work" in request.POST, by=request.user)
        except actions.NotPossible as refusal:
            page = {"person": person, "grant": held, "open_work": refusal.reasons}
            return render(request, "portal/accounts/end_role.html", page, status=409)
        messages.success(request, _("The role has ended."))
        return redirect("portal:accounts:person", person.pk)
    return render(request, "portal/accounts/end_role.html", {"person": person, "grant": held})


@require_http_methods(["GET", "HEAD", "POST"])
@managers_only
@step_up
def reset_factor(request, pk):
    person = _shown(request, pk)
    if request.method == "POST":
        actions.reset_factor(user_id=person.pk, by=request.user)
        messages.success(request, _("The second factor was taken away. A mail with the way back is on its way."))
        return redirect("portal:accounts:person", person.pk)
    return render(request, "portal/accounts/reset_factor.html", {"person": person})


@require_http_methods(["GET", "HEAD", "POST"])
@managers_only
@step_up
def activity(request, pk):
    """Close an account, or open it again."""
    person = _shown(request, pk)
    if request.method == "POST":
        return _change_activity(request, person)
    return render(request, "portal/accounts/activity.html", {"person": person})


def _change_activity(request, person: User):
    change = actions.deactivate_person if person.is_active else actions.reactivate_person
    try:
        change(user_id=person.pk, by=request.user)
    except actions.NotPossible as refusal:
        page = {"person": person, "open_work": refusal.reasons}
        return render(request, "portal/accounts/activity.html", page, status=409)
    messages.success(request, _("The account is closed.") if person.is_active else _("The account is open again."))
    return redirect("portal:accounts:person", person.pk)


@require_POST
@managers_only
@step_up
def end_sessions(request, pk):
    person = _shown(request, pk)
    policies.must(policies.can_manage(request.user, person))
    actions.end_sessions(user=person, by=request.user)
    messages.success(request, _("They are signed out everywhere."))
    return redirect("portal:accounts:person", person.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@managers_only
def away(request, pk):
    person = _shown(request, pk)
    start = {"until": person.away_until, "cover": person.cover_id}
    form = AwayForm(request.POST or None, person=person, initial=start)
    if request.method == "POST" and form.is_valid():
        actions.set_away(user_id=person.pk, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("portal:accounts:person", person.pk)
    return render(request, "portal/accounts/away.html", {"form": form, "person": person, "is_own": False})


def _shown(request, pk) -> User:
    return get_object_or_404(User.objects.visible_to(request.viewer), pk=pk)
