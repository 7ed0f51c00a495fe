"""The criteria of one allegation, the ways side by side, and keeping what was scored."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.audit.access import opens_case
from portal.cases.models import Case
from portal.cases.views.finding import tried
from portal.forms import posted

from .. import actions
from ..forms.weighing import WeighForm
from ..queries import NoRubric, latest, people_in_case, people_in_request, rubric_in_use, side_by_side
from .allegations import row_to_change

if TYPE_CHECKING:
    from ..models import Allegation, RubricVersion


@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def weigh(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    row = row_to_change(request, reference, pk)
    rubric = _rubric(row)
    opened = request.opened
    people = people_in_case(opened) if isinstance(opened, Case) else people_in_request(opened)
    earlier = row.weighings.first()
    initial = {"scores": earlier.scores} if earlier else {}
    form = WeighForm(posted(request), rubric=rubric, people=people, initial=initial)
    columns = None
    if request.method == "POST" and form.is_valid():
        if "compare" not in request.POST and _kept(request, form, row):
            return redirect("portal:screening:allegations", reference=reference)
        columns = _columns(rubric, form, row)
    context = {"form": form, "row": row, "reference": reference, "columns": columns}
    return render(request, "portal/screening/weigh.html", context, status=422 if form.errors else 200)


def _rubric(row: Allegation) -> RubricVersion:
    if not row.matter.programme.weighted_criteria:
        raise Http404
    try:
        return rubric_in_use(row.matter.programme)
    except NoRubric as missing:
        raise Http404 from missing


def _columns(rubric: RubricVersion, form: WeighForm, row: Allegation) -> list:
    """The stops are those of the matter's newest screening: they hold whatever one allegation is about."""
    screened = latest(row.matter)
    stops = screened.stops if screened else []
    return side_by_side(rubric, stops=stops, scores=form.scores(), people=form.people)


def _kept(request: HttpRequest, form: WeighForm, row: Allegation) -> bool:
    arguments = {"allegation_id": row.pk, "scores": form.scores(), "people": form.people, "by": request.user}
    said = _("Written down. It advises; say next where the allegation goes.")
    return bool(tried(request, actions.weigh_allegation, on_form=form, said=said, **arguments))
