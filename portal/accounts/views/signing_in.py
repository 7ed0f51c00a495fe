from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from .. import actions, browser, proofs
from ..forms import SecondStepForm, SignInForm
from ..way_in import next_of
from ..words import WRONG_PASSWORD


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
@sensitive_variables()
def sign_in(request):
    """One door for the portal and the CMS. The same answer for a wrong password and for nobody of that name."""
    target = next_of(request)
    if request.user.is_authenticated and request.user.is_verified():
        return redirect(target)
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = proofs.person_with(request, **form.cleaned_data)
        if user:
            browser.go_half_way(request, user, target=target)
            return redirect("portal:accounts:second_step")
        actions.record_refusal(user=None, why="password")
        form.add_error(None, proofs.WAIT if proofs.is_locked_out(request) else WRONG_PASSWORD)
    return render(request, "portal/accounts/sign_in.html", {"form": form, "next": target})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
@sensitive_variables()
def second_step(request):
    known = browser.half_way(request)
    if known is None:
        return redirect("portal:accounts:sign_in")
    user, target = known
    form = SecondStepForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if device := _factor(user, form):
            browser.begin(request, user, device)
            return redirect(target)
        actions.record_refusal(user=user, why="second factor")
    return render(request, "portal/accounts/second_step.html", {"form": form})


def _factor(user, form):
    try:
        device = proofs.factor_with(user, form.cleaned_data["code"])
    except proofs.MustWait:
        form.add_error("code", proofs.WAIT)
        return None
    if device is None:
        form.add_error("code", proofs.WRONG_CODE)
    return device


@require_POST
@never_cache
def sign_out(request):
    browser.end(request)
    return redirect("portal:accounts:sign_in")
