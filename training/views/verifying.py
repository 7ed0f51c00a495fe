"""Does this certificate hold? Open to everybody; the answer is yes or no, and nothing more."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.forms import posted
from portal.passes.networks import network_of
from portal.passes.throttle import TooManyTries
from training.certificates import CHECKS, holds
from training.forms import VerifyForm


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """The code may stand in the address: it is printed on paper that people hang on a wall. Looking answers nothing."""
    form = VerifyForm(posted(request), initial={"code": request.GET.get("code", "")[:60]})
    context: dict[str, object] = {"form": form, "today": timezone.localdate()}
    status = HTTPStatus.OK
    if form.is_valid():
        try:
            CHECKS.check(network_of(request))
        except TooManyTries:
            form.add_error(None, _("Too many codes were tried from here. Please wait ten minutes, or call us."))
            status = HTTPStatus.TOO_MANY_REQUESTS
        else:
            CHECKS.count(network_of(request))
            context |= {"asked": True, "holds": holds(on=timezone.localdate(), **form.cleaned_data)}
    elif form.errors:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "training/verify.html", context, status=status)
