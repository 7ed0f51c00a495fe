"""The circle as a whole: how it is to be, who is prepared, what is still missing."""

from __future__ import annotations

from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.audit.access import opens_case
from portal.cases import actions as cases
from portal.cases.statuses import CircleForm, OutreachOrder
from portal.cases.views.finding import tried
from portal.forms import posted

from .. import queries
from ..forms import CircleSheetForm
from .finding import find_circle

FIELDS = ("order", "community_is_harmed", "nobody_is_known", "form", "safety")


@never_cache
@require_safe
@opens_case
def circle(request: HttpRequest, reference: str) -> HttpResponse:
    case = find_circle(request, reference)
    page = queries.circle_page(case, request.user)
    return render(request, "portal/circles/circle.html", {"case": case, "page": page})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def change(request: HttpRequest, reference: str) -> HttpResponse:
    """The order of asking, who was harmed, the way to meet, the safety plan."""
    case = find_circle(request, reference, to_coordinate=True)
    sheet = getattr(case, "circle", None)
    initial = model_to_dict(sheet, fields=FIELDS) if sheet else {"order": OutreachOrder.HARMED_FIRST, "form": ""}
    form = CircleSheetForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        facts["order"] = OutreachOrder(facts["order"])
        facts["form"] = CircleForm(facts["form"]) if facts["form"] else None
        if tried(request, cases.change_circle, said=_("Kept."), case_id=case.pk, by=request.user, **facts):
            return redirect("portal:circles:circle", reference=reference)
    return form_page(request, case, form, title=_("How the circle is to be"))


def form_page(
    request: HttpRequest, case: object, form: object, *, title: str, button: str = "", lead: str = ""
) -> HttpResponse:
    context = {"case": case, "form": form, "title": title, "button": button or _("Keep"), "lead": lead}
    status = 422 if getattr(form, "errors", None) else 200
    return render(request, "portal/circles/form.html", context, status=status)
