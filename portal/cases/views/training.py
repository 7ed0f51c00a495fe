""" "Train us": the page of a case. That of a request, in intake, shows the same form."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens_case
from portal.forms import posted

from ..actions import ask_for_training
from ..forms import TrainUsForm
from ..models import Case, GroupBrief
from .finding import coordinated_case, tried


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def train_us(request: HttpRequest, reference: str) -> HttpResponse:
    case = coordinated_case(request, reference)
    return take_wish(request, case, initial=_known_of(case))


def take_wish(request: HttpRequest, item: Any, *, initial: dict[str, Any]) -> HttpResponse:
    """Show and take the form for a case or a request; back to its page when the wish was handed on."""
    form = TrainUsForm(posted(request), initial=initial)
    if form.is_valid():
        said = _("The training side has it, and answers them.")
        tried(request, ask_for_training, said=said, matter_id=item.matter_id, by=request.user, **form.wish)
        return redirect(item)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "portal/cases/train_us.html", {"item": item, "form": form}, status=status)


def _known_of(case: Case) -> dict[str, Any]:
    """Nothing is typed twice; the objectives stay out, for they may tell of the conflict."""
    brief = GroupBrief.objects.filter(case=case).first()
    asker = case.participants.filter(is_requester=True).first()
    return {
        "group": brief.group if brief else "",
        "people": brief.headcount if brief else None,
        "name": asker.name if asker else "",
        "address": asker.safe_email if asker else "",
    }
