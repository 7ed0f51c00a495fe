"""The queue of requests: it belongs to the team, the oldest first."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from portal.accounts.roles import Permission
from portal.intake.clocks import Clock, clock_of
from portal.intake.models import Request

from ..forms.requests import QueueForm
from ..queries.requests import oldest_waiting, queue, team_of

ON_A_PAGE = 50


@dataclass(frozen=True)
class Row:
    item: Request
    clock: Clock


@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    if not request.user.may(Permission.OPEN_REQUESTS):
        raise PermissionDenied
    form = QueueForm(request.GET, team=team_of(request.viewer))
    # A filter that does not exist is no filter: the address may be an old one.
    wanted = form.cleaned_data if form.is_valid() else {}
    page = Paginator(queue(request.viewer, wanted), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": form,
        "rows": [Row(one, clock_of(one)) for one in page],
        "newer": _address(request, page, -1),
        "older": _address(request, page, 1),
        "count": _in_words(page, request),
        "is_filtered": any(wanted.values()),
    }
    return render(request, "portal/desk/requests.html", context)


def _address(request: HttpRequest, page: Page, step: int) -> str:
    if not (page.has_next() if step > 0 else page.has_previous()):
        return ""
    query = request.GET.copy()
    query["page"] = str(page.number + step)
    return f"?{query.urlencode()}"


def _in_words(page: Page, request: HttpRequest) -> str:
    count = page.paginator.count
    words = ngettext("%(count)d request", "%(count)d requests", count) % {"count": count}
    oldest = oldest_waiting(request.viewer)
    if oldest is None:
        return words
    days = (timezone.localdate() - timezone.localdate(oldest)).days
    age = ngettext("oldest without an answer: %(days)d day", "oldest without an answer: %(days)d days", days)
    return (
        f"{words} · {age % {'days': days}}"
        if days
        else _("%(words)s · none waits longer than today") % {"words": words}
    )
