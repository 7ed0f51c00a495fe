"""On one's own page: what the office may tell whom, and what it has told."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.cases.statuses import Channel
from portal.cases.views.finding import tried
from portal.forms import posted

from .. import actions
from ..forms import OwnPermissionForm
from ..models import Disclosure, SharePermission
from ..register import register_pdf
from ..subjects import subject_of

if TYPE_CHECKING:
    from ..subjects import Subject


def own_subject(request: HttpRequest) -> Subject:
    subject = subject_of(request.viewer)
    if subject is None or subject.matter.is_destroying:
        raise Http404
    request.opened = subject.row if subject.request else subject.participant.case
    return subject


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def sharing(request: HttpRequest) -> HttpResponse:
    subject = own_subject(request)
    form = OwnPermissionForm(posted(request))
    if request.method == "POST" and form.is_valid() and _given(request, subject, form):
        return redirect("portal:disclosures:own")
    permissions = SharePermission.objects.visible_to(request.viewer)
    context = {
        "form": form,
        "permissions": permissions,
        "live": [one for one in permissions if one.is_live],
        "told": Disclosure.objects.visible_to(request.viewer),
        "programme": subject.matter.programme,
    }
    return render(request, "portal/disclosures/own.html", context, status=422 if form.errors else 200)


def _given(request: HttpRequest, subject: Subject, form: OwnPermissionForm) -> bool:
    facts = {name: value for name, value in form.cleaned_data.items() if name != "agreed"}
    facts |= {"subject": subject, "channel": Channel.SELF, "by": request.viewer}
    said = _("Thank you. Only this may be told, and you can take it back at any time.")
    return bool(tried(request, actions.give_permission, on_form=form, said=said, **facts))


@require_POST
@opens_case
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    own_subject(request)
    permission = get_object_or_404(SharePermission.objects.visible_to(request.viewer), pk=pk)
    actions.revoke_permission(permission_id=permission.pk, channel=Channel.SELF, by=request.viewer)
    messages.success(request, _("Taken back. From now on nothing more is told."))
    return redirect("portal:disclosures:own")


@never_cache
@require_safe
@opens(AuditEvent.REGISTER_OPENED)
def register(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(register_pdf(own_subject(request)), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="register.pdf"'
    return response
