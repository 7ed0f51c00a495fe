from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from portal.passes.networks import network_of
from portal.passes.throttle import Throttle, TooManyTries

from .. import actions, proofs
from ..forms import ChangePasswordForm, ForgottenForm, ResetForm
from ..words import WRONG_PASSWORD
from ._codes import invitation_from

MAILS = Throttle("forgotten-password", per_network=5, overall=100, seconds=3600)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def forgotten(request):
    """The same answer whether or not somebody signs in with that address."""
    form = ForgottenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        network = network_of(request)
        try:
            MAILS.check(network)
        except TooManyTries:
            form.add_error(None, proofs.WAIT)
            return render(request, "portal/accounts/forgotten.html", {"form": form}, status=429)
        MAILS.count(network)
        actions.ask_for_new_password(email=form.cleaned_data["email"])
        return redirect("portal:accounts:reset")
    return render(request, "portal/accounts/forgotten.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
@sensitive_variables()
def reset(request):
    """Looking changes nothing; the button uses the code up. Signing in still asks for the second factor."""
    form = ResetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        invitation, status = invitation_from(request, form, purpose="PASSWORD")
        if invitation is None:
            return render(request, "portal/accounts/reset.html", {"form": form}, status=status)
        actions.set_new_password(invitation_id=invitation.pk, password=form.cleaned_data["new_password"])
        messages.success(request, _("Your new password is set. Please sign in with it."))
        return redirect("portal:accounts:sign_in")
    return render(request, "portal/accounts/reset.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@sensitive_variables()
def change(request):
    form = ChangePasswordForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        known = proofs.person_with(request, email=request.user.email, password=form.cleaned_data["password"])
        if known == request.user:
            return _changed(request, form.cleaned_data["new_password"])
        form.add_error("password", proofs.WAIT if proofs.is_locked_out(request) else WRONG_PASSWORD)
    return render(request, "portal/accounts/change_password.html", {"form": form})


def _changed(request, password: str):
    actions.change_password(user=request.user, password=password, session_key=request.session.session_key)
    update_session_auth_hash(request, request.user)
    actions.move_session(sign_in=request.sign_in, session_key=request.session.session_key)
    messages.success(request, _("Your password was changed. Other devices were signed out."))
    return redirect("portal:accounts:me")
