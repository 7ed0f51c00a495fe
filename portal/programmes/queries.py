"""Reading the office and its programmes."""

from copy import copy

from django.http import HttpRequest

from .models import Office, Programme


def current_office(request: HttpRequest | None = None) -> Office:
    """The office. With a request, one look serves everything that this request shows.

    Where the site keeps the facts at hand, `request.office_at_hand`, the page gets a copy that it may change.
    """
    if request is None:
        return Office.objects.get()
    if not hasattr(request, "_accord_office"):
        look = getattr(request, "office_at_hand", Office.objects.get)
        request._accord_office = copy(look())  # type: ignore[attr-defined]
    return request._accord_office  # type: ignore[attr-defined]


def programme_of(code: str) -> Programme:
    return Programme.objects.get(code=code)
