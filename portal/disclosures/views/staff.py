"""For staff: what may be told to whom in one matter, and the register of what was."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.accounts.again import step_up
from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.cases.statuses import STAFF_CHANNELS, Channel
from portal.cases.views.finding import tried
from portal.forms import posted
from portal.screening.queries import matter_behind

from .. import actions
from ..forms import DisclosureForm, PermissionForThemForm, ShareForm
from ..models import Disclosure, SharePermission
from ..policies import can_share
from ..register import register_pdf
from ..subjects import subject_called, subjects_of

if TYPE_CHECKING:
    from portal.cases.models import Matter

METHODS = ["GET", "HEAD", "POST"]


def opened_matter(request: HttpRequest, reference: str) -> Matter:
    matter, thing = matter_behind(request.viewer, reference)
    if matter is None:
        raise Http404
    request.opened = thing
    if not can_share(request.user, matter):
        raise PermissionDenied
    return matter


@never_cache
@require_safe
@opens_case
def sharing(request: HttpRequest, reference: str) -> HttpResponse:
    matter = opened_matter(request, reference)
    context = {
        "reference": reference,
        "opened": request.opened,
        "people": subjects_of(matter),
        "permissions": _permissions(request, matter),
        "lines": Disclosure.objects.visible_to(request.viewer)
        .filter(matter=matter)
        .select_related("participant", "request", "made_by"),
        "channels": [(way.value, way.label) for way in Channel if way in STAFF_CHANNELS],
    }
    return render(request, "portal/disclosures/sharing.html", context)


def _permissions(request: HttpRequest, matter: Matter):
    rows = SharePermission.objects.visible_to(request.viewer).filter(matter=matter)
    return rows.select_related("participant", "request", "recorded_by", "matter__programme")


@never_cache
@require_http_methods(METHODS)
@opens_case
def permit(request: HttpRequest, reference: str) -> HttpResponse:
    matter = opened_matter(request, reference)
    form = PermissionForThemForm(posted(request), people=subjects_of(matter))
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        arguments = {"subject": facts.pop("whose"), "channel": Channel(facts.pop("channel")), **facts}
        said = _("Written down. Only this may be told, and only until that day.")
        if tried(request, actions.give_permission, on_form=form, said=said, by=request.user, **arguments):
            return redirect("portal:disclosures:sharing", reference=reference)
    return _form_page(request, form, reference, _("A permission to share"), _("Write it down"))


@require_POST
@opens_case
def revoke(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    matter = opened_matter(request, reference)
    permission = get_object_or_404(_permissions(request, matter), pk=pk)
    channel = request.POST.get("channel", "")
    if channel not in STAFF_CHANNELS:
        messages.error(request, _("Say how they told you."))
    else:
        actions.revoke_permission(permission_id=permission.pk, channel=Channel(channel), by=request.user)
        messages.success(request, _("Taken back. Nothing more is told."))
    return redirect("portal:disclosures:sharing", reference=reference)


@never_cache
@require_http_methods(METHODS)
@opens_case
def share(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    matter = opened_matter(request, reference)
    permission = get_object_or_404(_permissions(request, matter), pk=pk)
    form = ShareForm(posted(request), initial={"happened_on": timezone.localdate(), "what": permission.what})
    if request.method == "POST" and form.is_valid():
        said = _("It stands in the register.")
        arguments = {"permission_id": permission.pk, "by": request.user, **form.cleaned_data}
        if tried(request, actions.log_share, on_form=form, said=said, **arguments):
            return redirect("portal:disclosures:sharing", reference=reference)
    lead = _("%(whose)s allows us to tell %(recipient)s: %(what)s") % {
        "whose": permission.whose,
        "recipient": permission.recipient,
        "what": permission.what,
    }
    return _form_page(request, form, reference, _("What was told"), _("Enter it in the register"), lead)


@never_cache
@require_http_methods(METHODS)
@opens_case
def disclose(request: HttpRequest, reference: str) -> HttpResponse:
    matter = opened_matter(request, reference)
    initial = {"happened_on": timezone.localdate()}
    form = DisclosureForm(posted(request), people=subjects_of(matter), initial=initial)
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        arguments = {"subject": facts.pop("whose"), "by": request.user, **facts}
        if tried(request, actions.log_disclosure, on_form=form, said=_("It stands in the register."), **arguments):
            return redirect("portal:disclosures:sharing", reference=reference)
    lead = _("Every request for somebody's record is written down, also one that was refused.")
    return _form_page(request, form, reference, _("Somebody asked by another right"), _("Enter it"), lead)


@never_cache
@require_safe
@step_up
@opens(AuditEvent.REGISTER_OPENED)
def register(request: HttpRequest, reference: str, whose: str) -> HttpResponse:
    """The register of one person, to print."""
    matter = opened_matter(request, reference)
    subject = subject_called(matter, whose)
    if subject is None:
        raise Http404
    response = HttpResponse(register_pdf(subject), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="register.pdf"'
    return response


def _form_page(
    request: HttpRequest, form: object, reference: str, title: str, button: str, lead: str = ""
) -> HttpResponse:
    context = {"form": form, "reference": reference, "title": title, "button": button, "lead": lead}
    status = 422 if getattr(form, "errors", None) else 200
    return render(request, "portal/disclosures/form.html", context, status=status)
