"""The assistant: one question, then one page with a preview, then what is still to do."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from portal.accounts.actions import NotPossible
from portal.accounts.again import step_up
from portal.forms import posted
from portal.programmes.models import Programme
from portal.programmes.policies import can_change_programme, can_set_up
from portal.records.preview import outside, preview

from . import actions
from .forms import LikeForm, SetUpForm
from .queries import people, steps
from .starting import STARTING_POINTS, Like


@require_http_methods(["GET", "POST"])
@step_up
def set_up(request):
    if not can_set_up(request.viewer):
        raise PermissionDenied
    like = request.GET.get("like", "")
    if like not in Like.values:
        return render(request, "portal/setting_up/like.html", {"form": LikeForm(), "points": STARTING_POINTS})
    form = SetUpForm(posted(request), people=people(), like=like)
    if request.method == "POST" and form.is_valid():
        if form.is_confirmed and (programme := _set_up(request, form)):
            messages.success(
                request, _("The programme is set up. It takes nobody in until what is listed here is done.")
            )
            return redirect("portal:setting_up:left_to_do", programme.code)
        return render(request, "portal/setting_up/set_up.html", _with_preview(form))
    return render(request, "portal/setting_up/set_up.html", {"form": form})


@require_GET
def left_to_do(request, code):
    programme = get_object_or_404(Programme, code=code)
    if not (can_set_up(request.viewer) or can_change_programme(request.viewer, programme)):
        raise PermissionDenied
    lines = steps(programme)
    context = {
        "programme": programme,
        "steps": lines,
        "is_ready": all(line.is_done for line in lines),
        "fates": preview(programme),
        "outside": outside(),
    }
    return render(request, "portal/setting_up/left_to_do.html", context)


def _set_up(request, form):
    """The programme, or None when the person chosen cannot lead it, which then stands beside the question."""
    answers = form.cleaned_data
    try:
        return actions.set_up(
            code=answers["code"], switches=form.switches, director_id=answers["director_id"], by=request.viewer
        )
    except NotPossible as refusal:
        form.add_error("director_id", str(refusal))
        return None


def _with_preview(form):
    form.data = form.data.copy()
    form.data["seen"] = form.fingerprint
    return {"form": form, "fates": preview(form.programme), "outside": outside()}
