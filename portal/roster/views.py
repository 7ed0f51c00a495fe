from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.forms import posted
from portal.programmes.hours import zone_in_words
from portal.programmes.queries import current_office

from . import actions, forms, policies, queries
from .models import Background, Credential, NeutralProfile, StandingTie


@require_GET
def roster(request):
    """The whole roster, or straight to the own page for somebody who sees only that."""
    if not policies.can_see_roster(request.viewer):
        own = get_object_or_404(NeutralProfile.objects.visible_to(request.viewer))
        return redirect("portal:roster:neutral", pk=own.pk)
    form = forms.FilterForm(request.GET, units=current_office(request).unit_choices)
    lines = queries.roster(request.viewer, on=timezone.localdate(), **form.chosen)
    context = {"form": form, "lines": lines, "may_manage": policies.can_manage_roster(request.viewer)}
    return render(request, "portal/roster/roster.html", context)


@require_GET
def neutral(request, pk):
    profile = _visible_or_404(request, pk)
    return render(request, "portal/roster/neutral.html", _page(request, profile))


@require_http_methods(["GET", "POST"])
def add(request):
    if not policies.can_manage_roster(request.viewer):
        raise PermissionDenied
    form = forms.AddNeutralForm(posted(request))
    if request.method == "POST" and form.is_valid():
        profile = actions.add_neutral(by=request.viewer, **form.cleaned_data)
        messages.success(request, _("Now write down what this person was trained for."))
        return redirect("portal:roster:neutral", pk=profile.pk)
    return render(request, "portal/roster/add.html", {"form": form})


@require_http_methods(["GET", "POST"])
def change(request, pk):
    """Own words for neutrals; everything for those who keep the roster."""
    profile = _changeable_or_404(request, pk)
    kind = forms.NeutralForm if policies.can_manage_roster(request.viewer) else forms.OwnWordsForm
    form = kind(posted(request), neutral=profile)
    if request.method == "POST" and form.is_valid():
        actions.change_neutral(neutral_id=profile.pk, facts=form.cleaned_data, by=request.viewer)
        return _saved(request, profile)
    return render(request, "portal/roster/change.html", {"form": form, "neutral": profile})


@require_http_methods(["GET", "POST"])
def grant(request, pk):
    profile = _visible_or_404(request, pk)
    if not policies.can_grant(request.viewer, profile):
        raise PermissionDenied
    form = forms.CredentialForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.grant_credential(neutral=profile, by=request.viewer, **form.cleaned_data)
        except ValidationError as problems:
            form.add_error(None, problems.messages)
        else:
            return _saved(request, profile)
    return render(request, "portal/roster/grant.html", {"form": form, "neutral": profile})


@require_http_methods(["GET", "POST"])
def revoke(request, pk, credential):
    profile = _visible_or_404(request, pk)
    held = get_object_or_404(Credential, pk=credential, neutral=profile, revoked_at=None)
    if not policies.can_grant(request.viewer, profile):
        raise PermissionDenied
    form = forms.RevokeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        actions.revoke_credential(credential_id=held.pk, reason=form.cleaned_data["reason"], by=request.viewer)
        return _saved(request, profile)
    return render(request, "portal/roster/revoke.html", {"form": form, "neutral": profile, "credential": held})


@require_GET
def own_hours(request):
    """From the desk to one's own hours; somebody who is not on the roster has none."""
    own = get_object_or_404(NeutralProfile, user=request.viewer)
    return redirect("portal:roster:hours", pk=own.pk)


@require_http_methods(["GET", "POST"])
def hours(request, pk):
    profile = _changeable_or_404(request, pk)
    form = forms.HoursForm(posted(request))
    if request.method == "POST" and form.is_valid():
        actions.set_weekly_hours(neutral=profile, spans=form.spans, by=request.viewer)
        return _saved(request, profile)
    context = {"neutral": profile, "days": queries.week_grid(profile), "zone": zone_in_words()}
    return render(request, "portal/roster/hours.html", context)


