"""What may be shared between visitors: nobody in particular asked, and the answer is everybody's."""

import re

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

# Answers of these names are the same for everybody, as long as nothing below says otherwise. Each one singly: an
# address that is not named here is private.
SHARED = frozenset({"wagtail_serve", "sitemap", "robots", "pages:calendar"})

# What lists may be narrowed by: short words that the site itself offers. Free text is never kept, nor is a page that
# somebody asked for with a parameter that we do not know.
NARROWED_BY = frozenset({"page", "topic", "audience", "kind", "when", "year", "level", "evenings", "places"})
_SHORT_WORD = re.compile(r"[a-zA-Z0-9_-]{0,40}", re.ASCII)


def may_be_shared(request: HttpRequest) -> bool:
    """Whether a kept page can be the answer: an anonymous visitor reads an address that means the same to everybody."""
    # Wagtail shows drafts by a made-up request for the page's own address. It comes from no server and has no query.
    is_real = "QUERY_STRING" in request.META
    return is_real and request.method in ("GET", "HEAD") and not is_somebody(request) and has_known_query(request)


def is_somebody(request: HttpRequest) -> bool:
    """Whether the browser holds anything by which an answer could be meant for this person alone.

    The token of our forms and cookies of other sites are no such thing: a page with a form is refused by its answer.
    """
    ours = {settings.SESSION_COOKIE_NAME, settings.ACCORD_PASS_COOKIE, "messages"}
    return not ours.isdisjoint(request.COOKIES) or "HTTP_AUTHORIZATION" in request.META


def has_known_query(request: HttpRequest) -> bool:
    given = request.GET.lists()
    return all(name in NARROWED_BY and len(values) == 1 and _SHORT_WORD.fullmatch(values[0]) for name, values in given)


def is_everybodys(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether this answer, to a request that may be shared, carries nothing of one visitor."""
    match = request.resolver_match
    return (
        request.method == "GET"
        and match is not None
        and match.view_name in SHARED
        and response.status_code == 200
        and not response.streaming
        # A form's token, a message or a look at the session shows in one of these.
        and not response.cookies
        and "cookie" not in response.get("Vary", "").lower()
        # A view that says itself how it may be kept knows better.
        and not response.has_header("Cache-Control")
        and not getattr(request, "viewer", None)
        # A number used once must not be used for everybody.
        and "nonce-" not in response.get("Content-Security-Policy", "")
    )
