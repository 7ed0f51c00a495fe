"""The policy library: rules that are made elsewhere, in plain words, each with a day on which somebody looks again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.documents import markup
from portal.documents.comparison import compare
from portal.documents.policies import can_approve_texts, can_draft_texts
from portal.documents.versions import ChangedMeanwhile
from portal.forms import posted
from portal.programmes.statuses import Law

from .. import actions
from ..forms import LooksAgainForm, NewPolicyForm, PolicyForm
from ..models import Policy
from .procedures import programmes_to_draft_in


@require_GET
def policies(request: Any) -> HttpResponse:
    """All of them, or those under the law that an allegation names."""
    law = request.GET.get("law", "")
    texts = [
        one for one in Policy.objects.visible_to(request.viewer).newest() if law not in Law.values or law in one.laws
    ]
    context = {
        "law": Law(law).label if law in Law.values else "",
        "texts": texts,
        "to_review": [text for text in texts if text.is_to_review],
        "may_add": bool(programmes_to_draft_in(request)),
    }
    return render(request, "portal/handbook/policies.html", context)


@require_GET
def policy(request: Any, pk: int) -> HttpResponse:
    return _show(request, _visible_or_404(request, pk), LooksAgainForm())


def _show(request: Any, text: Policy, form: LooksAgainForm) -> HttpResponse:
    before = text.before()
    context = {
        "text": text,
        "words": markup.to_html(text.body, heading="h3"),
        "versions": text.siblings().order_by("-version"),
        "before": before,
        "comparison": compare(before.body, text.body) if before else None,
        "may_draft": can_draft_texts(request.viewer, text.programme),
        "may_approve": text.is_draft and can_approve_texts(request.viewer, text.programme),
        "may_confirm": not text.is_draft and can_approve_texts(request.viewer, text.programme),
        "form": form,
    }
    return render(request, "portal/handbook/policy.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def draft_policy(request: Any, pk: int) -> HttpResponse:
    """Write the next version, starting from this one."""
    text = _visible_or_404(request, pk)
    if not can_draft_texts(request.viewer, text.programme):
        raise PermissionDenied
    form = PolicyForm(posted(request), policy=text)
    if request.method == "POST" and form.is_valid():
        return _drafted(request, Policy(programme=text.programme, slug=text.slug, **form.cleaned_data))
    return _form(request, form, text)


@require_http_methods(["GET", "POST"])
def add_policy(request: Any) -> HttpResponse:
    programmes = programmes_to_draft_in(request)
    if not programmes:
        raise PermissionDenied
    form = NewPolicyForm(posted(request), programmes=programmes)
    if request.method == "POST" and form.is_valid():
        return _drafted(request, Policy(**form.cleaned_data))
    return _form(request, form, None)


@require_POST
def approve_policy(request: Any, pk: int) -> HttpResponse:
    text = _visible_or_404(request, pk)
    try:
        actions.approve_policy(policy_id=text.pk, fingerprint=request.POST.get("fingerprint", ""), by=request.viewer)
    except ChangedMeanwhile:
        messages.error(request, _("Somebody has changed this draft since you read it. Please read it again."))
    else:
        messages.success(request, _("Approved. It is shown wherever it belongs from now on."))
    return redirect(text)


@require_POST
def confirm_policy(request: Any, pk: int) -> HttpResponse:
    """It was looked at and still holds."""
    text = _visible_or_404(request, pk)
    form = LooksAgainForm(posted(request))
    if form.is_valid():
        try:
            actions.confirm_policy(policy_id=text.pk, by=request.viewer, **form.cleaned_data)
        except ValidationError as problem:
            form.add_error("again_on", problem.messages)
        else:
            messages.success(request, _("Written down. It stands at the top of the library again on that day."))
            return redirect(text)
    return _show(request, text, form)


def _form(request: Any, form: PolicyForm, text: Policy | None) -> HttpResponse:
    context = {"form": form, "text": text}
    return render(request, "portal/handbook/draft_policy.html", context, status=422 if form.errors else 200)


def _drafted(request: Any, text: Policy) -> HttpResponse:
    made = actions.draft_policy(policy=text, by=request.viewer)
    messages.success(request, _("The draft is saved. Nobody is shown it before it is approved."))
    return redirect(made)


def _visible_or_404(request: Any, pk: int) -> Policy:
    return get_object_or_404(Policy.objects.visible_to(request.viewer).select_related("programme"), pk=pk)
