"""A draft, as a guest with a link reads it."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from .preview_links import find_link


@require_safe
def preview(request, token: str) -> HttpResponse:
    """The text that the link was made for, with a clear mark. An unknown, ended or old link is a missing page."""
    link = find_link(token)
    if link is None:
        raise Http404
    page = link.revision.as_object()
    request.is_preview, request.preview_mode, request.draft_link = True, page.default_preview_mode, link
    response = page.serve_preview(request, page.default_preview_mode)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    # The address is the key: it goes along with no click.
    response["Referrer-Policy"] = "no-referrer"
    return response
