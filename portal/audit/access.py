"""Recording reads and refusals. Views use these and nothing else does.

A view names what it opened: `request.opened = case`. Anything with a `.matter` will do; None is the office's own.
The event is written after the view, so that a refusal raised inside a transaction is not rolled back with it.
"""

import warnings
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseBase

from .events import AuditEvent
from .record import record

View = Callable[..., HttpResponseBase]


def opens(event: AuditEvent) -> Callable[[View], View]:
    """The view shows something of a matter or the office: record who saw it, or who tried."""

    def decorate(view: View) -> View:
        @wraps(view)
        def recorded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            try:
                response = view(request, *args, **kwargs)
            except (Http404, PermissionDenied):
                _write(AuditEvent.ACCESS_REFUSED, request)
                raise
            if response.status_code in (403, 404):
                _write(AuditEvent.ACCESS_REFUSED, request)
            elif response.status_code in (200, 206):
                _warn_if_silent(view, request)
                _write(event, request)
            return response

        recorded.audit_event = event  # type: ignore[attr-defined]
        return recorded

    return decorate


def _warn_if_silent(view: View, request: HttpRequest) -> None:
    """A view that forgets to name what it opened writes to the office's chain; the tests take warnings as errors."""
    if not hasattr(request, "opened"):
        warnings.warn(f"{view.__module__}.{view.__name__} did not set request.opened", RuntimeWarning, stacklevel=3)


opens_case = opens(AuditEvent.CASE_OPENED)


@transaction.atomic
def _write(event: AuditEvent, request: HttpRequest) -> None:
    opened = getattr(request, "opened", None)
    match = request.resolver_match
    record(
        event,
        actor=getattr(request, "viewer", None) or getattr(request, "user", None),
        matter=getattr(opened, "matter", None) or (opened if hasattr(opened, "chain_id") else None),
        subject=opened,
        view=match.view_name if match else "",
        method=request.method,
        # Ids and references only: codes are never in a path.
        named={name: str(value)[:100] for name, value in match.kwargs.items()} if match else {},
    )
