"""Which addresses speak more than one language. English has no prefix, every other language has one: /es/services/."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import get_language_from_path

# Everything a visitor reads before there is a case. All other pages exist in English only, at one address.
SPOKEN = frozenset(
    {
        "wagtail_serve",
        "search",
        "portal:intake:start",
        "portal:intake:report",
        "portal:intake:question",
        "portal:intake:check",
        "portal:intake:sent",
        "portal:intake:gone",
        "portal:intake:independent",
        "portal:intake:contact_me",
        "portal:intake:information",
        "portal:passes:enter",
        "portal:passes:join",
        "portal:passes:exit",
    }
)


class OneAddressMiddleware:
    """Leads from the address of a translation that does not exist to the page itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        prefix = prefix_of(request)
        if not prefix or request.resolver_match.view_name in SPOKEN:
            return None
        if request.method not in ("GET", "HEAD"):
            raise Http404
        return redirect(request.get_full_path().removeprefix(prefix))


def prefix_of(request: HttpRequest) -> str:
    """ "/es" at the beginning of an address in Spanish, "" for English."""
    language = get_language_from_path(request.path_info)
    return "" if language in (None, settings.LANGUAGE_CODE) else f"/{language}"
