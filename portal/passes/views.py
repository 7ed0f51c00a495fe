from django.middleware.csrf import rotate_token
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from . import actions, farewells, visits
from .forms import CodeForm, InvitationForm
from .networks import network_of
from .queries import exit_address
from .throttle import TooManyTries
from .words_for_people import REFUSED, WAIT

HOME = "/my/"
_EVERYTHING = '"cache", "cookies", "storage"'


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
@sensitive_variables()
def enter(request):
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        secret, status = _tried(form, actions.enter, network_of(request))
        if secret:
            return _with_visit(request, redirect(HOME), secret)
        return render(request, "portal/passes/enter.html", {"form": form}, status=status)
    return render(request, "portal/passes/enter.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
@sensitive_variables()
def join(request):
    """Looking at this page uses nothing up and reveals nothing; only the button does."""
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        issued, status = _tried(form, actions.accept, network_of(request))
        if issued:
            secret = actions.begin_visit(entry=issued.entry)
            page = render(request, "portal/passes/welcome.html", {"code": issued.code, "phrase": issued.phrase})
            return _with_visit(request, page, secret)
        return render(request, "portal/passes/join.html", {"form": form}, status=status)
    return render(request, "portal/passes/join.html", {"form": form})


@require_POST
@never_cache
def leave(request):
    response = redirect("portal:passes:enter")
    visits.end(request, response)
    return response


@require_GET
@never_cache
def exit_page(request):
    """A plain link, for people without scripts too: everything ends, and a page anybody might be reading opens."""
    response = redirect(exit_address())
    visits.end(request, response)
    farewells.say(request, response)
    response["Clear-Site-Data"] = _EVERYTHING
    return response


def _tried(form, action, network: str):
    """What the action gives, or the words for why it gave nothing, and the status of the page that says them."""
    try:
        return action(code=form.cleaned_data["code"], network=network), 200
    except actions.EntryRefused:
        form.add_error("code", REFUSED)
        return None, 200
    except TooManyTries:
        form.add_error(None, WAIT)
        return None, 429


def _with_visit(request, response, secret: str):
    rotate_token(request)
    visits.begin(response, secret=secret)
    return response
