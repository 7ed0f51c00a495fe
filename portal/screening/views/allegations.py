"""The allegations of a matter: each written down by itself, each with a way of its own and two names under it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from portal.audit.access import opens_case
from portal.cases.actions import MatterGone, TransitionRefused
from portal.cases.models import Matter
from portal.forms import KindForm, posted

from .. import actions
from ..forms.allegations import FACTS_OF, AllegationForm, FormalForm, SignWayForm, WayForm
from ..models import Allegation, AllegationRoute
from ..policies import can_sign_way, may_screen
from ..queries import allegations_page, matter_behind
from ..statuses import AllegationWay


def _matter(request: HttpRequest, reference: str) -> Matter:
    matter, thing = matter_behind(request.viewer, reference)
    if matter is None or not matter.programme.tracks_allegations:
        raise Http404
    request.opened = thing
    return matter


def _to_change(request: HttpRequest, reference: str) -> Matter:
    matter = _matter(request, reference)
    if not may_screen(request.user, matter):
        raise PermissionDenied
    return matter


@require_GET
@opens_case
def allegations(request: HttpRequest, reference: str) -> HttpResponse:
    matter = _matter(request, reference)
    context = {"page": allegations_page(matter, request.user), "reference": reference, "thing": request.opened}
    return render(request, "portal/screening/allegations.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def add(request: HttpRequest, reference: str) -> HttpResponse:
    matter = _to_change(request, reference)
    form = AllegationForm(posted(request))

    def act() -> None:
        actions.add_allegation(matter_id=matter.pk, facts=form.facts(), by=request.user)

    return _form_page(request, reference, form, act, _("Write down an allegation"))


@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def change(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    row = row_to_change(request, reference, pk)
    form = AllegationForm(posted(request), initial={name: getattr(row, name) for name in FACTS_OF})

    def act() -> None:
        actions.change_allegation(allegation_id=row.pk, facts=form.facts(), by=request.user)

    return _form_page(request, reference, form, act, _("Correct allegation %(number)d") % {"number": row.number}, row)


@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def route(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    row = row_to_change(request, reference, pk)
    form = WayForm(posted(request))

    def act() -> None:
        way = AllegationWay(form.cleaned_data["way"])
        actions.route_allegation(allegation_id=row.pk, way=way, reason=form.cleaned_data["reason"], by=request.user)

    return _form_page(
        request, reference, form, act, _("The way of allegation %(number)d") % {"number": row.number}, row
    )


@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def formal(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    row = row_to_change(request, reference, pk)
    form = FormalForm(posted(request), initial={"since": row.formal_since, "paused_on": row.formal_paused_on})

    def act() -> None:
        actions.note_formal_process(allegation_id=row.pk, by=request.user, **form.cleaned_data)

    title = _("A formal process on allegation %(number)d") % {"number": row.number}
    return _form_page(request, reference, form, act, title, row)


@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def sign(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    """The director agrees with one press, or sends the way back with a word."""
    matter = _matter(request, reference)
    waiting = get_object_or_404(AllegationRoute.objects.select_related("allegation"), pk=pk, allegation__matter=matter)
    if not can_sign_way(request.user, waiting, matter):
        raise PermissionDenied
    form = SignWayForm(posted(request))

    def act() -> None:
        given = form.cleaned_data
        actions.sign_way(route_id=waiting.pk, agrees=given["agrees"], words=given["words"], by=request.user)

    return _form_page(request, reference, form, act, _("Send the way back"), waiting.allegation)


def row_to_change(request: HttpRequest, reference: str, pk: UUID) -> Allegation:
    """An allegation of this very matter: the id of another one is missing like any other."""
    matter = _to_change(request, reference)
    return get_object_or_404(Allegation.objects.select_related("matter__programme"), pk=pk, matter=matter)


def _form_page(
    request: HttpRequest,
    reference: str,
    form: KindForm,
    act: Callable[[], None],
    title: str,
    row: Allegation | None = None,
) -> HttpResponse:
    """Nothing typed is lost: a refusal stands above the form as it was sent."""
    if form.is_bound and form.is_valid() and _acted(form, act):
        messages.success(request, _("Written down."))
        return redirect("portal:screening:allegations", reference=reference)
    context: dict[str, Any] = {"form": form, "title": title, "reference": reference, "row": row}
    return render(request, "portal/screening/allegation_form.html", context, status=422 if form.errors else 200)


def _acted(form: KindForm, act: Callable[[], None]) -> bool:
    try:
        act()
    except TransitionRefused as refusal:
        form.add_error(None, str(refusal))
        return False
    except MatterGone as gone:
        raise Http404 from gone
    return True
