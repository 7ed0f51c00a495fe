"""The case list, and the views of it that somebody keeps."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.audit.access import opens
from portal.audit.events import AuditEvent

from .. import actions
from ..forms.cases import CaseFilter
from ..models import SavedView
from ..queries import lists


@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """Looking for somebody by name is a read of its own kind."""
    form = CaseFilter(request.GET)
    return _searched(request, form) if form.chosen().get("q") else _listed(request, form)


@opens(AuditEvent.CASE_OPENED)
def _listed(request: HttpRequest, form: CaseFilter) -> HttpResponse:
    return _page(request, form)


@opens(AuditEvent.SEARCHED)
def _searched(request: HttpRequest, form: CaseFilter) -> HttpResponse:
    return _page(request, form)


cases.audit_event = AuditEvent.CASE_OPENED  # type: ignore[attr-defined]


def _page(request: HttpRequest, form: CaseFilter) -> HttpResponse:
    # A list of several matters, none of them opened.
    request.opened = None  # type: ignore[attr-defined]
    viewer = request.viewer  # type: ignore[attr-defined]
    chosen, coded = form.chosen(), form.coded()
    place = {name: request.GET.get(name, "") for name in ("after", "before")}
    found = lists.case_list(viewer, chosen, **place)
    views = [
        (view, lists.in_words(view.filters, found.programmes), _address(view.filters), view.filters == coded)
        for view in SavedView.objects.visible_to(viewer)
    ]
    context = {
        "found": found,
        "filter": form,
        "older": _address(chosen, after=found.stretch.older),
        "newer": _address(chosen, before=found.stretch.newer),
        "facets": [(facet, _links(facet, chosen)) for facet in found.facets if facet.is_open],
        "views": views,
        "current": next((view for view, _words, _at, is_current in views if is_current), None),
        "keep_at": f"{reverse('portal:desk:save_view')}?{urlencode(coded)}" if coded else "",
        "is_filtered": bool(chosen),
    }
    return render(request, "portal/desk/cases.html", context)


def _address(chosen: Mapping[str, str], **place: str) -> str:
    """The list with these filters; "" for a neighbouring page that does not exist."""
    if place and not all(place.values()):
        return ""
    query = urlencode(dict(chosen) | place)
    return reverse("portal:desk:cases") + (f"?{query}" if query else "")


def _links(facet: lists.Facet, chosen: Mapping[str, str]) -> list[tuple[lists.Choice, str]]:
    """Each choice with the address that takes it, or lets it go when it is taken."""
    others = {name: value for name, value in chosen.items() if name != facet.name}
    return [
        (choice, _address(others if choice.is_chosen else others | {facet.name: choice.code}))
        for choice in facet.choices
    ]


@require_POST
def save_view(request: HttpRequest) -> HttpResponse:
    """Keep the filters of the address; back to the list, with them."""
    coded = CaseFilter(request.GET).coded()
    try:
        actions.save_view(owner=request.user, filters=coded)
    except actions.ViewRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The view is kept above the list. Only you see it."))
    return redirect(_address(coded))


@require_POST
def remove_view(request: HttpRequest, pk: int) -> HttpResponse:
    view = get_object_or_404(SavedView.objects.visible_to(request.viewer), pk=pk)  # type: ignore[attr-defined]
    actions.remove_view(view_id=view.pk, owner=request.user)
    messages.success(request, _("The view is gone."))
    return redirect("portal:desk:cases")
