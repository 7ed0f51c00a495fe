"""What people see when something is refused, missing or broken. No page names an address, an id or a person.

A page that is missing and one that someone may not see answer with the same bytes: nothing here looks at who asks.
"""

import sys

from django.db import OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string

from portal.templatetags.office import OfficeFacts


def page(template, *, status, **context):
    return HttpResponse(render_to_string(template, context), status=status)


def bad_request(request, exception=None):
    return page("400.html", status=400)


def permission_denied(request, exception=None):
    return page("403.html", status=403)


def not_found(request, exception=None):
    return page("404.html", status=404)


def only_by_button(request):
    """Answer 405: somebody came by its address to what only a button does. The way back is the door they came by."""
    back = next((door for door in ("/my/", "/portal/") if request.path.startswith(door)), "/")
    return page("405.html", status=405, back=back)


def csrf_failed(request, reason=""):
    return page("403_csrf.html", status=403)


def too_many(request, *, wait_minutes=None):
    """Answer 429; views and the lock-out call this."""
    response = page("429.html", status=429, wait_minutes=wait_minutes)
    if wait_minutes:
        response["Retry-After"] = str(wait_minutes * 60)
    return response


def server_error(request):
    # Django calls this while the exception is at hand: a database that is away or busy is soon back.
    if isinstance(sys.exception(), OperationalError):
        return unavailable(request)
    # The database may be what broke: the facts are those built into the program.
    return page("500.html", status=500, office=OfficeFacts())


def unavailable(request):
    response = page("503.html", status=503, office=OfficeFacts())
    response["Retry-After"] = "600"
    return response
