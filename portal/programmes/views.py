from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from portal.forms import posted

from . import actions
from .forms import FIXED, SWITCHES, OfficeForm, ProgrammeForm
from .models import Programme
from .policies import can_change_office, can_change_programme, can_set_up
from .queries import current_office


@require_GET
def programmes(request):
    cards = [
        {
            "programme": programme,
            "promises": _told(programme, FIXED),
            "switches": _told(programme, SWITCHES),
            "may_change": can_change_programme(request.viewer, programme),
        }
        for programme in Programme.objects.all()
    ]
    context = {
        "cards": cards,
        "office": current_office(request),
        "may_change_office": can_change_office(request.viewer),
        "may_set_up": can_set_up(request.viewer),
    }
    return render(request, "portal/programmes/programmes.html", context)


@require_http_methods(["GET", "POST"])
def change_programme(request, code):
    programme = get_object_or_404(Programme, code=code)
    if not can_change_programme(request.viewer, programme):
        raise PermissionDenied
    form = ProgrammeForm(posted(request), programme=programme)
    if request.method == "POST" and form.is_valid():
        actions.save_programme(programme_id=programme.pk, switches=form.switches, by=request.viewer)
        messages.success(request, _("Saved. It holds for what is done from now on."))
        return redirect("portal:programmes:programmes")
    return render(request, "portal/programmes/change_programme.html", {"programme": programme, "form": form})


@require_http_methods(["GET", "POST"])
def change_office(request):
    if not can_change_office(request.viewer):
        raise PermissionDenied
    form = OfficeForm(posted(request), office=current_office(request))
    if request.method == "POST" and form.is_valid():
        actions.save_office(facts=form.facts, by=request.viewer)
        messages.success(request, _("Saved. Every page shows it from now on."))
        return redirect("portal:programmes:programmes")
    return render(request, "portal/programmes/change_office.html", {"form": form})


def _told(programme, names):
    """Each switch as a person reads it: its name, its value, what it means."""
    fields = [programme._meta.get_field(name) for name in names]
    return [
        {"name": field.verbose_name, "value": getattr(programme, field.name), "help": field.help_text}
        for field in fields
    ]
