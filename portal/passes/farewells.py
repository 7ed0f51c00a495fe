"""What upper features end when somebody leaves by “Exit this page”: a draft, a sign-in. Told here at start-up."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Farewell = Callable[[HttpRequest, HttpResponse], None]

_FAREWELLS: list[Farewell] = []


def register(farewell: Farewell) -> None:
    """Have this called with the request and the answer of every exit. It must not fail when there is nothing to end."""
    if farewell not in _FAREWELLS:
        _FAREWELLS.append(farewell)


def say(request: HttpRequest, response: HttpResponse) -> None:
    for farewell in _FAREWELLS:
        farewell(request, response)
