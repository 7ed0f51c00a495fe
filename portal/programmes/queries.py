"""Reading the office and its programmes."""

from django.http import HttpRequest

from .models import Office, Programme


def current_office(request: HttpRequest | None = None) -> Office:
    """The office. With a request, one query serves everything that this request shows."""
    if request is None:
        return Office.objects.get()
    if not hasattr(request, "_accord_office"):
        request._accord_office = Office.objects.get()  # type: ignore[attr-defined]
    return request._accord_office  # type: ignore[attr-defined]


def programme_of(code: str) -> Programme:
    return Programme.objects.get(code=code)
