"""What public pages are measured beside; each runs in a process of its own and is asked over standard input.

`python -m bench._targets NAME` answers each line with the median of so many calls, in microseconds.
"""

from __future__ import annotations

import io
import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from time import perf_counter

CALLS = 20


def call(application: Callable, path: str) -> bytes:
    """One GET, straight at the WSGI application: what a network would add is the same for all."""
    path, _mark, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT_ENCODING": "gzip",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
    }
    status: list[str] = []
    response = application(environ, lambda line, headers: status.append(line))
    body = b"".join(response)
    response.close()
    if not status[0].startswith("200"):
        raise SystemExit(f"{path}: {status[0]}")
    return body


def ours() -> Callable:
    os.environ["DJANGO_SETTINGS_MODULE"] = "site_project.settings.measured"
    from django.core.wsgi import get_wsgi_application

    return get_wsgi_application()


def empty_page() -> Callable:
    """A page of the CMS with nothing on it, through the middleware that a new project begins with."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "site_project.settings.measured"
    from django.conf import settings

    settings.MIDDLEWARE = list(_NEW_PROJECT)
    settings.TEMPLATES = [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {"loaders": [("django.template.loaders.locmem.Loader", {"empty.html": "<h1>{{ page }}</h1>"})]},
        }
    ]
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
    from pages.models import StandardPage

    StandardPage.template = "empty.html"
    return application


def bare(*middleware: str) -> Callable:
    """A project with one view that says hello; with Django's own cache when its middleware is named."""
    from django.conf import settings
    from django.http import HttpResponse
    from django.urls import path

    folder = tempfile.mkdtemp(prefix="accord-bench-")
    page = "Hello. " * 3000
    settings.configure(
        SECRET_KEY="bench-" * 10,
        ALLOWED_HOSTS=["localhost"],
        ROOT_URLCONF=type("Urls", (), {"urlpatterns": [path("", lambda request: HttpResponse(page))]}),
        MIDDLEWARE=[*middleware[:1], *(_PLAIN if middleware else ()), *middleware[1:]],
        CACHES={"default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": folder}},
    )
    from django.core.wsgi import get_wsgi_application

    return get_wsgi_application()


_PLAIN = ("django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware")
_NEW_PROJECT = (
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.accounts.second_factor.SecondFactorMiddleware",
    "portal.accounts.gate.GateMiddleware",
)
_CACHE = "django.middleware.cache.UpdateCacheMiddleware", "django.middleware.cache.FetchFromCacheMiddleware"

# Name -> how to make it, and the address that is asked for. A parameter we do not know makes a page be rendered anew.
TARGETS: dict[str, tuple[Callable[[], Callable], str]] = {
    "hello": (bare, "/"),
    "django cache": (lambda: bare(*_CACHE), "/"),
    "ours, kept": (ours, "/"),
    "empty page": (empty_page, "/about/"),
    "ours, home anew": (ours, "/?anew=1"),
    "ours, service anew": (ours, "/services/mediation/?anew=1"),
}


def main(name: str) -> None:
    make, path = TARGETS[name]
    application = make()
    for _warm in range(20):
        call(application, path)
    for _line in sys.stdin:
        times = []
        for _number in range(CALLS):
            begun = perf_counter()
            call(application, path)
            times.append((perf_counter() - begun) * 1e6)
        sys.stdout.write(f"{statistics.median(times):.0f}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
