"""All pages that visitors may be led to, read in one query for each edition of the site.

Menu, language switcher and addresses are made from them, so a page that is rendered first after a change pays once.
"""

from wagtail.models import Page
from wagtail.url_routing import RouteResult

from . import edition
from .querysets import shown


def pages() -> list[Page]:
    """In the order of the tree, with their language; what only the page itself needs is left out."""
    return edition.remembered("pages", lambda: list(shown(Page.objects.select_related("locale"))))


def route(request) -> RouteResult | None:
    """The page at the address that was asked for, in one query; None where Wagtail has to walk the tree.

    The row is read anew: what was unpublished or moved without our noticing is never shown from memory.
    """
    by_address = edition.remembered(f"addresses {request.get_host()}", lambda: _by_address(request))
    known = by_address.get(request.path)
    if known is None:
        return None
    kind = known.specific_class
    page = kind.objects.filter(pk=known.pk, live=True, url_path=known.url_path).first() if kind else None
    return page.route(request, []) if page else None


def _by_address(request) -> dict[str, Page]:
    return {address: page for page in pages() if (address := page.get_url(request))}
