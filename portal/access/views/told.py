"""What somebody tells staff about their own record: it is wrong, here are their words, they ask no longer (P1)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens_case
from portal.cases.forms import ChannelForm
from portal.cases.statuses import Channel
from portal.cases.views.finding import tried
from portal.disclosures.subjects import subjects_of
from portal.disclosures.views.staff import opened_matter
from portal.forms import KindForm, posted

from .. import actions
from ..forms import StaffChangeForm, StaffStatementForm
from .finding import access_of, amendment_of

METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(METHODS)
@opens_case
def ask_change(request: HttpRequest, reference: str) -> HttpResponse:
    """Somebody told staff that something in their record is wrong (P1)."""
    matter = opened_matter(request, reference)
    form = StaffChangeForm(posted(request), people=subjects_of(matter))
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        arguments = {"subject": facts.pop("whose"), "channel": Channel(facts.pop("channel")), **facts}
        said = _("Written down. Until it is decided, nothing of this is destroyed.")
        if tried(request, actions.ask_for_change, on_form=form, said=said, by=request.user, **arguments):
            return redirect("portal:disclosures:sharing", reference=reference)
    back = {"back_url": reverse("portal:disclosures:sharing", args=[reference]), "back_text": _("Sharing")}
    return _page(request, form, title=_("Something in a record is wrong"), **back)


@never_cache
@require_http_methods(METHODS)
@opens_case
def take_back_for(request: HttpRequest, pk: UUID) -> HttpResponse:
    """They no longer want to see their record, and said so to staff."""
    asked = access_of(request, pk)
    form = ChannelForm(posted(request))
    if request.method == "POST" and form.is_valid():
        arguments = {"access_id": asked.pk, "channel": Channel(form.cleaned_data["channel"]), "by": request.user}
        if tried(request, actions.take_back_request, on_form=form, said=_("Written down."), **arguments):
            return redirect(asked)
    title = _("%(name)s no longer asks for the record") % {"name": asked.whose}
    return _page(request, form, title=title, back_url=asked.get_absolute_url(), back_text=_("The request"))


@never_cache
@require_http_methods(METHODS)
@opens_case
def statement_for(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Their own words beside what the office left as it is, dictated or handed in on paper."""
    asked = amendment_of(request, pk)
    if not asked.decision:
        raise Http404
    form = StaffStatementForm(posted(request), initial={"statement": asked.statement})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        arguments = {"statement": given["statement"], "channel": Channel(given["channel"]), "by": request.user}
        said = _("Their words stay with the record.")
        if tried(request, actions.attach_statement, on_form=form, said=said, amendment_id=asked.pk, **arguments):
            return redirect(asked)
    title = _("The statement of %(name)s") % {"name": asked.whose}
    return _page(request, form, title=title, back_url=asked.get_absolute_url(), back_text=_("The change asked for"))


def _page(request: HttpRequest, form: KindForm, **context: Any) -> HttpResponse:
    return render(request, "portal/access/told.html", {"form": form, **context}, status=422 if form.errors else 200)
