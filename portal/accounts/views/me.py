from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from .. import actions
from ..again import step_up
from ..forms import AwayForm
from ..queries import sign_ins_of


@require_GET
def me(request):
    """One's own account: what one is here, where one is signed in, and how to change what is one's own."""
    page = {"person": request.user, "sign_ins": sign_ins_of(request.user), "this_one": request.sign_in.pk}
    return render(request, "portal/accounts/me.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def away(request):
    start = {"until": request.user.away_until, "cover": request.user.cover_id}
    form = AwayForm(request.POST or None, person=request.user, initial=start)
    if request.method == "POST" and form.is_valid():
        actions.set_away(user_id=request.user.pk, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved. Your colleagues see it in their lists."))
        return redirect("portal:accounts:me")
    return render(request, "portal/accounts/away.html", {"form": form, "person": request.user, "is_own": True})


@require_http_methods(["GET", "HEAD", "POST"])
@step_up
def recovery_codes(request):
    """Ten new codes, shown once; a button makes them, so that looking changes nothing."""
    codes = actions.make_recovery_codes(user=request.user) if request.method == "POST" else []
    return render(request, "portal/accounts/recovery_codes.html", {"codes": codes, "is_new": False})


@require_POST
def end_sessions(request):
    actions.end_sessions(user=request.user, by=request.user, keep=request.session.session_key)
    messages.success(request, _("You are signed out everywhere else."))
    return redirect("portal:accounts:me")
