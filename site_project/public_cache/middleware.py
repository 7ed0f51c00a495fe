"""The one place that decides who may keep an answer: we and the browser for public pages, nobody for all others."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from pages import edition

from . import rules, store

PRIVATE = "no-store"
# A browser may keep a public page, and asks each time whether it is still true: publishing is seen at once.
PUBLIC = "public, max-age=0, must-revalidate"
OF_A_BODY = frozenset({"Content-Type", "Content-Language"})


class KeepOrForgetMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not rules.may_be_shared(request):
            return self.private(self.get_response(request))
        # Read before the page is rendered: what is published meanwhile makes it a page of the past.
        at = edition.current()
        key = store.key_of(request, at)
        if kept := store.find(key):
            return self.public(request, kept)
        response = self.get_response(request)
        if at and isinstance(response, HttpResponse) and rules.is_everybodys(request, response):
            return self.public(request, store.keep(key, response, at))
        return self.private(response)

    def private(self, response: HttpResponseBase) -> HttpResponseBase:
        """Nothing is stored by a browser or a proxy unless the view itself calls it public, as pictures are."""
        own_words = response.get("Cache-Control", "")
        if "public" not in own_words and "no-store" not in own_words:
            response.headers["Cache-Control"] = PRIVATE
        return response

    def public(self, request: HttpRequest, kept: store.Kept) -> HttpResponse:
        packed = bool(kept.packed) and "gzip" in request.headers.get("Accept-Encoding", "")
        body = kept.packed if packed else kept.plain
        ours = {"Cache-Control": PUBLIC, "ETag": kept.etag, "Vary": "Accept-Encoding", "Content-Length": str(len(body))}
        response = HttpResponse(body, headers=kept.headers | ours)
        if packed:
            response.headers["Content-Encoding"] = "gzip"
        answer = get_conditional_response(request, etag=kept.etag, response=response)
        if answer is not response:
            # "As you know it": what protects the page is said again, since nothing after us says it.
            for name in kept.headers.keys() - OF_A_BODY:
                answer.headers[name] = kept.headers[name]
        return answer
