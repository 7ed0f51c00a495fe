"""The rubric's versions: reading, comparing, writing the next one, and putting it into use."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.forms import posted
from portal.programmes.models import Programme
from portal.programmes.processes import PROCESSES

from .. import actions
from ..changes import compare_rubrics
from ..forms.rubric import ApproveForm, BandsForm, CriterionForm, StopForm
from ..models import RubricVersion
from ..policies import can_keep_rubric

GONE = gettext_lazy("This is no draft any more, or it was changed since you read it. Please look again.")


@require_GET
def versions(request):
    """Every version of every programme in which somebody screens."""
    rubrics = list(RubricVersion.objects.visible_to(request.viewer).select_related("programme", "approved_by"))
    if not rubrics:
        raise Http404
    programmes = {one.programme_id: one.programme for one in rubrics}.values()
    boards = [
        {
            "programme": programme,
            "versions": [one for one in rubrics if one.programme_id == programme.pk],
            "may_keep": can_keep_rubric(request.viewer, programme),
        }
        for programme in programmes
    ]
    return render(request, "portal/screening/rubrics.html", {"boards": boards})


@require_GET
def version(request, pk):
    """One version, whole."""
    return _version_page(request, _find(request, pk), None)


def _version_page(request, rubric, form):
    may_keep = can_keep_rubric(request.viewer, rubric.programme)
    others = RubricVersion.objects.visible_to(request.viewer).filter(programme=rubric.programme)
    may_change = rubric.is_draft and may_keep
    processes = list(PROCESSES.values())
    context = {
        "rubric": rubric,
        "others": others.exclude(pk=rubric.pk),
        "processes": processes,
        "stops": [(stop, [stop.cell(one.code) for one in processes]) for stop in rubric.stops.all()],
        "criteria": [(one, [one.weight_for(way.code) for way in processes]) for one in rubric.criteria.all()],
        "may_keep": may_keep,
        "may_change": may_change,
        "form": form or (ApproveForm(initial={"edition": rubric.edition}) if may_change else None),
    }
    return render(request, "portal/screening/rubric.html", context)


@require_GET
def compare(request, pk):
    """Two versions, and only what differs."""
    rubric = _find(request, pk)
    other = request.GET.get("with", "")
    if not other.isdigit():
        raise Http404
    before = _find(request, int(other))
    if before.programme_id != rubric.programme_id:
        raise Http404
    before, rubric = sorted((before, rubric), key=lambda one: one.version)
    context = {"rubric": rubric, "before": before, "changes": compare_rubrics(before, rubric)}
    return render(request, "portal/screening/compare.html", context)


@require_POST
def draft(request, code):
    """Write the next version, starting from what is in use."""
    programme = get_object_or_404(Programme, code=code)
    if not RubricVersion.objects.visible_to(request.viewer).filter(programme=programme).exists():
        raise Http404
    made = actions.draft_rubric(programme=programme, by=request.viewer)
    return redirect("portal:screening:rubric", pk=made.pk)


@require_POST
def approve(request, pk):
    rubric = _find(request, pk)
    form = ApproveForm(request.POST)
    if not form.is_valid():
        return _version_page(request, rubric, form)
    try:
        actions.approve_rubric(rubric_id=rubric.pk, by=request.viewer, **form.cleaned_data)
    except actions.DraftChanged:
        messages.error(request, GONE)
    except ValidationError as problems:
        form.add_error(None, problems)
        return _version_page(request, rubric, form)
    else:
        messages.success(request, _("In use. What was screened before keeps the version it was made with."))
    return redirect("portal:screening:rubric", pk=rubric.pk)


@require_POST
def drop(request, pk):
    rubric = _find(request, pk)
    try:
        actions.drop_draft(rubric_id=rubric.pk, by=request.viewer)
    except actions.DraftChanged:
        messages.error(request, GONE)
    else:
        messages.success(request, _("The draft is thrown away. What was in use stays in use."))
    return redirect("portal:screening:rubrics")


@require_http_methods(["GET", "POST"])
def bands(request, pk):
    rubric = _find_draft(request, pk)
    form = BandsForm(posted(request), rubric=rubric)
    if request.method == "POST" and form.is_valid():
        saved = _saved(request, form, actions.change_bands, rubric, facts=form.cleaned_data)
        if saved:
            return saved
    context = {"rubric": rubric, "form": form, "title": _("Bands")}
    return render(request, "portal/screening/bands.html", context)


@require_http_methods(["GET", "POST"])
def stop(request, pk, code):
    """Change a stop of the draft, or add one."""
    rubric = _find_draft(request, pk)
    line = get_object_or_404(rubric.stops, code=code) if code else None
    form = StopForm(posted(request), stop=line)
    if request.method == "POST" and form.is_valid():
        saved = _saved(request, form, actions.change_stop, rubric, code=code, facts=form.facts())
        if saved:
            return saved
    context = {"rubric": rubric, "form": form, "title": line.code if line else _("A new stop")}
    return render(request, "portal/screening/stop.html", context)


@require_http_methods(["GET", "POST"])
def criterion(request, pk, code):
    """Change a criterion of the draft, or add one. Nothing else is needed for it to be asked."""
    rubric = _find_draft(request, pk)
    line = get_object_or_404(rubric.criteria, code=code) if code else None
    form = CriterionForm(posted(request), criterion=line)
    if request.method == "POST" and form.is_valid():
        saved = _saved(request, form, actions.change_criterion, rubric, code=code, facts=form.facts())
        if saved:
            return saved
    context = {"rubric": rubric, "form": form, "title": line.code if line else _("A new criterion")}
    return render(request, "portal/screening/criterion.html", context)


def _find(request, pk):
    return get_object_or_404(RubricVersion.objects.visible_to(request.viewer).with_items(), pk=pk)


def _find_draft(request, pk):
    rubric = _find(request, pk)
    if not can_keep_rubric(request.viewer, rubric.programme) or not rubric.is_draft:
        raise PermissionDenied
    return rubric


def _saved(request, form, action, rubric, **facts):
    """To the draft when it was saved; None when the form has to be shown again."""
    try:
        action(rubric_id=rubric.pk, by=request.viewer, **facts)
    except ValidationError as problems:
        form.add_error(None, problems.messages)
        return None
    except actions.DraftChanged:
        messages.error(request, GONE)
    else:
        messages.success(request, _("Saved in the draft. Nothing is asked differently before it is approved."))
    return redirect("portal:screening:rubric", pk=rubric.pk)
