"""Headers and log lines that belong to the whole site, whoever answers."""

import logging
import secrets
import time

from django.conf import settings
from wagtail.contrib.redirects.middleware import RedirectMiddleware

from pages import edition
from portal.programmes.models import Office

from .errors import only_by_button
from .logs import request_id

logger = logging.getLogger("accord.request")


class RequestLogMiddleware:
    """One line per answer: what was asked for by its name in the code, never by address or path."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        token = request_id.set(secrets.token_hex(8))
        started = time.monotonic()
        try:
            response = self.get_response(request)
            logger.info("answered", extra={"facts": self.facts(request, response, started)})
            response["X-Request-ID"] = request_id.get()
            return response
        finally:
            request_id.reset(token)

    def facts(self, request, response, started):
        match = request.resolver_match
        return {
            "method": request.method if request.method in ("GET", "HEAD", "POST") else "OTHER",
            "view": match.view_name or match.func.__name__ if match else "",
            "status": response.status_code,
            "ms": round((time.monotonic() - started) * 1000),
        }


class OfficeMiddleware:
    """Keeps the office's facts at hand for every page: read anew when a change to them begins a new edition."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.office_at_hand = lambda: edition.remembered("office", Office.objects.get)
        return self.get_response(request)


class CmsPolicyMiddleware:
    """Under the CMS prefix only, the content policy that its editor needs replaces the strict one."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path.startswith(settings.CMS_PREFIX):
            # A preview is a public page rendered inside: it already carries that page's own policy.
            del response["Content-Security-Policy"]
            response._csp_replace = settings.CMS_CONTENT_SECURITY_POLICY
        return response


class MovedPagesMiddleware(RedirectMiddleware):
    """Leads on from the old address of a page. What is closed or gone behind another door stays so."""

    def process_response(self, request, response):
        if request.resolver_match and request.resolver_match.view_name != "wagtail_serve":
            return response
        return super().process_response(request, response)


class OnlyByButtonMiddleware:
    """Gives a page to whoever loads a step's address: without one, a browser shows its own page of failure."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 405 or request.method != "GET" or response.content:
            return response
        page = only_by_button(request)
        page["Allow"] = response["Allow"]
        return page
