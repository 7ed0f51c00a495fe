"""For those who answer for records: what was asked, the draft, and handing it over."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.accounts.again import step_up
from portal.accounts.roles import Permission
from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.cases.statuses import Channel
from portal.cases.views.finding import tried
from portal.disclosures.subjects import subjects_of
from portal.disclosures.views.staff import opened_matter
from portal.forms import posted

from .. import actions
from ..forms import AccessForm, ApproveForm, DecideForm, ItemForm
from ..models import AccessItem, AccessRequest, AmendmentRequest
from ..package import package_pdf
from ..statuses import AccessStatus, Decision
from .finding import access_of, amendment_of

METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
@opens_case
def board(request: HttpRequest) -> HttpResponse:
    """Everything that waits for an answer, the soonest due first."""
    if not request.user.may(Permission.ANSWER_FOR_RECORDS):
        raise PermissionDenied
    # A list of several matters, none of them opened.
    request.opened = None
    asked = AccessRequest.objects.visible_to(request.viewer).select_related("participant__case", "request")
    changes = AmendmentRequest.objects.visible_to(request.viewer).select_related("participant__case", "request")
    context = {
        "waiting": asked.open(),
        "done": asked.exclude(pk__in=asked.open().values("pk"))[:20],
        "changes": changes.order_by("decided_at", "asked_on")[:50],
        "may_take": request.user.may(Permission.PLACE_HOLD),
    }
    return render(request, "portal/access/board.html", context)


@never_cache
@require_http_methods(METHODS)
@opens_case
def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """Somebody asked by phone, in person or on paper."""
    matter = opened_matter(request, reference)
    form = AccessForm(posted(request), people=subjects_of(matter))
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        arguments = {"subject": facts.pop("whose"), "channel": Channel(facts.pop("channel")), **facts}
        said = _("Written down. Until it is answered, nothing of this is destroyed.")
        if tried(request, actions.ask_for_access, on_form=form, said=said, by=request.user, **arguments):
            return redirect("portal:disclosures:sharing", reference=reference)
    context = {"form": form, "reference": reference}
    return render(request, "portal/access/ask.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
@opens_case
def access(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _page(request, access_of(request, pk), None)


def _page(request: HttpRequest, asked: AccessRequest, form: ApproveForm | None) -> HttpResponse:
    stamp = asked.drafted_at.isoformat() if asked.drafted_at else ""
    if form is None:
        form = ApproveForm(initial={"drafted_at": stamp})
    context = {"asked": asked, "items": asked.items.all(), "form": form}
    context["may_draft"] = asked.status in (AccessStatus.ASKED, AccessStatus.DRAFTED)
    return render(request, "portal/access/access.html", context, status=422 if form.errors else 200)


@require_POST
@opens_case
def draft(request: HttpRequest, pk: UUID) -> HttpResponse:
    asked = access_of(request, pk)
    said = _("The draft is made. Please read every piece of it.")
    tried(request, actions.draft, said=said, access_id=asked.pk, by=request.user)
    return redirect(asked)


@never_cache
@require_http_methods(METHODS)
@opens_case
def item(request: HttpRequest, pk: UUID, position: int) -> HttpResponse:
    asked = access_of(request, pk)
    piece = get_object_or_404(AccessItem.objects.visible_to(request.viewer), access=asked, position=position)
    form = ItemForm(posted(request), initial={"body": piece.body, "is_included": piece.is_included})
    if request.method == "POST" and form.is_valid():
        arguments = {"item_id": piece.pk, "by": request.user, **form.cleaned_data}
        if tried(request, actions.change_item, on_form=form, said=_("Kept."), **arguments):
            return redirect(asked)
    context = {"asked": asked, "piece": piece, "form": form}
    return render(request, "portal/access/item.html", context, status=422 if form.errors else 200)


@require_POST
@opens_case
def approve(request: HttpRequest, pk: UUID) -> HttpResponse:
    asked = access_of(request, pk)
    form = ApproveForm(request.POST)
    if form.is_valid():
        arguments = {"access_id": asked.pk, "drafted_at": form.cleaned_data["drafted_at"], "by": request.user}
        if tried(request, actions.approve, on_form=form, said=_("Approved. It can be handed over now."), **arguments):
            return redirect(asked)
    return _page(request, asked, form)


@require_POST
@step_up
@opens_case
def release(request: HttpRequest, pk: UUID) -> HttpResponse:
    asked = access_of(request, pk)
    said = _("Handed over. They find it on their page, and you can print it for them.")
    tried(request, actions.release, said=said, access_id=asked.pk, by=request.user)
    return redirect(asked)


@never_cache
@require_safe
@step_up
@opens(AuditEvent.EXPORT_OPENED)
def package(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The package as a PDF, once it is approved."""
    asked = access_of(request, pk)
    if asked.status not in (AccessStatus.APPROVED, AccessStatus.RELEASED):
        raise PermissionDenied
    return pdf(package_pdf(asked))


@never_cache
@require_http_methods(METHODS)
@opens_case
def amendment(request: HttpRequest, pk: UUID) -> HttpResponse:
    asked = amendment_of(request, pk)
    form = DecideForm(posted(request)) if not asked.decision else None
    if request.method == "POST" and form is not None and form.is_valid():
        decision = Decision(form.cleaned_data["decision"])
        arguments = {"amendment_id": asked.pk, "decision": decision, "reason": form.cleaned_data["reason"]}
        if tried(request, actions.decide_change, on_form=form, said=_("Decided. They read it on their page."),
                 by=request.user, **arguments):  # fmt: skip
            return redirect(asked)
    context = {"asked": asked, "form": form}
    return render(request, "portal/access/amendment.html", context, status=422 if form and form.errors else 200)


def pdf(content: bytes, name: str = "record.pdf") -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response
