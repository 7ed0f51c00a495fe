"""What belongs to neither face: whether the machine is well, and the pictures of public pages."""

from django.conf import settings
from django.db import DatabaseError, connections
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail.documents.views.serve import serve as serve_document

from .ranges import in_parts


@require_safe
def healthz(request):
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def readyz(request):
    for connection in connections.all():
        if not answers(connection):
            return HttpResponse(f"database {connection.alias} does not answer\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


# Where nobody should come from a search engine: they are private, or a way into something private.
NOT_FOR_ROBOTS = ("portal", "my", "request", "join", "exit", "sign-in", "sign-out", "welcome", "go", "search")


@require_safe
def robots(request):
    prefixes = ["", *(f"{code}/" for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE)]
    lines = ["User-agent: *", f"Disallow: {settings.CMS_PREFIX}"]
    lines += [f"Disallow: /{prefix}{name}/" for prefix in prefixes for name in NOT_FOR_ROBOTS]
    lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def answers(connection):
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


@require_safe
@cache_control(public=True, max_age=3600)
def public_image(request, path):
    """Pictures that editors chose; nothing else under the media folder has an address."""
    return serve(request, path, document_root=settings.MEDIA_ROOT / "images")


@require_safe
def public_document(request, document_id, document_filename):
    """A file that editors published, whole or in parts."""
    return in_parts(request, serve_document(request, document_id, document_filename))
