"""How a page is found for its address."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail import views

from . import known


def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """Wagtail's own view, spared the walk from the front page down where the address is known."""
    if found := known.route(request):
        request._wagtail_route_for_request = found  # where Wagtail keeps what it has found
    return views.serve(request, path)