@require_http_methods(["GET", "POST"])
def add_tie(request, pk):
    profile = _changeable_or_404(request, pk)
    form = forms.TieForm(posted(request), neutral=profile, units=current_office(request).unit_choices)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_standing_tie(neutral=profile, by=request.viewer, **form.cleaned_data)
        except ValidationError:
            form.add_error(None, _("This tie is on the list already."))
        else:
            return _saved(request, profile)
    return render(request, "portal/roster/add_tie.html", {"form": form, "neutral": profile})


@require_POST
def end_tie(request, pk, tie):
    profile = _changeable_or_404(request, pk)
    held = get_object_or_404(StandingTie, pk=tie, neutral=profile)
    actions.end_standing_tie(tie_id=held.pk, by=request.viewer)
    return _saved(request, profile)


@require_GET
def own_background(request):
    return redirect("portal:roster:background", person=request.user.pk)


@require_http_methods(["GET", "POST"])
def background(request, person):
    """What somebody brings along: informative, and asked for by nothing. Neutrals and staff alike."""
    found = get_object_or_404(queries.people_with_background(request.viewer), pk=person)
    may_keep = policies.can_keep_background(request.user, found)
    form = forms.BackgroundForm(posted(request) if may_keep else None)
    if request.method == "POST" and not may_keep:
        raise PermissionDenied
    if form.is_valid():
        actions.add_background(person=found, by=request.user, **form.cleaned_data)
        messages.success(request, _("Written down. It counts as seen when somebody has looked at the paper."))
        return redirect("portal:roster:background", person=found.pk)
    context = {
        "person": found,
        "form": form,
        "rows": Background.objects.visible_to(request.viewer).filter(person=found).select_related("seen_by"),
        "may_keep": may_keep,
        "may_see_paper": policies.can_see_paper(request.user, found),
    }
    return render(request, "portal/roster/background.html", context)


@require_POST
def background_seen(request, pk):
    row = get_object_or_404(Background.objects.visible_to(request.viewer), pk=pk)
    actions.see_paper(background_id=row.pk, by=request.user)
    messages.success(request, _("Saved."))
    return redirect("portal:roster:background", person=row.person_id)


@require_POST
def background_remove(request, pk):
    row = get_object_or_404(Background.objects.visible_to(request.viewer), pk=pk)
    actions.remove_background(background_id=row.pk, by=request.user)
    messages.success(request, _("Taken out."))
    return redirect("portal:roster:background", person=row.person_id)


def _page(request, profile):
    office, today = current_office(request), timezone.localdate()
    return {
        "neutral": profile,
        "unit": office.unit_label(profile.unit),
        "credentials": [(one, one.is_current(today)) for one in profile.credentials.all()],
        "hours": queries.hours_in_words(profile),
        "ties": [
            (tie, tie.person.get_full_name() if tie.person else office.unit_label(tie.unit))
            for tie in profile.standing_ties.select_related("person")
        ],
        "has_privilege": queries.qualifies_for_privilege(profile, today),
        "may_change": policies.can_change_page(request.viewer, profile),
        "may_grant": policies.can_grant(request.viewer, profile),
        "may_see_roster": policies.can_see_roster(request.viewer),
        "background": list(Background.objects.visible_to(request.viewer).filter(person=profile.user_id)),
    }


def _visible_or_404(request, pk):
    profiles = NeutralProfile.objects.visible_to(request.viewer).select_related("user").prefetch_related("credentials")
    return get_object_or_404(profiles, pk=pk)


def _changeable_or_404(request, pk):
    profile = _visible_or_404(request, pk)
    if not policies.can_change_page(request.viewer, profile):
        raise PermissionDenied
    return profile


def _saved(request, profile):
    messages.success(request, _("Saved."))
    return redirect("portal:roster:neutral", pk=profile.pk)
