"""Saying that we take nothing at the moment, and whom to call instead."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.passes.throttle import Throttle

from .. import limits

_REFUSALS = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)


def refused(status: int) -> int:
    """For portal/intake/_refused.html: the status when it is a refusal, else 0."""
    return status if status in _REFUSALS else 0


def refusal_for(request: HttpRequest, throttle: Throttle) -> int:
    """Why this cannot be taken now, or 0. Counts the try."""
    if limits.too_often(throttle, request):
        return HTTPStatus.TOO_MANY_REQUESTS
    return HTTPStatus.SERVICE_UNAVAILABLE if limits.disk_is_full() else 0


def not_now(request: HttpRequest, throttle: Throttle) -> HttpResponse | None:
    """A page of its own, where there is nothing typed to keep."""
    status = refusal_for(request, throttle)
    return render(request, "portal/intake/refused.html", {"refused": status}, status=status) if status else None
