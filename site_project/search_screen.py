"""The search page. What people look for is written down nowhere: not counted, not logged, not kept in a cache."""

from http import HTTPStatus

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from pages.search import queries
from pages.search.words import LONGEST, Asked
from portal.intake.limits import too_often
from portal.passes.throttle import Throttle

RESULTS_ON_A_PAGE = 10
# A campus may share one address. Looking further through results counts as well.
SEARCHING = Throttle("search", per_network=200, overall=4000, seconds=600, under_pressure=40)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    asked, locale = Asked.of(request.GET.get("q", "")), Locale.get_active()
    context = {"asked": asked, "longest": LONGEST, "titles": queries.titles(locale)}
    if asked.typed and too_often(SEARCHING, request):
        return _page(request, context | {"refused": True}, HTTPStatus.TOO_MANY_REQUESTS)
    if asked.is_too_long:
        return _page(request, context | {"is_too_long": True}, HTTPStatus.UNPROCESSABLE_ENTITY)
    found = queries.find(asked, locale)
    return _page(request, context | _results(request, asked, found, locale))


def _results(request: HttpRequest, asked: Asked, found: queries.Found, locale: Locale) -> dict:
    kind = request.GET.get("kind", "")
    kind = kind if kind in {one.code for one in found.kinds} else ""
    pages = Paginator(found.of_kind(kind), RESULTS_ON_A_PAGE).get_page(request.GET.get("page"))
    return {
        "found": found,
        "kind": kind,
        "pages": pages,
        "promoted": queries.promoted(asked, locale) if pages.number == 1 else [],
        "meant": "" if found.pages else queries.meant(asked, locale),
    }


def _page(request: HttpRequest, context: dict, status: int = HTTPStatus.OK) -> HttpResponse:
    return render(request, "pages/search.html", context, status=status)
