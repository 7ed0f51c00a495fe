"""The first way in, and the way back after a second factor was lost: code, password, second factor, in this order."""

from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from .. import actions, browser, enrolling, proofs
from ..forms import KnownPasswordForm, NewPasswordForm, SecondStepForm, TypedCodeForm
from ..words import WRONG_PASSWORD
from ._codes import invitation_from


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
def welcome(request):
    """Looking changes nothing; the typed code opens the next page and is used up only at the very end."""
    form = TypedCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        invitation, status = invitation_from(request, form, purpose="ENROL")
        if invitation:
            enrolling.start(request, invitation)
            return redirect("portal:accounts:welcome_password")
        return render(request, "portal/accounts/welcome.html", {"form": form}, status=status)
    return render(request, "portal/accounts/welcome.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
@sensitive_variables()
def welcome_password(request):
    """A new password; somebody who has one already shows that they know it."""
    invitation = enrolling.invitation_of(request)
    if invitation is None:
        return redirect("portal:accounts:welcome")
    user = invitation.user
    knows = user.has_usable_password()
    form = KnownPasswordForm(request.POST or None) if knows else NewPasswordForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        if not knows:
            enrolling.keep_password(request, form.cleaned_data["new_password"])
            return redirect("portal:accounts:welcome_factor")
        if proofs.person_with(request, email=user.email, password=form.cleaned_data["password"]) == user:
            enrolling.keep_known(request)
            return redirect("portal:accounts:welcome_factor")
        form.add_error("password", proofs.WAIT if proofs.is_locked_out(request) else WRONG_PASSWORD)
    return render(request, "portal/accounts/welcome_password.html", {"form": form, "person": user, "knows": knows})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
@sensitive_variables()
def welcome_factor(request):
    """The last page. A right code from the phone does everything at once, and shows the recovery codes once."""
    invitation = enrolling.invitation_of(request)
    if invitation is None or not enrolling.has_password(request):
        return redirect("portal:accounts:welcome")
    secret = enrolling.secret_of(request)
    form = SecondStepForm(request.POST or None)
    form.fields["code"].help_text = ""
    if request.method == "POST" and form.is_valid():
        moment = enrolling.moment_of(secret, form.cleaned_data["code"])
        if moment is not None:
            return _enrolled(request, invitation, secret=secret, moment=moment)
        form.add_error("code", proofs.WRONG_CODE)
    page = {"form": form, "person": invitation.user, **enrolling.picture_of(invitation.user, secret)}
    return render(request, "portal/accounts/welcome_factor.html", page)


def _enrolled(request, invitation, *, secret: str, moment: int):
    try:
        device, codes = actions.enrol(
            invitation_id=invitation.pk,
            password_hash=enrolling.password_hash_of(request),
            secret=secret,
            moment=moment,
        )
    except actions.InvitationRefused:
        return redirect("portal:accounts:welcome")
    enrolling.forget(request)
    browser.begin(request, device.user, device)
    return render(request, "portal/accounts/recovery_codes.html", {"codes": codes, "is_new": True})
