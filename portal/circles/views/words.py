"""Harm, need and obligation: what the group says, written where everyone can read it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.audit.access import opens_case
from portal.cases.views.finding import tried
from portal.forms import posted
from portal.sessions.models import Session

from .. import actions
from ..forms import HarmForm
from ..models import Harm
from .finding import find_room

METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(METHODS)
@opens_case
def words(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _kept(request, find_room(request, pk), None)


@never_cache
@require_http_methods(METHODS)
@opens_case
def change(request: HttpRequest, pk: UUID, row: UUID) -> HttpResponse:
    session = find_room(request, pk)
    return _kept(request, session, _found(request, session, row))


@never_cache
@require_POST
@opens_case
def remove(request: HttpRequest, pk: UUID, row: UUID) -> HttpResponse:
    session = find_room(request, pk)
    found = _found(request, session, row)
    facts = {"case_id": session.case_id, "harm_id": found.pk, "by": request.user}
    tried(request, actions.remove_harm, said=_("Taken out."), **facts)
    return redirect("portal:circles:words", pk=pk)


def _kept(request: HttpRequest, session: Session, row: Harm | None) -> HttpResponse:
    people = [one for one in session.case.participants.all() if one.is_active and one.is_party]
    initial: dict[str, Any] = {}
    if row is not None:
        initial = {"harm": row.harm, "need": row.need, "obligation": row.obligation, "owed_by": row.owed_by_id}
    form = HarmForm(posted(request), people=people, initial=initial)
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        facts["owed_by"] = UUID(facts["owed_by"]) if facts["owed_by"] else None
        facts |= {"case_id": session.case_id, "harm_id": row.pk if row else None, "by": request.user}
        if tried(request, actions.write_harm, said=_("Written down."), **facts):
            return redirect("portal:circles:words", pk=session.pk)
    context = {"session": session, "case": session.case, "form": form, "row": row, "harms": _lines(request, session)}
    return render(request, "portal/circles/words.html", context, status=422 if form.errors else 200)


def _lines(request: HttpRequest, session: Session) -> list[Harm]:
    rows = Harm.objects.visible_to(request.viewer).filter(case=session.case_id)  # type: ignore[attr-defined]
    return list(rows.select_related("owed_by"))


def _found(request: HttpRequest, session: Session, row: UUID) -> Harm:
    rows = Harm.objects.visible_to(request.viewer)  # type: ignore[attr-defined]
    return get_object_or_404(rows, pk=row, case=session.case_id)
