"""The way to the sign-in and back: only to addresses of our own that can be opened by going there."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

DESK = "/portal/"


def to_sign_in(request):
    target = reverse("portal:accounts:sign_in")
    if request.method in ("GET", "HEAD"):
        target = f"{target}?{urlencode({'next': request.get_full_path()})}"
    return redirect(target)


def next_of(request) -> str:
    """Where to go after signing in; anything that is not ours becomes the desk."""
    target = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if is_ours and target.startswith("/") else DESK
